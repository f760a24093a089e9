"""The strip of kana rows (or letters) beside the list: a press jumps to where they begin."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retention_desktop.domain.kana import kana_row
from retention_desktop.domain.name import fold, kana_sort_key
from ui.shared.focus_ring import ring_on_focus
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.customers import CustomerRow
    from ui.shared.theme import Theme

WIDTH: Final = 32
STEP: Final = 40
KANA: Final = "あかさたなはまやらわ"
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LATIN_MARK: Final = "A"


class KanaIndex(QWidget):
    """One mark below the other, the one in view in the accent; Up and Down move, Return jumps.

    Attributes:
        jumped: a mark.
    """

    jumped = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks = KANA + LATIN_MARK
        self._here = ""
        self.setAccessibleName(tr("KanaIndex", "Jump to names that begin with"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        ring_on_focus(self, theme)

    def show_marks(self, *, kana: bool) -> None:
        """Kana rows and one mark for Latin names, or the alphabet where nobody has a reading."""
        self._marks = KANA + LATIN_MARK if kana else LETTERS
        self.update()

    def show_here(self, mark: str) -> None:
        """Which mark the topmost row belongs to."""
        if mark != self._here:
            self._here = mark
            self.setAccessibleDescription(mark)
            self.update()

    def sizeHint(self) -> QSize:
        """Narrow and high."""
        return QSize(WIDTH, STEP * 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks."""
        painter = QPainter(self)
        for place, mark in enumerate(self._marks):
            here = mark == self._here
            painter.setFont(self._theme.font("caption", strong=here))
            painter.setPen(self._theme.color("Accent" if here else "textSecondary"))
            painter.drawText(self._rect(place), Qt.AlignmentFlag.AlignCenter, mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump."""
        place = int(event.position().y() // self._step())
        if 0 <= place < len(self._marks):
            self._jump(self._marks[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down jump to the neighbouring mark."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 0}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = max(self._marks.find(self._here), 0) if self._here else -step
        self._jump(self._marks[min(max(place + step, 0), len(self._marks) - 1)])

    def _jump(self, mark: str) -> None:
        self.show_here(mark)
        self.jumped.emit(mark)

    def _step(self) -> float:
        return min(float(STEP), self.height() / len(self._marks))

    def _rect(self, place: int) -> QRect:
        step = self._step()
        return QRect(0, round(place * step), self.width(), round(step))


def mark_of(row: CustomerRow, *, kana: bool) -> str:
    """The mark a customer stands under in the order by name, "" for none."""
    if not kana:
        first = fold(row.name)[:1].upper()
        return first if first in LETTERS else ""
    key = kana_sort_key(row.kana, row.name)
    return kana_row(row.kana or row.name) if key.startswith("1") else LATIN_MARK if key.startswith("2") else ""


def first_place(mark: str, count: int, row_at: Callable[[int], CustomerRow | None]) -> int:
    """Where a mark begins in a list of `count` rows in the order by name, by halving."""
    wanted = kana_sort_key(mark) if mark in KANA else kana_sort_key("", mark)

    def key(place: int) -> str:
        row = row_at(place)
        return kana_sort_key(row.kana, row.name) if row else ""

    if mark == LATIN_MARK:
        wanted = "2"
    return bisect_left(range(count), wanted, key=key)
