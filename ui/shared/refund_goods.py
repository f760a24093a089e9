"""The goods of a bill, each with how many of it come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import IconButton, on_press
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.desk import VisitBill
    from ui.shared.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLine:
    """One line of the bill that can come back.

    Attributes:
        line: uid.
        price: of one, minor units; None where it isn't known.
        most: units that are not given back yet, above 0.
    """

    line: str
    name: str
    price: int | None
    most: int


def return_lines(bill: VisitBill) -> tuple[ReturnLine, ...]:
    """The goods of a bill that nobody has given back."""
    back = {kept.uid: sum(refund.units.get(kept.uid, 0) for refund in bill.refunds) for kept in bill.lines}
    return tuple(
        ReturnLine(
            line=kept.uid, name=kept.line.item, price=kept.line.unit_price, most=kept.line.quantity - back[kept.uid]
        )
        for kept in bill.lines
        if kept.line.quantity > back[kept.uid]
    )  # fmt: skip


class GoodsRow(QWidget):
    """A line's name and price, and how many come back, between fewer and more.

    Attributes:
        changed: another number of them.
    """

    changed = Signal()

    def __init__(self, kit: Kit, line: ReturnLine, currency: str) -> None:
        super().__init__()
        self.line = line
        self.units = 0
        self._less = IconButton(kit.theme, "minus", tr("GoodsRow", "Fewer: {item}").format(item=line.name), "touch")
        self._more = IconButton(kit.theme, "plus", tr("GoodsRow", "More: {item}").format(item=line.name), "touch")
        self._count = text_label("", strong=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setMinimumWidth(kit.theme.px(56))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(line.name, wrap=True))
        if line.price is not None:
            words.addWidget(text_label(kit.formats.money(line.price, currency), "caption", "secondary"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(self._less)
        row.addWidget(self._count)
        row.addWidget(self._more)
        on_press(self._less, lambda: self._step(-1))
        on_press(self._more, lambda: self._step(1))
        self._say()

    def _step(self, step: int) -> None:
        self.units = min(max(self.units + step, 0), self.line.most)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        said = tr("GoodsRow", "{units} of {all}").format(units=self.units, all=self.line.most)
        self._count.setText(said)
        self._count.setAccessibleName(f"{self.line.name} {said}")


class RefundGoods(QWidget):
    """All lines of a bill.

    Attributes:
        changed: other units come back.
    """

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rows: list[GoodsRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(text_label(tr("RefundGoods", "What comes back"), "caption", "secondary"))

    @property
    def units(self) -> dict[str, int]:
        """How many come back, by uid of the line; without those of which none does."""
        return {row.line.line: row.units for row in self._rows if row.units}

    def show_lines(self, lines: Sequence[ReturnLine], currency: str) -> None:
        """Another bill: nothing of it is chosen."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [GoodsRow(self._kit, line, currency) for line in lines]
        for row in self._rows:
            row.changed.connect(self.changed)
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(lines))
