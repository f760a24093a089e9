"""One person as a message sees them: what fills the placeholders, and what decides whether it may go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.domain.name import addressed
from retention_desktop.domain.template import JA

if TYPE_CHECKING:
    from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A person who may get a message.

    Attributes:
        customer: uid.
        customer_key: the row's key in this store.
        contact_key: key of the contact point chosen for SMS, None without a number.
        family: family name.
        given: given name.
        display_name: the whole name as it was given.
        organisation: a company rather than a person.
        address: E.164 of the chosen number, "" without one.
        mobile: the number may get an SMS.
        dead: the provider said that the number does not exist.
        sample: belongs to the sample shop.
        suppressed: the number said stop, whoever it belongs to.
        promo: consent to promotions of this number: True given, False withdrawn, None never asked.
        service: the same for service messages.
        visits: visits not void.
        last_visit: day of the last one.
        points: points that have not lapsed.
        punches: punches that have not lapsed.
        to_go: punches missing for the next reward, None without a punch card.
    """

    customer: str
    customer_key: int
    contact_key: int | None = None
    family: str = ""
    given: str = ""
    display_name: str = ""
    organisation: bool = False
    address: str = ""
    mobile: bool = False
    dead: bool = False
    sample: bool = False
    suppressed: bool = False
    promo: bool | None = None
    service: bool | None = None
    visits: int = 0
    last_visit: date | None = None
    points: int = 0
    punches: int = 0
    to_go: int | None = None


def values_for(recipient: Recipient, language: str, today: date, shop_name: str) -> dict[str, str]:
    """The values of every placeholder for one person, "" where nothing is known.

    A company has no family or given name: its own name stands there. In Japanese a whole name is family first and
    carries its title (様, 御中); in English it is given name first where both are in Latin letters.
    """
    company = recipient.display_name if recipient.organisation else ""
    whole = company or _whole_name(recipient, language)
    if language == JA:
        company = addressed(company, "organisation") if company else ""
        whole = (company or addressed(whole)) if whole else ""
    return {
        "family": company or recipient.family,
        "given": company or recipient.given or recipient.family,
        "name": whole,
        "points": f"{recipient.points:,}",
        "punches": f"{recipient.punches:,}",
        "to_go": "" if recipient.to_go is None else f"{recipient.to_go:,}",
        "last_visit": "" if recipient.last_visit is None else day_text(recipient.last_visit, language, today),
        "shop": shop_name,
    }


def _whole_name(recipient: Recipient, language: str) -> str:
    if recipient.family and recipient.given:
        in_order = (recipient.family, recipient.given)
        western = language != JA and (recipient.family + recipient.given).isascii()
        return " ".join(reversed(in_order) if western else in_order)
    return recipient.display_name or recipient.family or recipient.given


def day_text(day: date, language: str, today: date) -> str:
    """A day short enough for an SMS: 10月3日, 3 Oct; with its year where that is not this year."""
    if language == JA:
        return f"{day.month}月{day.day}日" if day.year == today.year else f"{day.year}年{day.month}月{day.day}日"
    short = f"{day.day} {_MONTHS[day.month - 1]}"
    return short if day.year == today.year else f"{short} {day.year}"
