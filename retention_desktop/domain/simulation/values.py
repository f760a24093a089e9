"""What a replay takes and what it finds. Money is in minor units, days are the shop's own."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.domain.bill import Line

    type_of_row = tuple[int, int, str, str | None, int | None, int]
"""A light row: customer, visit (keys), day and instant (ISO text; None: not known), amount or None, discount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillDetail:
    """What only some rules ask of a visit, and what was given back of it."""

    tax: int | None = None
    code: str = ""
    lines: tuple[Line, ...] = ()
    refunded: int = 0
    refunded_lines: tuple[Line, ...] = ()
    returned: bool = False


NOTHING_MORE: Final = BillDetail()


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardLine:
    """How often one reward would have been given, and what that would have cost.

    Attributes:
        kind: "card" (a full card), "milestone", "catalogue" (bought with points) or "money_off" (points or credit
            taken off bills; `name` is empty and there is no unit cost).
        place: the number among the milestones or the catalogue's rewards, from 0.
        unit_cost: None where it is not known; such rewards cost nothing here and are counted all the same.
    """

    programme: str
    kind: str
    name: str
    count: int
    unit_cost: int | None
    cost: int
    place: int = 0

    @property
    def unpriced(self) -> bool:
        """Whether some were given of which nobody knows what they cost."""
        return self.count > 0 and self.unit_cost is None and self.kind != "money_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeOutcome:
    """What one draft would have done.

    Attributes:
        programme: the key the draft was handed in under.
        issued, redeemed, lapsed, open: points, punches or credit; open + redeemed + lapsed = issued.
        open_of_lost: the part of `open` whose customers have stopped coming, which will lapse; 0 where nothing lapses.
        worth: of one point or punch, in minor units; None where no cost is known.
        left_out: kinds of rules that past visits can't tell ("survey", "birthday"...).
    """

    programme: str
    unit: str
    rewards: tuple[RewardLine, ...]
    issued: int
    redeemed: int
    lapsed: int
    open: int
    open_of_lost: int
    worth: Fraction | None
    left_out: tuple[str, ...]

    @property
    def cost(self) -> int:
        """What its rewards would have cost."""
        return sum(line.cost for line in self.rewards)

    @property
    def breakage(self) -> Fraction | None:
        """The share of what was issued that lapsed, or will since its customers are lost; None where nothing was."""
        return Fraction(self.lapsed + self.open_of_lost, self.issued) if self.issued else None

    @property
    def open_promises(self) -> int:
        """What customers could still ask for, in money, rounded down once; 0 where no cost is known."""
        return int(self.open * self.worth) if self.worth is not None else 0

    @property
    def promises_known(self) -> bool:
        """Whether `open_promises` is all that is open."""
        return self.worth is not None or not self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """One calendar month of the replay; the first and the last may be parts of a month."""

    month: date
    visits: int
    sales: int
    rewards: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What drafts would have done to the shop's own visits.

    Attributes:
        first, last: days of the shop, both inside.
        visits, customers, sales: those with a customer; sales are net of discounts and refunds.
        anonymous_visits, anonymous_sales: those without one, which no programme sees.
    """

    first: date
    last: date
    visits: int
    customers: int
    sales: int
    anonymous_visits: int
    anonymous_sales: int
    programmes: tuple[ProgrammeOutcome, ...]
    months: tuple[MonthLine, ...]

    @property
    def rewards(self) -> tuple[RewardLine, ...]:
        """The rewards of every programme."""
        return tuple(line for each in self.programmes for line in each.rewards)

    @property
    def issued(self) -> int:
        """How many rewards would have been given; money taken off bills counts each time."""
        return sum(line.count for line in self.rewards)

    @property
    def cost(self) -> int:
        """What all rewards of known cost would have cost: the least that all of them cost."""
        return sum(each.cost for each in self.programmes)

    @property
    def unpriced(self) -> tuple[RewardLine, ...]:
        """The rewards that were given and are of unknown cost."""
        return tuple(line for line in self.rewards if line.unpriced)

    @property
    def without_cost(self) -> int:
        """How many rewards are of unknown cost."""
        return sum(line.count for line in self.unpriced)

    @property
    def promises_known(self) -> bool:
        """Whether `open_promises` is all that is open."""
        return all(each.promises_known for each in self.programmes)

    @property
    def percent_of_sales(self) -> Fraction | None:
        """The cost in percent of the sales with a customer; None without sales, or where some cost is unknown."""
        return Fraction(100 * self.cost, self.sales) if self.sales and not self.unpriced else None

    @property
    def cost_per_visit(self) -> Fraction | None:
        """The cost for each visit with a customer, in minor units; None without visits or with an unknown cost."""
        return Fraction(self.cost, self.visits) if self.visits and not self.unpriced else None

    @property
    def open_promises(self) -> int:
        """What customers could still ask for at the end, in money; where not `promises_known`, the least of it."""
        return sum(each.open_promises for each in self.programmes)

    @property
    def breakage(self) -> Fraction | None:
        """The share of what was issued that lapses, weighed by its worth where several programmes are replayed.

        None where nothing was issued, or where something was that can't be weighed.
        """
        if len(self.programmes) == 1:
            return self.programmes[0].breakage
        known = [(each, each.worth) for each in self.programmes if each.worth is not None]
        if any(each.issued and each.worth is None for each in self.programmes):
            return None
        issued = sum((each.issued * worth for each, worth in known), Fraction(0))
        lapsed = sum(((each.lapsed + each.open_of_lost) * worth for each, worth in known), Fraction(0))
        return lapsed / issued if issued else None
