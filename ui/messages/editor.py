"""The message's text: plain text with placeholder chips, on lines of 32."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from retention_desktop.domain.template import marks
from ui.messages.chip_object import CHIP, OBJECT, ChipObject, chip_format, spelling_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.shared.theme import Theme

LINE: Final = 32
FEWEST_LINES: Final = 3
MOST_LINES: Final = 7


class MessageEditor(QTextEdit):
    """Shows `[姓]` as a chip and gives it back as `[姓]`.

    Attributes:
        edited: the source has changed, whoever changed it.
    """

    edited = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._composing = False
        self._chips = ChipObject(theme, self)
        self.document().documentLayout().registerHandler(CHIP, self._chips)
        self.document().setDocumentMargin(0)
        self.setProperty("bare", "true")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        theme.changed.connect(self._dress)
        self._dress()

    def source(self) -> str:
        """The text with placeholders in brackets."""
        return self._source_between(0, self.document().characterCount())

    def set_source(self, text: str, *, undoable: bool = True) -> None:
        """Replace everything, as one step that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._insert(cursor, text)
        cursor.endEditBlock()
        if not undoable:
            self.document().clearUndoRedoStacks()
        self._dress_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def add_before(self, text: str) -> None:
        """Put something before everything else, as one step."""
        cursor = QTextCursor(self.document())
        self._insert(cursor, text)

    def add_after(self, text: str) -> None:
        """Put something behind everything else, as one step."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._insert(cursor, text)

    def insert_placeholder(self, key: str, spelling: str) -> None:
        """Put a chip where the cursor is, and the keyboard behind it."""
        self.textCursor().insertText(OBJECT, chip_format(key, spelling))
        self.setCurrentCharFormat(QTextCharFormat())
        self.setFocus()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text with brackets. The base's own object is reused: one made here crashes at the program's end."""
        mime = super().createMimeDataFromSelection()
        cursor = self.textCursor()
        # It fills itself when it is first read; read later, it would put the base's text over ours.
        mime.text()
        mime.clear()
        mime.setText(self._source_between(cursor.selectionStart(), cursor.selectionEnd()))
        return mime

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only; known names in brackets become chips again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, source.text())
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether something is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """No shortcut fires while composing."""
        if event.type() == QEvent.Type.ShortcutOverride and self._composing:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A typed closing bracket makes a chip of a known name."""
        super().keyPressEvent(event)
        if event.text() in {"]", "］"}:
            self._make_chip_before_cursor()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then chips that are selected once more: Qt lays the highlight over them."""
        self._chips.places.clear()
        super().paintEvent(event)
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        for place, (rect, word) in self._chips.places.items():
            if cursor.selectionStart() <= place < cursor.selectionEnd():
                self._chips.paint(painter, rect, word, chosen=True)

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        plain, at = QTextCharFormat(), 0
        cursor.beginEditBlock()
        for mark in marks(text):
            if mark.key:
                cursor.insertText(text[at : mark.start], plain)
                cursor.insertText(OBJECT, chip_format(mark.key, text[mark.start + 1 : mark.end - 1]))
                at = mark.end
        cursor.insertText(text[at:], plain)
        cursor.endEditBlock()
        self.setCurrentCharFormat(plain)

    def _make_chip_before_cursor(self) -> None:
        cursor = self.textCursor()
        typed = _utf16(cursor.block().text())[: 2 * cursor.positionInBlock()].decode("utf-16-le", "replace")
        found = [mark for mark in marks(typed) if mark.key and mark.end == len(typed)]
        if not found:
            return
        spelling = typed[found[0].start + 1 : found[0].end - 1]
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(_utf16(spelling)) // 2 + 2
        )
        cursor.insertText(OBJECT, chip_format(found[0].key, spelling))
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def _source_between(self, start: int, end: int) -> str:
        """The source of a range of document positions (UTF-16 units, chips count one)."""
        lines = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < max(end, start + 1):
            lines.append("".join(self._pieces(block.position(), start, end)))
            block = block.next()
        return "\n".join(lines)

    def _pieces(self, block_at: int, start: int, end: int) -> Iterator[str]:
        it = self.document().findBlock(block_at).begin()
        while not it.atEnd():
            fragment = it.fragment()
            first = max(start, fragment.position()) - fragment.position()
            last = min(end, fragment.position() + fragment.length()) - fragment.position()
            if first < last:
                spelling = spelling_of(fragment.charFormat())
                units = _utf16(fragment.text())[2 * first : 2 * last]
                yield f"[{spelling}]" * (last - first) if spelling else units.decode("utf-16-le", "replace")
            it += 1

    def _changed(self) -> None:
        # QTextEdit reads U+FFFC out for a chip: the source says what stands there.
        self.setAccessibleDescription(self.source())
        self._mark_unknown()
        self.edited.emit()

    def _mark_unknown(self) -> None:
        """A wave under names in brackets that nobody can fill."""
        found: list[QTextEdit.ExtraSelection] = []
        block = self.document().begin()
        while block.isValid():
            text = block.text()
            unknown = [mark for mark in marks(text) if not mark.key]
            found.extend(self._wave(block.position(), text, mark.start, mark.end) for mark in unknown)
            block = block.next()
        self.setExtraSelections(found)

    def _wave(self, block_at: int, text: str, start: int, end: int) -> QTextEdit.ExtraSelection:
        wave = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(block_at + len(_utf16(text[:start])) // 2)
        cursor.setPosition(block_at + len(_utf16(text[:end])) // 2, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.color("bad"))
        wave.cursor, wave.format = cursor, look
        return wave

    def _dress(self) -> None:
        self.document().setDefaultFont(self._theme.font("title"))
        self.setFont(self._theme.font("title"))
        self._dress_lines()
        self.viewport().update()

    def _dress_lines(self) -> None:
        """Lines of 32: a property of blocks, lost with each of them, and no step to undo."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._theme.px(LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(lines)
        cursor.endEditBlock()
        self._fit_height()

    def _fit_height(self) -> None:
        line = self._theme.px(LINE)
        lines = round(self.document().size().height() / line)
        self.setFixedHeight(min(max(lines, FEWEST_LINES), MOST_LINES) * line + 4)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
