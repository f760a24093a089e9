"""The rooms at the window's left: icons with words, below 1160 pixels icons with tooltips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout

from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.shared.kit import Kit
    from ui.shared.page import Page
    from ui.shared.signed_in import SignedIn
    from ui.shared.theme import Theme

WIDE: Final = 184
NARROW: Final = 64
ITEM: Final = 44
ICON: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One page of the window.

    Attributes:
        name: in code, "desk".
        title: English source, shown through `tr("Rooms", title)`.
        icon: Lucide's name.
        build: makes the page; called when the room is first opened.
        at_foot: stands at the foot of the navigation (settings).
    """

    name: str
    title: str
    icon: str
    build: Callable[[Kit], Page]
    at_foot: bool = False


class RoomButton(QPushButton):
    """One room: icon, words and the number of what waits there."""

    def __init__(self, theme: Theme, room: Room, keys: str) -> None:
        super().__init__()
        self.room = room
        self._theme = theme
        self._keys = keys
        self._title = tr("Rooms", room.title)
        self._count = 0
        self._narrow = False
        icon_source(room.icon)
        self.setProperty("kind", "room")
        self.setCheckable(True)
        self.setAccessibleName(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._explain()
        ring_on_focus(self, theme)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icon only, with the words as tooltip."""
        self._narrow = narrow
        self._explain()
        self.update()

    def set_count(self, count: int) -> None:
        """What waits in this room; 0 shows nothing."""
        self._count = count
        self.setAccessibleName(f"{self._title} {count}" if count else self._title)
        self.update()

    def sizeHint(self) -> QSize:
        """44 high; words are never cut in either language."""
        words = (
            0
            if self._narrow
            else 24 + QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self._title)
        )
        return QSize(24 + ICON + words, max(ITEM, self._theme.px(ITEM)))

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's ground, then icon, words and number."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "Accent" if self.isChecked() else "Text"
        left = (self.width() - ICON) / 2 if self._narrow else 12
        place = QRectF(left, (self.height() - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._theme, self.room.icon, "Accent" if self.isChecked() else "textSecondary", place)
        if not self._narrow:
            font = self._theme.font("body", strong=self.isChecked())
            painter.setFont(font)
            painter.setPen(self._theme.color(role))
            base = (self.height() + QFontMetrics(font).capHeight()) / 2
            painter.drawText(QPointF(left + ICON + 12, base), self._title)
        if self._count:
            self._paint_count(painter)

    def _explain(self) -> None:
        self.setToolTip(f"{self._title} ({self._keys})" if self._narrow or self._keys else self._title)

    def _paint_count(self, painter: QPainter) -> None:
        text = str(self._count) if self._count < 100 else "99+"
        font = self._theme.font("caption", strong=True)
        width = max(20, QFontMetrics(font).horizontalAdvance(text) + 12)
        top = 2 if self._narrow else (self.height() - 20) / 2
        pill = QRectF(self.width() - width - (4 if self._narrow else 12), top, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("Accent"))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(self._theme.color("onAccent"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class Navigation(QFrame):
    """All rooms, one of them chosen.

    Attributes:
        chosen: name of the room a person pressed.
        foot: who is at the desk, None until the shop is open.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, rooms: Sequence[tuple[Room, str]]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("card", "sidebar")
        self.setAccessibleName(tr("Navigation", "Rooms"))
        self._group = QButtonGroup(self)
        self.foot: SignedIn | None = None
        self._narrow = False
        self._buttons = {room.name: RoomButton(theme, room, keys) for room, keys in rooms}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 9, 12)
        column.setSpacing(2)
        for button in sorted(self._buttons.values(), key=lambda one: one.room.at_foot):
            if button.room.at_foot:
                column.addStretch(1)
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _on=False, name=button.room.name: self.chosen.emit(name))
        self.set_narrow(narrow=False)

    def mark(self, name: str) -> None:
        """Show a room as the open one."""
        self._buttons[name].setChecked(True)

    def set_count(self, name: str, count: int) -> None:
        """What waits in a room."""
        self._buttons[name].set_count(count)

    def set_foot(self, foot: SignedIn) -> None:
        """Put who is at the desk below the rooms."""
        self.foot = foot
        foot.set_narrow(narrow=self._narrow)
        column = self.layout()
        if column is not None:
            column.addWidget(foot)

    def set_narrow(self, *, narrow: bool) -> None:
        """64 wide with icons only, or 184 (more where a word needs it)."""
        self._narrow = narrow
        if self.foot is not None:
            self.foot.set_narrow(narrow=narrow)
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0) + 17
        self.setFixedWidth(NARROW if narrow else max(WIDE, widest))
