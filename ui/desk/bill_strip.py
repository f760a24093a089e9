"""What comes off the bill and what is left to pay, below the amount."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk.words_line import Words, WordsLine, base_line, paint_words, words_width
from ui.shared.card import hairline
from ui.shared.flow_layout import FlowLayout
from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk.bill_view import Taken
    from ui.shared.kit import Kit

CROSS = 14
ROW = 32


class TakenChip(QAbstractButton):
    """One thing that comes off; a coupon that is not yet used is taken off the bill again by a press, Delete or Enter.

    Attributes:
        removed: the coupon's code.
    """

    removed = Signal(str)

    def __init__(self, kit: Kit, taken: Taken, currency: str) -> None:
        super().__init__()
        icon_source("x")
        self._theme = kit.theme
        self._taken = taken
        role = "warn" if taken.problem else "Text"
        self._words = [Words(taken.name, "caption", role, strong=bool(taken.problem))]
        if taken.off:
            self._words.append(Words(f"  −{kit.formats.money(taken.off, currency)}", "caption", "Accent", strong=True))
        said = "".join(one.text for one in self._words)
        self.setAccessibleName(tr("TakenChip", "Take off the bill: {what}").format(what=said) if taken.code else said)
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if taken.code else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if taken.code:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(partial(self._remove))
            ring_on_focus(self, kit.theme)

    def sizeHint(self) -> QSize:
        """Words, a cross where it can be taken off; as high as a finger then."""
        width = words_width(self._theme, self._words) + (28 if self._taken.code else 0)
        height = max(44, self._theme.px(ROW)) if self._taken.code else self._theme.px(ROW)
        return QSize(width + 2, height)

    def minimumSizeHint(self) -> QSize:
        """As the hint: amounts are never cut."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Hover changes the cross."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Backspace and Enter take a coupon off the bill."""
        wanted = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._taken.code and event.key() in wanted:
            self._remove()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and cross."""
        painter = QPainter(self)
        end = paint_words(
            painter, self._theme, QPointF(0, base_line(self._theme, self._words, 0, self.height())), self._words
        )
        if self._taken.code:
            place = QRectF(end + 8, (self.height() - CROSS) / 2, CROSS, CROSS)
            paint_icon(painter, self._theme, "x", "Accent" if self.underMouse() else "textSecondary", place)

    def _remove(self, _checked: object = None) -> None:
        self.removed.emit(self._taken.code)


class BillStrip(QWidget):
    """A line, what comes off, and at the right what is left to pay; hidden while nothing comes off.

    Attributes:
        removed: the code of a coupon to take off the bill again.
    """

    removed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[Sequence[Taken], int | None, str] = ((), None, "")
        self._chips: list[TakenChip] = []
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self._pay = WordsLine(kit.theme)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._holder, 1)
        row.addWidget(self._pay, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """Everything it says."""
        said = [one.accessibleName() for one in self._chips] + [self._pay.text]
        return " · ".join(one for one in said if one)

    def show_bill(self, taken: Sequence[Taken], to_pay: int | None, currency: str) -> None:
        """Show what comes off and what is left."""
        if self._shown == (taken, to_pay, currency):
            return
        self._shown = (taken, to_pay, currency)
        for old in self._chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = [TakenChip(self._kit, one, currency) for one in taken]
        for chip in self._chips:
            chip.removed.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        if to_pay is None:
            self._pay.show_words()
        else:
            money = self._kit.formats.money(to_pay, currency)
            label = Words(tr("BillStrip", "To pay "), "caption", "textSecondary")
            self._pay.show_words(label, Words(money, "title", strong=True))
        self.setVisible(bool(taken))
