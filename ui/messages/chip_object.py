"""A placeholder inside the text: a tinted chip that moves, selects and deletes as one character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from ui.messages.placeholder_names import chip_name

if TYPE_CHECKING:
    from ui.shared.theme import Theme

CHIP: Final = QTextFormat.ObjectTypes.UserObject.value + 1
KEY: Final = QTextFormat.Property.UserProperty.value + 1
SPELLING: Final = QTextFormat.Property.UserProperty.value + 2
OBJECT: Final = "\ufffc"
"""What stands in the document for a chip."""
PADDING: Final = 6.0
GAP: Final = 1.0


class ChipObject(QPyTextObject):
    """Measures and paints the chips; must have a parent that outlives the document's use of it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.places: dict[int, tuple[QRectF, str]] = {}

    def intrinsicSize(self, doc: QTextDocument, pos: int, fmt: QTextFormat) -> QSizeF:
        """As high as the text's ascent, so that lines don't jump; never wider than the line."""
        del pos
        metrics = QFontMetricsF(self._theme.font("title"))
        width = metrics.horizontalAdvance(_word(fmt)) + 2 * (PADDING + GAP)
        room = doc.textWidth() - 2 * doc.documentMargin()
        return QSizeF(min(width, room) if room > 0 else width, metrics.ascent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | object, doc: QTextDocument, pos: int, fmt: QTextFormat
    ) -> None:
        """Paint the chip, and note where it is for when it is selected."""
        del doc
        if isinstance(rect, QRectF):
            self.places[pos] = (QRectF(rect), _word(fmt))
            self.paint(painter, rect, _word(fmt), chosen=False)

    def paint(self, painter: QPainter, rect: QRectF, word: str, *, chosen: bool) -> None:
        """A pill round the word, from a little above the text's ascent to below its descent."""
        font = self._theme.font("title")
        metrics = QFontMetricsF(font)
        pill = rect.adjusted(GAP, -2, -GAP, metrics.descent() + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("Accent" if chosen else "tintBorder"), 1))
        painter.setBrush(self._theme.color("Accent" if chosen else "tint"))
        painter.drawRoundedRect(pill, 6, 6)
        painter.setFont(font)
        painter.setPen(self._theme.color("onAccent" if chosen else "Accent"))
        shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, pill.width() - 2 * PADDING)
        painter.drawText(rect.bottomLeft() + QRectF(PADDING + GAP, 0, 0, 0).topLeft(), shown)
        painter.restore()


def chip_format(key: str, spelling: str) -> QTextCharFormat:
    """The character format that makes a chip of a placeholder.

    Args:
        key: of the placeholder.
        spelling: as it stands between the brackets.
    """
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(KEY, key)
    made.setProperty(SPELLING, spelling)
    return made


def spelling_of(fmt: QTextFormat) -> str:
    """The spelling of a chip, "" for a format that is none."""
    return str(fmt.property(SPELLING) or "") if fmt.objectType() == CHIP else ""


def _word(fmt: QTextFormat) -> str:
    return chip_name(str(fmt.property(KEY)))
