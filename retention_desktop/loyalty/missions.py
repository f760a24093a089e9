"""What the rules give once besides visits: answered surveys and missions, and who has had them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.books import points
from retention_desktop.storage import loyalty_store

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.storage.database import Tx

CAUSES: Final = ("mission", "survey")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """Something that is given once for.

    Attributes:
        cause: "mission" or "survey".
        name: as the rule calls it, "" where it has no name.
        gives: (unit, amount) by programme.
        given: this customer has had it.
    """

    cause: str
    name: str
    gives: tuple[tuple[str, int], ...]
    given: bool


def missions_of(tx: Tx, customer: str, person: int, local: datetime) -> tuple[Mission, ...]:
    """The missions and surveys that are open at `local` (in the shop's zone), for a customer by uid and key."""
    found = []
    for cause, name in _names(tx):
        awards = points.awards_for(tx, cause, customer, person, local, name)
        if awards:
            gives = tuple((award.programme.unit, award.amount) for award in awards)
            given = all(points.is_paid(tx, award) for award in awards)
            found.append(Mission(cause=cause, name=name, gives=gives, given=given))
    return tuple(found)


def _names(tx: Tx) -> tuple[tuple[str, str], ...]:
    rules = [rule for programme in loyalty_store.active_programmes(tx) for rule in programme.terms.rules]
    named = [(rule.kind, rule.name) for cause in CAUSES for rule in rules if rule.kind == cause and rule.enabled]
    return tuple(dict.fromkeys(named))
