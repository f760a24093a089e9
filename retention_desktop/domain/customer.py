"""A customer and the ways to reach one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One person or organisation the shop knows.

    Attributes:
        key: the store's integer key, valid in this store only.
        uid: the same in every store.
        display_name: as it was given, byte for byte.
        kana: the reading as it was given, byte for byte.
        kind: "person" or "organisation".
        sex: "female", "male" or "".
        birth_year, birth_month, birth_day: each may be unknown.
        language: "ja", "en" or "" (the shop's).
        last_visit_day: the shop's calendar day.
        spend: minor units of the shop's currency over all visits not void.
        due_on, inactive_on, lost_on: the first day of each stage, see `domain.stage`.
    """

    key: int
    uid: str
    family: str = ""
    given: str = ""
    kana_family: str = ""
    kana_given: str = ""
    display_name: str = ""
    kana: str = ""
    kind: str = "person"
    sex: str = ""
    birth_year: int | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    language: str = ""
    channel: str = ""
    postal_code: str = ""
    address: str = ""
    member_number: str = ""
    notes: str = ""
    pinned_note: str = ""
    sample: bool = False
    last_visit_day: date | None = None
    visit_count: int = 0
    spend: int = 0
    due_on: date | None = None
    inactive_on: date | None = None
    lost_on: date | None = None
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """One number or address of a customer.

    Attributes:
        channel: "sms", "phone" (no SMS reaches it) or "email".
        given: as it was typed.
        address: E.164, or a lower-case e-mail address; "" where the number is not usable.
        mobile: an SMS may reach it.
        consent: promo consent in force here: True, False (withdrawn), None (never asked).
        suppressed: this address said stop, whoever it belongs to.
    """

    key: int
    uid: str
    customer: int
    channel: str
    given: str
    address: str
    last_four: str
    mobile: bool
    position: int = 0
    state: str = "ok"
    consent: bool | None = None
    suppressed: bool = False

    @property
    def agreed(self) -> bool | None:
        """Whether promotions may be sent here: True, False (withdrawn, or stop was said), None (never asked)."""
        return False if self.suppressed else self.consent


def number_of(own: Sequence[ContactPoint]) -> ContactPoint | None:
    """The number a person goes by: the first that takes SMS, else the first."""
    numbers = [point for point in own if point.channel != "email"]
    return min(numbers, key=lambda point: (not point.mobile, point.position), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDraft:
    """What a person types about a customer; empty = unknown.

    Attributes:
        phone: as typed, in any form the shop's region uses.
        consent: the wording agreed to, "" = not asked or not given.
        brought_by: who brought them, by uid, referral code, card, number or name.
    """

    name: str = ""
    family: str = ""
    given: str = ""
    kana: str = ""
    phone: str = ""
    email: str = ""
    kind: str = "person"
    sex: str = ""
    birthday: str = ""
    language: str = ""
    postal_code: str = ""
    address: str = ""
    member_number: str = ""
    notes: str = ""
    pinned_note: str = ""
    consent: str = ""
    brought_by: str = ""
