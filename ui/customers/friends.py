"""Who brought this person, their own code to hand to friends, and the friends who came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.joined import joined, listed
from ui.shared.brought_by import REFUSALS, BroughtBy, brought_by_sentence
from ui.shared.buttons import Button, on_press
from ui.shared.form import Form
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.customers import CustomerRow
    from retention_desktop.errors import ShopError
    from retention_desktop.loyalty import Referrals
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

_SIDE: Final = 116
_MOST_NAMED: Final = 6


class Friends(QWidget):
    """The section of a person's details.

    Attributes:
        brought: a code, number or name of whoever brought them.
        code_wanted: make them a code.
    """

    brought = Signal(str)
    code_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._code: QrCode | None = None
        self._who = text_label("", wrap=True)
        self.form = Form(theme)
        self.field = BroughtBy()
        self._note = Button(theme, tr("Friends", "Note"), icon="check")
        self.form.add(tr("Friends", "Brought by"), self.field, beside=self._note)
        self.form.add_wide(self.field.meant)
        self._make = Button(theme, tr("Friends", "Make a code for friends"), icon="qr-code")
        self._shown = text_label("", strong=True)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pays = text_label("", "caption", "secondary", wrap=True)
        self._came = text_label("", wrap=True)
        self._names = text_label("", "caption", "secondary", wrap=True)
        self._lay_out()
        on_press(self._note, self._enter)
        on_press(self._make, self.code_wanted.emit)
        self.field.returnPressed.connect(self._enter)
        self.field.textChanged.connect(lambda _text: self.form.set_error(self.field, ""))

    def attach(self, find: Callable[[str], CustomerRow | None]) -> None:
        """Ask this whom a text means."""
        self.field.attach(find)

    def show_referrals(self, referrals: Referrals, formats: ShopFormats, *, anew: bool) -> None:
        """Show a person's; `anew` forgets what was typed about somebody else."""
        if anew or not referrals.open:
            self.field.clear()
            self.form.clear_errors()
        by = referrals.brought_by
        day = formats.moment(by.since) if by else ""
        who = tr("Friends", "Brought by {name}").format(name=by.name) if by else ""
        self._who.setText(joined(who, day))
        self._who.setVisible(by is not None)
        self.form.setVisible(referrals.open)
        self._show_code(referrals)
        self._show_pays(referrals, formats)
        count = len(referrals.friends)
        came = sum(friend.came for friend in referrals.friends)
        said = tr("Friends", "%n friend(s) brought", count)
        self._came.setText(joined(said, tr("Friends", "%n came", came)) if count else said)
        self._names.setText(listed(friend.name for friend in referrals.friends[:_MOST_NAMED]))
        self._names.setVisible(count > 0)

    def show_error(self, error: ShopError) -> bool:
        """Say below the field why nobody was noted; False where it is about something else."""
        if error.code not in REFUSALS:
            return False
        self.form.set_error(self.field, brought_by_sentence(error))
        self.field.setFocus()
        return True

    def _show_code(self, referrals: Referrals) -> None:
        """The code is made where there is one: its library takes twenty milliseconds to load."""
        self._make.setVisible(not referrals.code)
        self._shown.setText(referrals.shown)
        self._shown.setVisible(bool(referrals.code))
        if referrals.code:
            name = tr("Friends", "QR code for friends: {code}").format(code=referrals.shown)
            if self._code is None:
                self._code = QrCode(name, referrals.code, _SIDE)
                self._row.insertWidget(0, self._code)
            self._code.show_text(name, referrals.code)
        if self._code is not None:
            self._code.setVisible(bool(referrals.code))

    def _show_pays(self, referrals: Referrals, formats: ShopFormats) -> None:
        words = {
            "point": tr("Friends", "{own} pt for them, {friend} pt for the friend"),
            "punch": tr("Friends", "{own} stamps for them, {friend} for the friend"),
            "credit": tr("Friends", "{own} credit for them, {friend} for the friend"),
        }
        said = listed(
            words[unit].format(own=formats.number(own), friend=formats.number(friend))
            for unit, own, friend in referrals.pays
        )
        self._pays.setText(
            tr("Friends", "At a friend's first purchase: {what}").format(what=said) if said
            else tr("Friends", "No rule gives anything for friends yet.")
        )  # fmt: skip

    def _enter(self) -> None:
        text = self.field.take().strip() if not self.field.composing else ""
        if text:
            self.field.setText(text)
            self.brought.emit(text)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for widget in (self._shown, self._make, self._pays):
            words.addWidget(widget)
        words.addStretch(1)
        words.setAlignment(self._make, Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._who)
        column.addWidget(self.form)
        column.addLayout(self._row)
        column.addWidget(self._came)
        column.addWidget(self._names)
