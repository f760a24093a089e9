"""What every card of the loyalty page needs to build its fields: the draft, the shop's money and clock, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ui.loyalty.draft import RuleDraft
from ui.loyalty.fields import (
    InstantField,
    ListField,
    MoneyField,
    NumberField,
    Place,
    PlaceChoice,
    PlaceSwitch,
    TimesField,
    WeekdaysField,
    WordsField,
)
from ui.loyalty.sheet import OneSheet
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtCore import QObject

    from retention_desktop.settings import ShopSettings
    from ui.loyalty.sheet import Path, Sheet
    from ui.shared.kit import Kit


class ProgrammeName(Place):
    """The place of a programme's name, which stands beside its terms."""

    def __init__(self, draft: RuleDraft, programme: str) -> None:
        super().__init__(draft, programme, ("name",))
        self._draft = draft

    def get(self) -> str:
        """The name."""
        return self._draft.programme(self.programme).name

    def put(self, value: object) -> None:
        """Another name."""
        self._draft.rename(self.programme, str(value or ""))


class ProgrammeActive(Place):
    """The place of a programme's switch."""

    def __init__(self, draft: RuleDraft, programme: str) -> None:
        super().__init__(draft, programme, ("active",))
        self._draft = draft

    def get(self) -> bool:
        """Whether it is in use."""
        return self._draft.programme(self.programme).active

    def put(self, value: object) -> None:
        """Use it, or don't."""
        self._draft.switch(self.programme, on=bool(value))


class Maker:
    """Makes fields that write into a sheet.

    Attributes:
        sheet: what is typed.
        currency: ISO 4217, of the shop.
        zone: the shop's.
    """

    def __init__(self, kit: Kit, sheet: Sheet) -> None:
        self.kit = kit
        self.sheet = sheet
        self.currency = "JPY"
        self.zone: tzinfo = ZoneInfo("Asia/Tokyo")

    def follow(self, settings: ShopSettings) -> None:
        """The shop's currency and zone."""
        self.currency = settings.currency
        self.zone = settings.zone_info

    @property
    def money_word(self) -> str:
        """What stands behind an amount in a sentence: "yen", "EUR"."""
        return tr("Editing", "yen") if self.currency == "JPY" else self.currency

    def money(self, minor: int) -> str:
        """An amount as text."""
        return self.kit.formats.money(minor, self.currency)

    def amount(self, unit: str, count: int) -> str:
        """29 points, 3 punches, ¥50."""
        if unit == "credit":
            return self.money(count)
        text = tr("Editing", "%n punch(es)", count) if unit == "punch" else tr("Editing", "%n point(s)", count)
        return text.replace(str(count), self.kit.formats.number(count), 1)

    def local(self, instant: datetime) -> datetime:
        """An instant on the shop's clock."""
        return instant.astimezone(self.zone)

    def number(self, uid: str, path: Path, name: str, letters: int = 3, default: object = None) -> NumberField:
        """A whole number."""
        return NumberField(self.kit.theme, self._place(uid, path, default), name, letters)

    def times(self, uid: str, path: Path, name: str) -> TimesField:
        """A multiplier."""
        return TimesField(self.kit.theme, self._place(uid, path, None), name, 3)

    def cash(self, uid: str, path: Path, name: str, letters: int = 4, default: object = None) -> MoneyField:
        """An amount of money."""
        return MoneyField(self.kit.theme, self._place(uid, path, default), name, self.currency, letters)

    def quantity(self, unit: str, uid: str, path: Path, name: str, default: object = None) -> NumberField:
        """Points, punches, or an amount of credit."""
        if unit == "credit":
            return self.cash(uid, path, name, 3, default)
        return self.number(uid, path, name, 2, default)

    def words(self, uid: str, path: Path, name: str, letters: int = 16, default: object = "") -> WordsField:
        """A name or a few words."""
        return WordsField(self.kit.theme, self._place(uid, path, default), name, letters)

    def listed(self, uid: str, path: Path, name: str, hint: str = "") -> ListField:
        """Several words."""
        field = ListField(self.kit.theme, self._place(uid, path, None), name)
        field.setPlaceholderText(hint)
        return field

    def instant(self, uid: str, path: Path, name: str) -> InstantField:
        """A day and a time to the second."""
        return InstantField(self.kit.theme, self._place(uid, path, None), name, self.zone)

    def choice(
        self, uid: str, path: Path, name: str, choices: Sequence[tuple[str, str]], default: object = None
    ) -> PlaceChoice:
        """One of a few."""
        return PlaceChoice(self.kit.theme, self._place(uid, path, default), name, choices)

    def weekdays(self, uid: str, path: Path) -> WeekdaysField:
        """Some days of the week."""
        return WeekdaysField(self.kit.theme, self._place(uid, path, None), self.kit.language)

    def switch(self, uid: str, path: Path, name: str) -> PlaceSwitch:
        """A truth that is so unless said otherwise."""
        return PlaceSwitch(self.kit.theme, self._place(uid, path, default=True), name)

    def _place(self, uid: str, path: Path, default: object) -> Place:
        return Place(self.sheet, uid, path, default)


class Editing(Maker):
    """Makes fields that write into the draft of the shop's programmes.

    Attributes:
        draft: what is typed on the page; the same as `sheet`.
        standing: makes fields for the standing discounts, on a sheet of their own.
    """

    def __init__(self, kit: Kit, parent: QObject) -> None:
        self.draft = RuleDraft(parent)
        super().__init__(kit, self.draft)
        self.standing = Maker(kit, OneSheet({}, parent))

    def follow(self, settings: ShopSettings) -> None:
        """The shop's currency and zone."""
        super().follow(settings)
        self.standing.follow(settings)

    def called(self, uid: str, name: str) -> WordsField:
        """The programme's own name."""
        return WordsField(self.kit.theme, ProgrammeName(self.draft, uid), name)

    def active(self, uid: str, name: str) -> PlaceSwitch:
        """The switch of a whole programme."""
        return PlaceSwitch(self.kit.theme, ProgrammeActive(self.draft, uid), name)
