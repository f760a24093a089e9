"""The column of texts to start from: those that come with the program by purpose, then the owner's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from ui.messages.opening import without_opening
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.focus_ring import ring_on_focus
from ui.shared.labels import text_label
from ui.shared.language import mark, tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from retention_desktop.domain.campaign import Template
    from ui.shared.theme import Theme

WIDTH: Final = 208
ITEM: Final = 52
PADDING: Final = 8
RIGHT: Final = 4
ROOM: Final = 183
"""What is left of the column's width beside its margins and a scroll bar."""
GROUPS: Final = {
    "thanks": mark("TemplateList", "After a visit"),
    "notice": mark("TemplateList", "Notices"),
    "winback": mark("TemplateList", "Come back"),
    "birthday": mark("TemplateList", "Celebrate"),
    "season": mark("TemplateList", "Seasonal"),
    "own": mark("TemplateList", "Your own"),
}
"""The groups of texts in the order they are shown."""


class TemplateButton(QAbstractButton):
    """A text's name and its beginning."""

    def __init__(self, theme: Theme, template: Template) -> None:
        super().__init__()
        self.template = template
        self._theme = theme
        self.setText(template.name)
        self.setAccessibleName(template.name)
        self.setAccessibleDescription(template.text)
        self.setToolTip(template.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ring_on_focus(self, theme)

    def sizeHint(self) -> QSize:
        """The name's width, as far as the column goes: an owner's very long one ends in an ellipsis."""
        name = QFontMetrics(self._theme.font("body")).horizontalAdvance(self.text()) + PADDING + RIGHT
        return QSize(min(name, ROOM), max(ITEM, self._theme.px(ITEM)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, name, beginning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("tint" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        middle = self.height() / 2
        role = "Accent" if chosen else "Text"
        width = QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self.text())
        strong = chosen and width <= self.width() - PADDING - RIGHT
        self._words(painter, self.text(), middle - self._theme.px(4), role=role, strong=strong)
        body = without_opening(self.template.text, self.template.language)
        self._words(painter, body, middle + self._theme.px(15), role="textSecondary", caption=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the text as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def _words(
        self, painter: QPainter, words: str, base: float, *, role: str, strong: bool = False, caption: bool = False
    ) -> None:
        font = self._theme.font("caption" if caption else "body", strong=strong)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, self.width() - PADDING - RIGHT)
        painter.drawText(QPointF(PADDING, base), shown)


class TemplateList(Card):
    """208 wide.

    Attributes:
        chosen: the `Template` somebody wants to start from.
        blank: somebody wants to start from nothing.
    """

    chosen = Signal(object)
    blank = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panelLeft", padded=False)
        self.setFixedWidth(WIDTH)
        self.column.setSpacing(0)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        head = text_label(tr("TemplateList", "Templates"), strong=True)
        head.setContentsMargins(16, 18, 16, 14)
        head.setProperty("lines", "many")
        self.column.addWidget(head)
        self._list = ScrollColumn(gap=0)
        self._list.column.setContentsMargins(8, 0, 4, 8)
        self.column.addWidget(self._list, 1)
        foot = Card("bar", row=True, padded=False)
        foot.setFixedHeight(80)
        own = Button(theme, tr("TemplateList", "Write your own"), "text", "touch", icon="plus")
        on_press(own, self._start_blank)
        foot.column.setContentsMargins(8, 0, 8, 0)
        foot.column.addWidget(own)
        foot.column.addStretch(1)
        self.column.addWidget(foot)
        self._shown: tuple[Template, ...] = ()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Fill the column; unchanged texts keep their buttons."""
        if tuple(templates) == self._shown:
            return
        self._shown = tuple(templates)
        chosen = next((one.template.uid for one in self._buttons() if one.isChecked()), "")
        self._clear()
        for group, words in GROUPS.items():
            members = [one for one in templates if one.group == group]
            if members:
                heading = text_label(tr("TemplateList", words), "caption", "secondary")
                heading.setContentsMargins(8, 12, 8, 4)
                heading.setProperty("lines", "many")
                self._list.column.addWidget(heading)
            for one in members:
                self._add(one)
        self._list.column.addStretch(1)
        self.mark(chosen)

    def mark(self, uid: str) -> None:
        """Show which text the draft began with; "" = none."""
        for button in self._buttons():
            button.setChecked(button.template.uid == uid)

    def _buttons(self) -> list[TemplateButton]:
        return [button for button in self._group.buttons() if isinstance(button, TemplateButton)]

    def _add(self, template: Template) -> None:
        button = TemplateButton(self._theme, template)
        self._group.addButton(button)
        self._list.column.addWidget(button)
        button.clicked.connect(lambda _checked=False: self._take(template))

    def _take(self, template: Template) -> None:
        self.mark(template.uid)
        self.chosen.emit(template)

    def _start_blank(self) -> None:
        self.mark("")
        self.blank.emit()

    def _clear(self) -> None:
        while (item := self._list.column.takeAt(0)) is not None:
            old = item.widget()
            if isinstance(old, QAbstractButton):
                self._group.removeButton(old)
            if old is not None:
                old.hide()
                old.deleteLater()
