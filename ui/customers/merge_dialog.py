"""Two records of one person side by side, before they become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from ui.customers.amount_text import amount_words
from ui.customers.joined import listed
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.formats import NOTHING
from ui.shared.labels import set_width, text_label
from ui.shared.language import tr
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from retention_desktop.customers import CustomerDetail
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit

WIDTH: Final = 600
COLUMN: Final = 220
FIRST: Final = "first"
OTHER: Final = "other"


class MergeDialog(QDialog):
    """Who stays is chosen above; Enter presses the button that has the keyboard, Esc leaves everything as it is.

    Attributes:
        agreed: uid of the one who stays, uid of the one who goes into them.
    """

    agreed = Signal(str, str)

    def __init__(
        self, kit: Kit, pair: tuple[CustomerDetail, CustomerDetail], formats: ShopFormats, parent: QWidget
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kit = kit
        self._pair = pair
        self._formats = formats
        self.setWindowTitle(tr("MergeDialog", "Merge two customers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stays = Segmented(kit.theme, tr("MergeDialog", "Who stays"), (
            (FIRST, tr("MergeDialog", "Keep the left one")), (OTHER, tr("MergeDialog", "Keep the right one")),
        ))  # fmt: skip
        self._merge = Button(kit.theme, tr("MergeDialog", "Merge"), "primary", "touch", icon="merge")
        self._cancel = Button(kit.theme, tr("MergeDialog", "Cancel"), "quiet", "touch")
        self._fill()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        on_press(self._merge, self._agree)
        on_press(self._cancel, self.reject)
        self._stays.choose(FIRST if pair[0].customer.visit_count >= pair[1].customer.visit_count else OTHER)
        self._merge.setFocus()

    def _agree(self) -> None:
        first, other = (one.customer.uid for one in self._pair)
        keep, goes = (first, other) if self._stays.value == FIRST else (other, first)
        self.accept()
        self.agreed.emit(keep, goes)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        why = text_label(
            tr(
                "MergeDialog",
                "Visits, numbers, points, rewards and tags of both come together in one. You can undo it afterwards.",
            ),
            wrap=True,
        )
        set_width(why, self._kit.theme.px(WIDTH))
        column.addWidget(why)
        column.addWidget(self._side_by_side())
        column.addWidget(self._stays, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._merge)
        column.addLayout(row)

    def _side_by_side(self) -> Card:
        card = Card("rest")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (words, *values) in enumerate(self._rows()):
            grid.addWidget(text_label(words, "caption", "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            for place, value in enumerate(values, start=1):
                label = text_label(value or NOTHING, strong=row == 0, wrap=True)
                label.setAccessibleDescription(words)
                set_width(label, self._kit.theme.px(COLUMN))
                grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(grid)
        return card

    def _rows(self) -> list[tuple[str, str, str]]:
        first, other = (self._facts(one) for one in self._pair)
        return [(words, value, other[words]) for words, value in first.items()]

    def _facts(self, detail: CustomerDetail) -> dict[str, str]:
        person, formats = detail.customer, self._formats
        held = (amount_words(formats, one.unit, one.balance) for one in detail.balances)
        numbers = "\n".join(
            point.address if point.channel == "email" else formats.phone(point.address) for point in detail.contacts
        )
        return {
            tr("MergeDialog", "Name"): person.display_name,
            tr("MergeDialog", "Kana"): person.kana,
            tr("MergeDialog", "Member no."): person.member_number,
            tr("MergeDialog", "Born"): formats.birthday(person.birth_year, person.birth_month, person.birth_day),
            tr("MergeDialog", "Numbers"): numbers,
            tr("MergeDialog", "Visits"): formats.number(person.visit_count),
            tr("MergeDialog", "Last visit"): formats.day(person.last_visit_day),
            tr("MergeDialog", "Spent"): formats.money(person.spend),
            tr("MergeDialog", "Has"): listed(held),
            tr("MergeDialog", "Tags"): listed(detail.tags),
        }
