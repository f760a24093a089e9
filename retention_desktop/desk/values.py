"""What the desk shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.desk.collected import PunchCard, TierNow
    from retention_desktop.domain.customer import Customer
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.programme import Earned, Reward
    from retention_desktop.domain.punch_limit import Limited
    from retention_desktop.domain.stage import Stage
    from retention_desktop.domain.visit import KeptLine, Refund, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Punch:
    """One punch on the open card."""

    day: date
    today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The person at the counter.

    Attributes:
        consent: promo consent at the first number: True, False (withdrawn or suppressed), None (never asked).
        days_since: days since the last visit before today, None without one.
        usual_gap: median days between visits, None below three visits.
        birthday_in: days until the next birthday, None where unknown.
        open_visit: today's newest visit that has no amount yet.
        visits_today: all visits of today, newest first.
        punches: on the open card, oldest first; `card_size` is its own, 0 without a punch card.
        filled_today: a card was filled by a visit of today.
        points: None without a point programme.
        rewards: those not yet used.
        cards: every punch card; `punches`, `card_size`, `reward_name` and `filled_today` are the first one's.
        tiers: the level in every programme that has levels.
        balances: in every programme that is switched on.
        limits: the cards whose limit leaves today's newest visit without a punch.
    """

    customer: Customer
    last_four: str
    consent: bool | None
    reachable: bool
    tags: tuple[str, ...]
    stage: Stage
    days_since: int | None
    usual_gap: int | None
    birthday_in: int | None
    open_visit: Visit | None
    visits_today: tuple[Visit, ...]
    punches: tuple[Punch, ...]
    card_size: int
    reward_name: str
    filled_today: bool
    points: int | None
    rewards: tuple[Reward, ...]
    cards: tuple[PunchCard, ...] = ()
    tiers: tuple[TierNow, ...] = ()
    balances: tuple[Balance, ...] = ()
    limits: tuple[Limited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What logging a visit did.

    Attributes:
        operation: uid, "" where nothing was written (`duplicate`).
        duplicate: a visit with this key was there already; nothing changed.
        earned: what this operation changed, by programme.
        balances: after it; empty for a sale without a customer.
        limits: the cards whose limit leaves this visit without a punch.
    """

    visit: Visit
    customer: str | None
    operation: str
    duplicate: bool
    earned: tuple[Earned, ...]
    balances: tuple[Balance, ...]
    limits: tuple[Limited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeemed:
    """What redeeming did.

    Attributes:
        visit: the visit whose bill it paid, as it is now; None where there was none.
        operation: uid, "" where nothing was written (`duplicate`).
        earned: what changed, by programme: what was taken, and what the visit earns less.
        discount: minor units taken off the bill.
    """

    visit: Visit | None
    customer: str
    operation: str
    duplicate: bool
    earned: tuple[Earned, ...]
    balances: tuple[Balance, ...]
    reward: Reward
    discount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitBill:
    """A visit's bill.

    Attributes:
        lines: its goods.
        refunds: what was given back.
        left: minor units of it that could still be given back.
        due: minor units that neither rewards, points nor credit have paid.
    """

    visit: Visit
    lines: tuple[KeptLine, ...]
    refunds: tuple[Refund, ...]
    left: int
    due: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a customer could redeem on this bill.

    Attributes:
        reward: what `Desk.redeem` takes: uid of an issued reward, "programme:id" of a catalogue reward, uid of the
            programme whose points (or credit) are turned into money off.
        points: what it costs; 0 for a reward that was issued.
        discount: minor units it takes off this bill.
        enough: whether the points are there.
        money: points for money off.
    """

    reward: str
    name: str
    unit: str
    points: int
    discount: int
    enough: bool
    money: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldEarn:
    """What a bill would earn in one programme.

    Attributes:
        rules: which rule gives what.
        promotion: id of the one that counts, "" = none.
        tier_percent: what the level multiplies by, 100 = it doesn't; `tier` is its name then.
        limited: what leaves it without a punch, None where nothing does.
    """

    programme: str
    name: str
    unit: str
    amount: int
    rules: dict[str, int]
    promotion: str
    balance: int
    tier_percent: int = 100
    tier: str = ""
    limited: Limited | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPreview:
    """A bill before it is logged.

    Attributes:
        earned: by programme, for the bill after `discount`.
        offers: what may be redeemed on it.
        discount: minor units that the redemptions asked for take off.
        tender: minor units paid with credit.
        to_pay: what is left.
    """

    earned: tuple[WouldEarn, ...]
    offers: tuple[Offer, ...]
    discount: int
    tender: int
    to_pay: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayVisit:
    """One line of today's list.

    Attributes:
        name: "" for a sale without a customer.
        punches, card_size, card_name: of the card it filled, else of the fullest running one; see `Match`.
    """

    visit: Visit
    customer: str
    name: str
    kind: str
    punches: int
    card_size: int
    filled: bool
    card_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The shop's day so far; `sales` net of discounts and refunds, in minor units of the shop's currency."""

    day: date
    visits: tuple[TodayVisit, ...]
    sales: int
    rewards: int
    currency: str
