"""The terms of a programme: how points, punches or credit are earned, what they buy, and when they lapse.

Money is in minor units, instants are aware UTC, shares are whole percents, and a multiplier is an exact Decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

POINT: Final = "point"
PUNCH: Final = "punch"
CREDIT: Final = "credit"
UNITS: Final = (POINT, PUNCH, CREDIT)

BILL_KINDS: Final = ("amount", "visit", "item")
EVENT_KINDS: Final = ("signup", "birthday", "referral", "survey", "mission")
ROUNDINGS: Final = ("floor", "half_up", "ceil")
BASES: Final = ("bill", "bill_without_tax", "goods", "goods_without_tax")
EXPIRIES: Final = ("never", "days", "months", "month_end", "year_end", "idle_months")
GIFTS: Final = ("discount", "percent", "item", "gift")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When something counts: in [starts, until), on these weekdays, in these hours of the shop's own clock.

    None is open on that side. `weekdays` are 0 (Monday) to 6; none listed means never. `hours` are minutes after
    midnight, the first inside and the last outside.
    """

    starts: datetime | None = None
    until: datetime | None = None
    weekdays: tuple[int, ...] | None = None
    hours: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Which lines of a bill are meant: those named or of a category (none listed: all), less the exceptions."""

    items: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    except_items: tuple[str, ...] = ()
    except_categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to earn.

    An "amount" rule gives `points` for each `per` minor units, in full blocks or in proportion; a "visit" rule gives
    them once a bill, an "item" rule once a unit; the other kinds once for what happened. `minimum` is inclusive.
    `carry` keeps what is left below one point for the next visit. `window` and `goods` are None when nothing is asked.
    """

    id: str
    kind: str
    points: int
    per: int = 0
    minimum: int = 0
    mode: str = "proportional"
    carry: bool = False
    goods: Goods | None = None
    code: str = ""
    priority: int = 0
    alone: bool = False
    enabled: bool = True
    window: Window | None = None
    friend_points: int = 0
    name: str = ""
    feb29: str = "02-28"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """More points for a while: `times` as many ("multiply"), or `points` on top once a bill ("add")."""

    id: str
    name: str
    kind: str
    times: Decimal = Decimal(1)
    points: int = 0
    window: Window | None = None
    goods: Goods | None = None
    minimum: int = 0
    once_a_day: bool = False
    priority: int = 0
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Expiry:
    """When what is earned lapses: `count` days, months or idle months on, or at the end of the month or year."""

    kind: str = "never"
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The most a customer earns by bills, in a day of the shop and in all; None is no cap."""

    day: int | None = None
    customer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendTerms:
    """`points` are worth `value` minor units, in steps, from a minimum, up to a share of the bill.

    Kept terms without a step mean steps of `points`.
    """

    points: int
    value: int
    step: int = 1
    minimum: int = 0
    cap_percent: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Gives:
    """What a reward or coupon gives: `amount` off, `percent` off (up to `cap`), `count` of an `item`, or a gift."""

    kind: str
    amount: int = 0
    percent: int = 0
    cap: int | None = None
    item: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A reward by name: what it gives, what it costs the shop (None: not known), how many days it is valid."""

    name: str
    gives: Gives
    cost: int | None = None
    valid_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueReward:
    """A present that `points` buy."""

    id: str
    points: int
    present: Present


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A small present when a card reaches `at` punches."""

    at: int
    present: Present


@dataclass(frozen=True, slots=True, kw_only=True)
class TierStep:
    """A level reached at `threshold` (minor units or points): its earning percent, discount percent and benefit."""

    id: str
    name: str
    threshold: int
    percent: int = 100
    discount_percent: int = 0
    benefit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiers:
    """Levels by net spend or by points earned ("spend", "earned") in so many months, lowest first."""

    by: str = "spend"
    months: int = 12
    grace_days: int = 0
    steps: tuple[TierStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most one entry in `minutes`, and `per_day` in a day; 0 is no limit."""

    minutes: int = 0
    per_day: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTerms:
    """A punch card: `size` punches fill it, `start` are given with a new one."""

    size: int
    reward: Present
    per_visit: int = 1
    start: int = 0
    milestones: tuple[Milestone, ...] = ()
    limit: Limit = Limit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The whole rule set of a programme; `card` stands for punches only, `spend` None buys no money off."""

    unit: str
    rounding: str = "floor"
    base: str = "bill"
    tax_percent: Decimal = Decimal(0)
    below_zero: str = "floor"
    own_bill: bool = False
    expiry: Expiry = Expiry()
    caps: Caps = Caps()
    rules: tuple[Rule, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    spend: SpendTerms | None = None
    rewards: tuple[CatalogueReward, ...] = ()
    tiers: Tiers | None = None
    card: CardTerms | None = None
