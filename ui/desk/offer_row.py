"""One thing that can be redeemed: its key, its name, what it costs, what it takes off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.desk.result_row import ChoiceRow
from ui.desk.words_line import Words, base_line, paint_words, words_width
from ui.shared.buttons import IconButton, on_press
from ui.shared.icons import icon_source, paint_icon
from ui.shared.key_cap import key_cap_size, paint_key_cap
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.desk.bill_view import Offer
    from ui.shared.kit import Kit

HEIGHT: Final = 56
CAP_AT: Final = 17
ICON_AT: Final = 52
NAME_AT: Final = 84
EDGE: Final = 16
_ICONS: Final = {"reward": "gift", "catalogue": "ticket", "money": "coins"}


class OfferRow(ChoiceRow):
    """The row; pressing it redeems. One that is refused says why and can't be pressed."""

    def __init__(self, kit: Kit, offer: Offer, number: int, currency: str) -> None:
        super().__init__(kit, HEIGHT)
        icon_source(_ICONS[offer.kind])
        self.offer = offer
        self._number = str(number) if number else ""
        self._currency = currency
        self._points = offer.points
        self._off = offer.off
        self._below = offer.refused or offer.below
        self._name = offer.name
        self.setEnabled(not offer.refused)
        self._say()

    @property
    def points(self) -> int:
        """The points that would be used; they differ from the offer's where it was made smaller."""
        return self._points

    def show_part(self, points: int, name: str, below: str, off: int) -> None:
        """Less of the points, with what they give then."""
        self._points, self._name, self._below, self._off = points, name, below, off
        self._say()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Key, icon, name over what it costs, and at the right what it takes off."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        middle = self.height() / 2
        if self._number:
            cap = key_cap_size(self._theme, self._number)
            place = QRectF(CAP_AT, middle - cap.height() / 2, cap.width(), cap.height())
            paint_key_cap(painter, self._theme, self._number, place)
        role = "Accent" if self.isEnabled() else "textSecondary"
        paint_icon(painter, self._theme, _ICONS[self.offer.kind], role, QRectF(ICON_AT, middle - 10, 20, 20))
        right = self._paint_off(painter)
        self._paint_names(painter, right - NAME_AT - 12)

    def _paint_off(self, painter: QPainter) -> float:
        if not self._off:
            return self.width() - EDGE
        money = self._kit.formats.money(self._off, self._currency)
        words = [Words(f"−{money}", "title", "Accent" if self.isEnabled() else "textSecondary", strong=True)]
        left = self.width() - EDGE - words_width(self._theme, words)
        paint_words(painter, self._theme, QPointF(left, base_line(self._theme, words, 0, self.height())), words)
        return left

    def _paint_names(self, painter: QPainter, room: float) -> None:
        px = self._theme.px
        top = (self.height() - px(20) - (px(16) if self._below else 0)) / 2
        name = Words(self._cut(self._name, room, strong=True), "body", "Text" if self.isEnabled() else "textSecondary",
                     strong=True)  # fmt: skip
        below = Words(self._cut(self._below, room), "caption", "textSecondary" if self.isEnabled() else "warn")
        self.paint_line(painter, NAME_AT, top, px(20), [name])
        if below.text:
            self.paint_line(painter, NAME_AT, top + px(20), px(16), [below])

    def _cut(self, text: str, room: float, *, strong: bool = False) -> str:
        metrics = QFontMetrics(self._theme.font("body" if strong else "caption", strong=strong))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))

    def _say(self) -> None:
        off = "" if not self._off else f"−{self._kit.formats.money(self._off, self._currency)}"
        self.setAccessibleName(", ".join(one for one in (self._name, self._below, off) if one))
        self.setToolTip(self.accessibleName())


class StepRow(QWidget):
    """Points for money off: the row, and beside it less and more.

    Attributes:
        stepped: -1 for less, 1 for more.
    """

    stepped = Signal(int)

    def __init__(self, kit: Kit, row: OfferRow) -> None:
        super().__init__()
        self.row = row
        less = IconButton(kit.theme, "minus", tr("StepRow", "Fewer points"), "touch", framed=True)
        more = IconButton(kit.theme, "plus", tr("StepRow", "More points"), "touch", framed=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, EDGE, 0)
        line.setSpacing(8)
        line.addWidget(row, 1)
        line.addWidget(less)
        line.addWidget(more)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        on_press(less, lambda: self.stepped.emit(-1))
        on_press(more, lambda: self.stepped.emit(1))
