"""The shop itself: what it is called, where it is, when it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QLineEdit

from retention_desktop.domain.staff import Deed
from ui.settings.hours_field import HoursField
from ui.settings.places import currency_names, region_names
from ui.settings.section import LABELS, Section
from ui.shared.card import Card
from ui.shared.choice_field import ChoiceField
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.shared.page import Page


class ShopSection(Section):
    """Saves each field when it is left."""

    deed = Deed.SETTINGS

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("ShopSection", "Shop"), tr("ShopSection", "What customers know you by"))
        self._name = ImeEdit()
        self._region = ChoiceField(self.kit.theme)
        self._currency = ChoiceField(self.kit.theme)
        self._hours = HoursField(self.kit, LABELS)
        self.cards.column.addWidget(self._names())
        self.cards.column.addWidget(self._place())
        self.cards.column.addWidget(self._opening())
        self.cards.column.addStretch(1)

    def reload(self) -> None:
        """Texts, choices and hours."""
        super().reload()
        if self.shop is None:
            return
        now = self.shop.settings.now
        _offer(self._region, region_names(), now.region)
        _offer(self._currency, currency_names(), now.currency)
        self._hours.show_hours(now.opening_hours)

    def start(self) -> None:
        """The shop's name comes first."""
        self._name.setFocus()

    def _names(self) -> Card:
        card, form = Card(), Form(self.kit.theme, LABELS)
        form.add(
            tr("ShopSection", "Shop &name"), self._name,
            hint=tr("ShopSection", "Offers begin with it, so that people see who writes."),
        )  # fmt: skip
        legal = form.add(
            tr("ShopSection", "&Legal name"), ImeEdit(),
            hint=tr("ShopSection", "The operator's formal name. Japanese law wants it known to who gets an offer."),
        )  # fmt: skip
        stop = form.add(
            tr("ShopSection", "&Opt-out line"), ImeEdit(),
            hint=tr("ShopSection", "The last line of each offer: how to say stop."),
        )  # fmt: skip
        stop.setPlaceholderText(tr("ShopSection", "Reply STOP to opt out"))
        for field, name in ((self._name, "name"), (legal, "legal_name"), (stop, "opt_out_line")):
            self.bind(form, field, name)
        card.column.addWidget(form)
        return card

    def _place(self) -> Card:
        card, form = Card(), Form(self.kit.theme, LABELS)
        form.add(
            tr("ShopSection", "&Country or region"), self._region,
            hint=tr("ShopSection", "Phone numbers without a country code belong here."),
        )  # fmt: skip
        form.add(
            tr("ShopSection", "C&urrency"), self._currency,
            hint=tr("ShopSection", "For amounts from now on. Earlier amounts keep theirs."),
        )  # fmt: skip
        zone = form.add(
            tr("ShopSection", "&Time zone"), QLineEdit(),
            hint=tr("ShopSection", "Decides which day a visit belongs to."),
        )  # fmt: skip
        zone.setCompleter(_zone_completer(zone))
        self.bind(form, zone, "zone", _check_zone)
        self._region.chosen.connect(lambda value: self.change(region=value))
        self._currency.chosen.connect(lambda value: self.change(currency=value))
        card.column.addWidget(form)
        return card

    def _opening(self) -> Card:
        card = Card()
        card.column.addWidget(text_label(tr("ShopSection", "Opening hours"), strong=True))
        card.column.addWidget(self._hours)
        self._hours.edited.connect(lambda hours: self.change(opening_hours=hours))
        return card


def _offer(field: ChoiceField, names: Mapping[str, str], value: str) -> None:
    """Fill the list at the first time; a value that isn't in it (set by command line) joins it."""
    if not field.count():
        for code, words in names.items():
            field.add(code, words)
    if field.findData(value) < 0:
        field.add(value, value)
    if field.value != value:
        field.choose(value)


def _zones() -> list[str]:
    return sorted(bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())


def _zone_completer(field: QLineEdit) -> QCompleter:
    completer = QCompleter(_zones(), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    return completer


def _check_zone(text: str) -> tuple[str, str]:
    wanted = text.strip().replace(" ", "_").casefold()
    found = next((zone for zone in _zones() if zone.casefold() == wanted), "")
    return found, "" if found else tr("ShopSection", "No such time zone. Write one like Asia/Tokyo.")
