"""One coupon in the list, and its codes shown big with a QR code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from retention_desktop.domain.coupon import last_day
from retention_desktop.domain.terms import write_gives
from ui.loyalty.gives import gives_text
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.chips import chip
from ui.shared.elide_label import ElideLabel
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retention_desktop.coupons import Coupon, CouponLine
    from ui.loyalty.editing import Maker
    from ui.shared.kit import Kit

QR_SIDE: Final = 168


def coupon_row(
    maker: Maker, group: Sequence[CouponLine], show: Callable[[Sequence[Coupon]], object],
    withdraw: Callable[[Sequence[Coupon]], object],
) -> QWidget:  # fmt: skip
    """Name and what it gives, how long, how often it was used, its codes, withdraw."""
    coupon = group[0].coupon
    theme = maker.kit.theme
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(20, 8, 20, 8)
    line.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(ElideLabel(theme, coupon.name, strong=True))
    words.addWidget(ElideLabel(theme, _said(maker, group), "caption", "textSecondary"))
    line.addLayout(words, 1)
    uses = QVBoxLayout()
    uses.setSpacing(0)
    uses.addWidget(text_label(_uses(maker, group), strong=True), 0, Qt.AlignmentFlag.AlignRight)
    taken = sum(one.taken_off for one in group)
    off = tr("CouponRow", "{amount} taken off").format(amount=maker.money(taken))
    uses.addWidget(text_label(off, "caption", "secondary"), 0, Qt.AlignmentFlag.AlignRight)
    line.addLayout(uses)
    standing = [one.coupon for one in group if not one.coupon.withdrawn]
    if not standing:
        line.addWidget(chip(tr("CouponRow", "Withdrawn")))
        return row
    codes = Button(theme, tr("CouponRow", "Show"), "quiet", icon="qr-code")
    codes.setAccessibleName(tr("CouponRow", "Show the code of {name}").format(name=coupon.name))
    back = IconButton(theme, "ticket-x", tr("CouponRow", "Withdraw {name}").format(name=coupon.name))
    on_press(codes, lambda: show(standing))
    on_press(back, lambda: withdraw(standing))
    line.addWidget(codes)
    line.addWidget(back)
    return row


def _said(maker: Maker, group: Sequence[CouponLine]) -> str:
    coupon = group[0].coupon
    parts = [gives_text(maker, write_gives(coupon.gives)) or tr("CouponRow", "a gift")]
    parts.append(tr("CouponRow", "%n code(s)", len(group)) if len(group) > 1 else coupon.code)
    last = last_day(coupon, maker.zone)
    if last is not None:
        shown = maker.kit.language.locale.toString(QDate(last.year, last.month, last.day), "yyyy-MM-dd")
        parts.append(tr("CouponRow", "until {day}").format(day=shown))
    if group[0].person_name:
        parts.append(tr("CouponRow", "for {person}").format(person=group[0].person_name))
    return tr("CouponRow", " · ").join(parts)


def _uses(maker: Maker, group: Sequence[CouponLine]) -> str:
    used = sum(one.uses for one in group)
    limits = [one.coupon.total_limit for one in group]
    number = maker.kit.formats.number
    if all(limit is not None for limit in limits):
        most = number(sum(limit or 0 for limit in limits))
        return tr("CouponRow", "{used} of {most} used").format(used=number(used), most=most)
    return tr("CouponRow", "%n time(s) used", used)


class CodeCard(Card):
    """One code big with its QR code, or many to copy.

    Attributes:
        closed: put it away.
    """

    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__("current", row=True)
        self._kit = kit
        self._codes: list[str] = []
        self._qr = QrCode("", "-", QR_SIDE)
        self._name = text_label("", tone="secondary", wrap=True)
        self._code = text_label("", "figure", strong=True)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._many = QPlainTextEdit()
        self._many.setReadOnly(True)
        self._many.setFixedHeight(120)
        self._copied = Button(kit.theme, tr("CodeCard", "Copy"), "secondary", icon="copy")
        close = Button(kit.theme, tr("CodeCard", "Close"), "quiet")
        on_press(self._copied, self._copy)
        on_press(close, self.closed.emit)
        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (self._name, self._code, self._many):
            words.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._copied)
        buttons.addWidget(close)
        buttons.addStretch(1)
        words.addLayout(buttons)
        words.addStretch(1)
        self.column.setSpacing(20)
        self.column.addWidget(self._qr)
        self.column.addLayout(words, 1)

    def show_coupons(self, coupons: Sequence[Coupon]) -> None:
        """Show these codes."""
        self._codes = [one.code for one in coupons]
        one = coupons[0]
        alone = len(coupons) == 1
        self._name.setText(one.name)
        self._qr.show_text(tr("CodeCard", "QR code: {code}").format(code=one.code), one.code)
        self._qr.setVisible(alone)
        self._code.setText(one.code)
        self._code.setVisible(alone)
        self._many.setPlainText("\n".join(self._codes))
        self._many.setAccessibleName(tr("CodeCard", "Codes of {name}").format(name=one.name))
        self._many.setVisible(not alone)
        self._copied.say(tr("CodeCard", "Copy %n code(s)", len(coupons)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._codes))
        self._copied.say(tr("CodeCard", "Copied"))
