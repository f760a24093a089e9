"""Coupons: what there is and what became of it, a form for new ones, a code shown big for the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.loyalty.coupon_form import CouponForm
from ui.loyalty.coupon_rows import CodeCard, coupon_row
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card, hairline
from ui.shared.empty_state import EmptyState
from ui.shared.error_text import error_sentence
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.coupons import Coupon, CouponLine
    from retention_desktop.shop import Shop
    from ui.shared.page import Page

SHOWN: Final = 60
"""So many lines are shown, the newest; single-use codes of one making share a line."""
_FIELDS: Final = {"amount": "gives.amount", "percent": "gives.percent", "cap": "gives.cap", "item": "gives.item"}


class CouponsTab(ScrollColumn):
    """Coupons are made and withdrawn at once, not with the rules' button."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=12)
        self._page, self._kit = page, page.kit
        self._shop: Shop | None = None
        self._lines: Sequence[CouponLine] = ()
        self._form = CouponForm(page.kit)
        self._form.hide()
        self._code = CodeCard(page.kit)
        self._code.hide()
        self._new = Button(page.kit.theme, tr("CouponsTab", "New coupon"), icon="plus")
        self._list = Card(padded=False)
        self._list.column.setContentsMargins(0, 8, 0, 8)
        self._list.column.setSpacing(0)
        self._rows: list[QWidget] = []
        self._empty = EmptyState(
            page.kit.theme, "ticket-percent", tr("CouponsTab", "No coupons yet"),
            tr("CouponsTab", "A code takes something off a bill: on a leaflet, in a message or as a QR code."),
        )  # fmt: skip
        self._empty.setFixedHeight(max(240, page.kit.theme.px(240)))
        top = QHBoxLayout()
        top.addWidget(self._new)
        top.addStretch(1)
        self._more = text_label("", "caption", "secondary")
        self.column.setContentsMargins(24, 4, 20, 24)
        self.column.addLayout(top)
        for widget in (self._form, self._code, self._empty, self._list, self._more):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        on_press(self._new, self.begin)
        self._form.closed.connect(self._close_form)
        self._form.add_wanted.connect(self._add)
        self._code.closed.connect(self._code.hide)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop
        now = shop.settings.now
        self._form.maker.currency, self._form.maker.zone = now.currency, now.zone_info

    def reload(self) -> None:
        """The coupons there are now."""
        if self._shop is None:
            return
        self._lines = self._shop.coupons.all()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        groups = grouped(self._lines)
        for group in groups[:SHOWN]:
            if self._rows:
                self._put(hairline())
            self._put(coupon_row(self._form.maker, group, self._show_codes, self._withdraw))
        self._empty.setVisible(not groups and self._form.isHidden())
        self._list.setVisible(bool(groups))
        self._more.setText(tr("CouponsTab", "and %n older one(s)", len(groups) - SHOWN) if len(groups) > SHOWN else "")
        self._more.setVisible(len(groups) > SHOWN)

    def begin(self) -> None:
        """Write a new coupon."""
        self._form.begin()
        self._open_form()
        self._form.start()

    def start(self) -> None:
        """Give the keyboard to the form, or to the button that opens it."""
        if self._form.isHidden():
            self._new.setFocus()
        else:
            self._form.start()

    def keep(self) -> dict[str, Any]:
        """The coupon that is being written."""
        return {} if self._form.isHidden() else {"form": self._form.sheet.json}

    def restore(self, kept: dict[str, Any]) -> None:
        """Write it again."""
        if "form" in kept:
            self._form.begin(kept["form"])
            self._open_form()

    def _open_form(self) -> None:
        self._form.show()
        self._new.hide()
        self._empty.hide()

    def _close_form(self) -> None:
        self._form.hide()
        self._new.show()
        self.reload()

    def _put(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._list.column.addWidget(widget)
        widget.show()

    def _add(self) -> None:
        written = self._form.draft()
        if self._shop is None or written is None:
            return
        draft, code, count = written
        try:
            made = self._shop.coupons.add(draft, code=code, count=count)
            operation = self._shop.history.newest("coupon_add")
        except ShopError as error:
            self._say(error)
            return
        self._close_form()
        self._show_codes(made)
        said = tr("CouponsTab", "%n code(s) made", len(made))
        self._kit.notices.toast(self._page, said, icon="ticket-percent", undo=lambda: self._take_back([operation]))

    def _say(self, error: ShopError) -> None:
        """Beside its field where the error names one, else as the page's banner."""
        path = {"coupon_code_taken": "code", "coupon_code_invalid": "code"}.get(error.code, "")
        if error.code == "coupon_invalid":
            field = str(error.facts["field"])
            path = _FIELDS.get(field, field)
        if path:
            self._form.show_problems({path: _sentence(error)})
        else:
            self._kit.notices.failed(self._page, error)

    def _show_codes(self, coupons: Sequence[Coupon]) -> None:
        self._code.show_coupons(coupons)
        self._code.show()
        self.verticalScrollBar().setValue(0)

    def _withdraw(self, coupons: Sequence[Coupon]) -> None:
        if self._shop is None:
            return
        operations: list[str] = []
        try:
            for coupon in coupons:
                self._shop.coupons.withdraw(coupon.uid)
                operations.append(self._shop.history.newest("coupon_withdraw"))
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
            return
        self._code.hide()
        self.reload()
        said = tr("CouponsTab", "“{name}” can't be used any more").format(name=coupons[0].name)
        self._kit.notices.toast(self._page, said, icon="ticket-x", undo=lambda: self._take_back(operations))

    def _take_back(self, operations: Sequence[str]) -> None:
        if self._shop is None:
            return
        try:
            for operation in operations:
                self._shop.history.undo(operation)
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
        self._code.hide()
        self.reload()


def grouped(lines: Sequence[CouponLine]) -> list[list[CouponLine]]:
    """Single-use codes that were made at one instant under one name stand together; all others alone."""
    groups: list[list[CouponLine]] = []
    for line in lines:
        before = groups[-1][0].coupon if groups else None
        same = before is not None and (before.made_at, before.name) == (line.coupon.made_at, line.coupon.name)
        if same and line.coupon.total_limit == 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _sentence(error: ShopError) -> str:
    if error.code == "coupon_invalid":
        if error.facts["field"] == "last_day":
            return tr("CouponsTab", "This ends before it begins. Choose a later day.")
        return tr("CouponsTab", "This is not possible here. Choose another value.")
    return error_sentence(error)
