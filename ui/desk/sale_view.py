"""A sale without a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.sale_bar import SaleBar
from ui.shared.card import Card as Surface
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.kit import Kit


class SaleView(QWidget):
    """What it is, and the amount."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        head = Surface()
        head.column.addWidget(text_label(tr("SaleView", "Sale without a customer"), "title", strong=True))
        words = tr("SaleView", "It counts for today's sales and earns no punch and no points. Esc goes back.")
        head.column.addWidget(text_label(words, "body", "secondary", wrap=True))
        self.bar = SaleBar(kit)
        self.bar.show_step("sale")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(head)
        column.addWidget(self.bar)
        column.addStretch(1)
