"""How messages leave: choose a service, fill in the account, send one to yourself, then switch over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QButtonGroup, QGridLayout

from retention_desktop.domain.staff import Deed
from ui.settings.account_card import AccountCard
from ui.settings.numbered_card import NumberedCard
from ui.settings.section import Section, queued
from ui.settings.service_tile import ServiceTile
from ui.settings.test_card import TestCard
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.shared.page import Page

PRACTICE: Final = "practice"
TWILIO: Final = "twilio"
SERVICES: Final = (PRACTICE, TWILIO)


class SenderSection(Section):
    """What is chosen here holds only once the button at the foot was pressed."""

    deed = Deed.SETTINGS

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("SenderSection", "Sending"), tr("SenderSection", "How your messages leave"))
        self._choice = ""
        self._tested = self._asked = False
        self._tiles = self._build_tiles()
        self._services = self._services_card()
        self._account = AccountCard(self)
        self._account.known.connect(self._follow)
        self._test = TestCard(self)
        self._test.done.connect(self._test_ended)
        for card in (self._services, self._account, self._test):
            self.cards.column.addWidget(card)
        self.cards.column.addStretch(1)
        self.outer.addWidget(self._foot())

    def attach(self, shop: Shop) -> None:
        """Begin with the service in force."""
        super().attach(shop)
        self._choice = self._choice or shop.settings.now.gateway

    def reload(self) -> None:
        """Fields, then what follows from them. The key store is asked when the section is first seen: it may prompt."""
        super().reload()
        if self.shop is not None and not self._asked:
            self._asked = True
            self._account.attach(self.shop)
        self._follow()

    def start(self) -> None:
        """The chosen service."""
        self._group.button(SERVICES.index(self._choice or PRACTICE)).setFocus()

    def keep(self) -> dict[str, Any]:
        """The choice not yet switched to belongs to what is kept."""
        return super().keep() | {"choice": self._choice, "tested": self._tested}

    def restore(self, kept: dict[str, Any]) -> None:
        """Choose it again."""
        self._choice = kept.get("choice", "") or self._choice
        self._tested = bool(kept.get("tested"))
        super().restore(kept)
        self._follow()

    def say_saved(self) -> None:
        """A saved field may complete the account."""
        super().say_saved()
        self._follow()

    def _build_tiles(self) -> dict[str, ServiceTile]:
        theme = self.kit.theme
        return {
            PRACTICE: ServiceTile(
                theme, "inbox", tr("SenderSection", "Practice outbox"), tr("SenderSection", "Keeps, never sends · free")
            ),
            TWILIO: ServiceTile(
                theme, "radio-tower", "Twilio", tr("SenderSection", "Worldwide · needs an account there")
            ),
        }  # fmt: skip

    def _services_card(self) -> NumberedCard:
        card = NumberedCard(self.kit.theme, 1, tr("SenderSection", "Choose a service"))
        card.remark(tr("SenderSection", "The practice outbox works at once, without a contract"))
        grid = QGridLayout()
        grid.setSpacing(8)
        self._group = QButtonGroup(self)
        for place, (name, tile) in enumerate(self._tiles.items()):
            self._group.addButton(tile, place)
            grid.addWidget(tile, place // 2, place % 2)
            tile.clicked.connect(lambda _checked=False, name=name: self._choose(name))
        card.column.addLayout(grid)
        return card

    def _foot(self) -> Card:
        bar = Card("bar", row=True, padded=False)
        bar.setFixedHeight(72)
        bar.column.setContentsMargins(24, 0, 24, 0)
        bar.column.setSpacing(12)
        self._words = text_label("", "caption", "secondary", wrap=True)
        self._switch = Button(self.kit.theme, tr("SenderSection", "Switch to Twilio"), "primary", "large")
        on_press(self._switch, self._switch_over)
        bar.column.addWidget(self._words, 1)
        bar.column.addWidget(self._switch)
        return bar

    def _choose(self, name: str) -> None:
        self._choice = name
        self._follow()

    def _switch_over(self) -> None:
        if self.change(gateway=self._choice):
            self._tested = False
            self.kit.notices.toast(self.page, _switched(self._choice))
            self._follow()

    def _test_ended(self, taken: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._tested = taken
        self._follow()
        if not taken:
            self._test.set_state("failed")

    def _follow(self) -> None:
        """Everything that depends on the choice, the account and the service in force."""
        if self.shop is None:
            return
        now = self.shop.settings.now
        twilio, in_force = self._choice == TWILIO, self._choice == now.gateway
        missing = self._account.missing(now) if twilio else ""
        self._tiles[self._choice].setChecked(True)
        self._services.set_state("done")
        self._account.setVisible(twilio)
        self._account.set_state("current" if missing else "done")
        self._test.set_number(3 if twilio else 2)
        self._test.set_state("done" if self._tested else "ahead" if missing or not in_force else "current")
        refusal = "" if in_force else _switch_first(self._choice)
        self._test.show_service(now.gateway if in_force else self._choice, refusal)
        self._show_foot(missing, in_force=in_force)

    def _show_foot(self, missing: str, *, in_force: bool) -> None:
        self._switch.setVisible(not in_force)
        self._switch.say(_switch_words(self._choice))
        wanted = tr("SenderSection", "Fill in {missing} first").format(missing=missing) if missing else ""
        self._switch.refuse(wanted)
        self._words.setText(self._foot_words(in_force=in_force))

    def _foot_words(self, *, in_force: bool) -> str:
        if self.shop is None:
            return ""
        if in_force and self._choice == PRACTICE:
            return tr("SenderSection", "Messages are kept in the practice outbox. Nothing leaves this PC.")
        if in_force:
            return tr("SenderSection", "Messages go out through Twilio, which bills each part.")
        if self._choice == PRACTICE:
            return tr("SenderSection", "Until you switch, messages go out through Twilio.")
        waiting = queued(self.shop)
        stays = tr("SenderSection", "Until you switch, everything stays in the practice outbox.")
        goes = tr("SenderSection", "%n waiting message(s) will then really go out.", waiting) if waiting else ""
        return f"{stays} {goes}".strip()


def _switch_words(choice: str) -> str:
    if choice == TWILIO:
        return tr("SenderSection", "Switch to Twilio")
    return tr("SenderSection", "Switch to the practice outbox")


def _switch_first(choice: str) -> str:
    if choice == TWILIO:
        return tr("SenderSection", "Switch to Twilio first")
    return tr("SenderSection", "Switch to practice first")


def _switched(choice: str) -> str:
    if choice == TWILIO:
        return tr("SenderSection", "From now on messages go out through Twilio. Send yourself one to be sure.")
    return tr("SenderSection", "From now on messages stay in the practice outbox.")
