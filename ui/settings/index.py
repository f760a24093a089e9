"""The list of sections at the left of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from ui.shared.card import Card
from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.shared.theme import Theme

WIDTH: Final = 224
ITEM: Final = 44
ICON: Final = 18


class IndexButton(QAbstractButton):
    """One section: icon and words; the chosen one lies on the tint."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        icon_source(icon)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ring_on_focus(self, theme)

    def sizeHint(self) -> QSize:
        """Icon, words in their boldest weight, 12 on each side."""
        words = QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self.text())
        return QSize(12 + ICON + 12 + words + 12, max(ITEM, self._theme.px(ITEM)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("tint" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        role = "Accent" if chosen else "Text"
        mark = QRectF(12, (self.height() - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._theme, self._icon, role if chosen else "textSecondary", mark)
        font = self._theme.font("body", strong=chosen)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        base = (self.height() + QFontMetrics(font).capHeight()) / 2
        painter.drawText(QPointF(12 + ICON + 12, base), self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the section as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)


class SettingsIndex(Card):
    """224 wide: the page's title, its sections, and at the foot what is worth knowing at a glance.

    Attributes:
        chosen: name of the section a person chose.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, sections: Sequence[tuple[str, str, str]]) -> None:
        """Sections are (name, icon, words)."""
        super().__init__("panelLeft", padded=False)
        self.setFixedWidth(WIDTH)
        self._names = [name for name, _, _ in sections]
        self._group = QButtonGroup(self)
        title = text_label(tr("SettingsPage", "Settings"), "title", strong=True)
        title.setContentsMargins(12, 0, 0, 0)
        self.column.setContentsMargins(12, 18, 12, 18)
        self.column.setSpacing(4)
        self.column.addWidget(title)
        self.column.addSpacing(20)
        for number, (_, icon, words) in enumerate(sections):
            button = IndexButton(theme, icon, words)
            self._group.addButton(button, number)
            self.column.addWidget(button)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._names[number]))
        self.column.addStretch(1)
        self._foot = text_label("", "caption", "secondary", wrap=True)
        self._foot.setContentsMargins(12, 0, 0, 0)
        self.column.addWidget(self._foot)

    def mark(self, name: str) -> None:
        """Show which section is open, without `chosen`."""
        self._group.button(self._names.index(name)).setChecked(True)

    def say(self, lines: Sequence[str]) -> None:
        """The lines at the foot."""
        self._foot.setText("\n".join(lines))
