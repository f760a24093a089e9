"""A bill as the desk shows it before Enter: what it earns, what comes off, what is left to pay; in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

OfferKind = Literal["reward", "catalogue", "money"]


STANDING: Final = "standing"
"""Stands for the standing discount where a coupon's code would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a bill earns in one programme.

    Attributes:
        programme: uid.
        unit: "point", "punch" or "credit".
        amount: points, punches or minor units of credit.
        why: the rule or the promotion that counts, in words; "" where there is nothing to say.
        promoted: a promotion counts.
    """

    programme: str
    unit: str
    amount: int
    why: str = ""
    promoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One thing that comes off a bill.

    Attributes:
        name: of the reward, the coupon, the discount.
        off: minor units, None while no amount is known.
        code: a coupon's that is not yet used, or `STANDING`: it can be taken off the bill again; "" for all else.
        problem: why it does not count, in words; "" where it does.
    """

    name: str
    off: int | None = None
    code: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillView:
    """The bill being entered.

    Attributes:
        gains: those above zero, points first.
        amount: minor units to record: what was typed less the standing discount; None while nothing is.
        to_pay: minor units, None while no amount is known or nothing comes off.
        payable: minor units of the bill that a redemption comes off: the one being entered, or where none is what is
            left of the one just recorded; None while no amount is known.
        hint: the rule for points in words, shown where nothing better is to be said.
        offers: what can be redeemed on it, and what can't and why.
    """

    gains: tuple[Gain, ...] = ()
    taken: tuple[Taken, ...] = ()
    amount: int | None = None
    to_pay: int | None = None
    payable: int | None = None
    hint: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be redeemed now, or can't for a reason.

    Attributes:
        key: what the use case takes: the uid of an issued reward, the id of one in the catalogue, the uid of a
            programme for money off.
        code: what stands on its slip, plain; "" for none.
        below: what it costs or how long it counts, in words.
        off: minor units off this bill, None where that isn't known or it gives no money off.
        points: what it costs; for money off the most that can be used now.
        unit: of what it costs.
        step, least: by how much money off can be made smaller, and its minimum; 0 where it can't.
        needs_bill: it comes off a bill, so an amount must be known.
        refused: why not, in words.
    """

    key: str
    kind: OfferKind
    name: str
    code: str = ""
    below: str = ""
    off: int | None = None
    points: int = 0
    unit: str = "point"
    step: int = 0
    least: int = 0
    needs_bill: bool = False
    refused: str = ""
