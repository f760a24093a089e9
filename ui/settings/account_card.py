"""Step 2: what Twilio gave the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.settings.key_field import KeyField
from ui.settings.numbered_card import NumberedCard
from ui.settings.section import LABELS
from ui.settings.sender_checks import check_account, check_address, check_api_key, check_sender
from ui.shared.form import Form
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.settings import ShopSettings
    from retention_desktop.shop import Shop
    from ui.settings.section import Section


class AccountCard(NumberedCard):
    """Account, key, sender and address; each is saved when it is left.

    Attributes:
        known: where the key is was found out or has changed.
    """

    known = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__(section.kit.theme, 2, tr("AccountCard", "Fill in your account"))
        self._section = section
        self._key = KeyField(section.page)
        self._key.known.connect(self.known)
        self._form = Form(section.kit.theme, LABELS)
        self.column.addWidget(self._form)
        self._account = self._line(tr("AccountCard", "&Account SID"), "twilio_account", placeholder="AC…")
        self._line(
            tr("AccountCard", "API key &SID"), "twilio_api_key", placeholder="SK…",
            hint=tr("AccountCard", "Only if you use an API key. Leave it empty to use the account's auth token."),
        )  # fmt: skip
        self._form.add(tr("AccountCard", "&Token or key secret"), self._key.edit, beside=self._key.eye)
        self._key.setContentsMargins(LABELS + 16, 0, 0, 0)
        self._form.add_wide(self._key)
        self._line(
            tr("AccountCard", "S&ender"), "twilio_sender",
            hint=tr("AccountCard", "The number you rent from Twilio, or a messaging service (MG…)."),
        )  # fmt: skip
        self._line(
            tr("AccountCard", "A&ddress"), "twilio_address",
            hint=tr("AccountCard", "Only https. Change it only if Twilio's support tells you to."),
        )  # fmt: skip

    def attach(self, shop: Shop) -> None:
        """Ask where the key is."""
        self._key.attach(shop.credentials)

    def missing(self, now: ShopSettings) -> str:
        """What is still to be filled in, in the reader's words, or ""."""
        wanted = (
            (bool(now.twilio_account), tr("AccountCard", "the account SID")),
            (self._key.kept, tr("AccountCard", "the key")),
            (bool(now.twilio_sender), tr("AccountCard", "the sender")),
        )
        return next((words for there, words in wanted if not there), "")

    def start(self) -> QWidget:
        """The first field."""
        return self._account

    def _line(self, label: str, name: str, *, hint: str = "", placeholder: str = "") -> QLineEdit:
        edit = self._form.add(label, QLineEdit(), hint=hint)
        edit.setPlaceholderText(placeholder)
        checks = {
            "twilio_account": check_account,
            "twilio_api_key": check_api_key,
            "twilio_sender": lambda text: check_sender(text, self._region()),
            "twilio_address": check_address,
        }
        return self._section.bind(self._form, edit, name, checks[name])

    def _region(self) -> str:
        shop = self._section.shop
        return shop.settings.now.region if shop is not None else "JP"
