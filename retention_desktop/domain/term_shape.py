"""The shape of a programme's terms as JSON: which keys there are, and which values each may have.

`check_shape` says everything that is misshapen; terms without such a problem can be read. Whether they make sense
together is `term_problems`' to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from retention_desktop.domain.terms import (
    BASES,
    BILL_KINDS,
    EVENT_KINDS,
    EXPIRIES,
    PUNCH,
    ROUNDINGS,
)

Check = Callable[[str, object], Iterator["Problem"]]

_MOST_POINTS: Final = 10**9
_MOST_MONEY: Final = 10**12  # minor units; far above a shop's bill, far below what the store can hold
_DECIMAL: Final = re.compile(r"\d{1,9}(?:\.(\d+))?", re.ASCII)
_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00", re.ASCII)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of terms.

    Attributes:
        path: where, "rules.0.per"; "" is the whole.
        code: one of `term_problems.CODES`.
        facts: the values its sentence needs.
    """

    path: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def check_shape(unit: str, json: object) -> tuple[Problem, ...]:
    """Everything misshapen in the terms of a unit."""
    said = json.keys() if isinstance(json, Mapping) else ()
    required: dict[str, Check] = {"size": _whole(1, 1000), "reward": _reward} if unit == PUNCH else {}
    optional = _ANY_UNIT | (_CARD if unit == PUNCH else {})
    if unit != PUNCH and "rules" not in said and {"points", "per"} & set(said):
        required = {"points": _whole(1), "per": _whole(1, _MOST_MONEY)}  # one rate, as revision 0001 kept it
        optional = optional | {"minimum": _MONEY}
    return tuple(_object(required, optional)("", json))


# -- checks ----------------------------------------------------------------------------------------------------------


def _at(path: str, key: object) -> str:
    return f"{path}.{key}" if path else str(key)


def _whole(least: int = 0, most: int = _MOST_POINTS) -> Check:
    """A whole number; true and false are none, though Python counts with them."""

    def check(path: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield Problem(path, "not_a_number", {"value": _shown(value)})
        elif value < least:
            yield Problem(path, "too_small", {"least": least})
        elif value > most:
            yield Problem(path, "too_large", {"most": most})

    return check


def _decimal(most: int, places: int, *, above_zero: bool) -> Check:
    """A number as decimal text, or a whole one; exact, so never a binary fraction."""

    def check(path: str, value: object) -> Iterator[Problem]:
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        found = _DECIMAL.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            yield Problem(path, "not_a_number", {"value": _shown(value)})
        elif len(found[1] or "") > places:
            yield Problem(path, "too_many_decimals", {"most": places})
        elif above_zero and not found[0].strip("0."):
            yield Problem(path, "not_above_zero")
        elif int(found[0].partition(".")[0]) + bool((found[1] or "").strip("0")) > most:
            yield Problem(path, "too_large", {"most": most})

    return check


def _text(path: str, value: object) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem(path, "not_a_text", {"value": _shown(value)})


def _name(path: str, value: object) -> Iterator[Problem]:
    if isinstance(value, str) and not value.strip():
        yield Problem(path, "missing")
    yield from _text(path, value)


def _flag(path: str, value: object) -> Iterator[Problem]:
    if not isinstance(value, bool):
        yield Problem(path, "not_yes_or_no", {"value": _shown(value)})


def _one_of(*choices: str) -> Check:
    def check(path: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, str) or value not in choices:
            yield Problem(path, "unknown_choice", {"value": _shown(value), "choices": ", ".join(choices)})

    return check


def _instant(path: str, value: object) -> Iterator[Problem]:
    """ISO 8601 with an offset, in years every zone can show."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or not 1900 <= at.year <= 9000:
        yield Problem(path, "not_an_instant", {"value": _shown(value)})


def _hours(path: str, value: object) -> Iterator[Problem]:
    pair = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    if len(pair) != 2 or not all(isinstance(each, str) and _CLOCK.fullmatch(each) for each in pair):
        yield Problem(path, "not_hours", {"value": _shown(value)})


def _list(check: Check) -> Check:
    def check_all(path: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, Sequence) or isinstance(value, str):
            yield Problem(path, "not_a_list", {"value": _shown(value)})
            return
        for at, each in enumerate(value):
            yield from check(_at(path, at), each)

    return check_all


def _or_none(check: Check) -> Check:
    return lambda path, value: iter(()) if value is None else check(path, value)


def _object(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    def check(path: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(path, "not_an_object", {"value": _shown(value)})
            return
        yield from (Problem(_at(path, key), "missing") for key in required if key not in value)
        for key, each in value.items():
            known = required.get(key) or optional.get(key)
            yield from known(_at(path, key), each) if known else [Problem(_at(path, key), "unknown_field")]

    return check


def _kind_of(path: str, value: object, kinds: Mapping[str, Check]) -> Iterator[Problem]:
    """An object whose `kind` says which other keys it has."""
    kind = value.get("kind") if isinstance(value, Mapping) else None
    if isinstance(kind, str) and kind in kinds:
        yield from kinds[kind](path, value)
    elif isinstance(value, Mapping):
        yield from _one_of(*kinds)(_at(path, "kind"), kind)
    else:
        yield Problem(path, "not_an_object", {"value": _shown(value)})


def _shown(value: object) -> str:
    return str(value)[:40]


# -- the shape of each part ------------------------------------------------------------------------------------------

_MONEY: Final = _whole(0, _MOST_MONEY)
_PERCENT: Final = _whole(0, 100)
_NAMES: Final = _list(_name)
_IS: Final = _name  # the kind itself, already looked up
_GIVES: Final[Mapping[str, Check]] = {
    "discount": _object({"kind": _IS, "amount": _whole(1, _MOST_MONEY)}, {}),
    "percent": _object({"kind": _IS, "percent": _whole(1, 100)}, {"cap": _or_none(_whole(1, _MOST_MONEY))}),
    "item": _object({"kind": _IS, "item": _name}, {"count": _whole(1, 1000)}),
    "gift": _object({"kind": _IS}, {}),
}


def check_gives(path: str, value: object) -> Iterator[Problem]:
    """What is misshapen in what a reward or coupon gives."""
    yield from _kind_of(path, value, _GIVES)


_PRESENT: Final[dict[str, Check]] = {"name": _name, "gives": check_gives}
_PRESENT_TOO: Final[dict[str, Check]] = {"cost": _or_none(_MONEY), "valid_days": _or_none(_whole(1, 36_500))}


def _reward(path: str, value: object) -> Iterator[Problem]:
    yield from _name(path, value) if isinstance(value, str) else _object(_PRESENT, _PRESENT_TOO)(path, value)


_WINDOW: Final[dict[str, Check]] = {
    "from": _or_none(_instant),
    "until": _or_none(_instant),
    "weekdays": _or_none(_list(_whole(0, 6))),
    "hours": _or_none(_hours),
}
_GOODS: Final[dict[str, Check]] = dict.fromkeys(("items", "categories", "except_items", "except_categories"), _NAMES)
_RULE_TOO: Final[dict[str, Check]] = {
    "minimum": _MONEY, "per": _MONEY, "mode": _one_of("proportional", "block"), "carry": _flag, "code": _text,
    "priority": _whole(-1000, 1000), "alone": _flag, "enabled": _flag, "friend_points": _whole(), "name": _text,
    "feb29": _one_of("02-28", "03-01"), **_WINDOW, **_GOODS,
}  # fmt: skip
_RULES: Final[Mapping[str, Check]] = {
    kind: _object(
        {"id": _name, "kind": _IS, "points": _whole(0 if kind == "referral" else 1)}
        | ({"per": _whole(1, _MOST_MONEY)} if kind == "amount" else {})
        | ({"name": _name} if kind == "mission" else {}),
        _RULE_TOO,
    )
    for kind in BILL_KINDS + EVENT_KINDS
}
_PROMOTION_TOO: Final[dict[str, Check]] = {
    "minimum": _MONEY, "once_a_day": _flag, "priority": _whole(-1000, 1000), "enabled": _flag, **_WINDOW, **_GOODS,
}  # fmt: skip
_MULTIPLIER: Final = _decimal(10, 3, above_zero=True)  # Square's bounds: at most 10, three decimals
_PROMOTIONS: Final[Mapping[str, Check]] = {
    "multiply": _object(
        {"id": _name, "name": _name, "kind": _IS, "times": _MULTIPLIER}, _PROMOTION_TOO | {"points": _whole()}
    ),
    "add": _object(
        {"id": _name, "name": _name, "kind": _IS, "points": _whole(1)}, _PROMOTION_TOO | {"times": _MULTIPLIER}
    ),
}
_EXPIRY: Final[Mapping[str, Check]] = {
    kind: _object({"kind": _IS, "count": _whole(1, 36_500 if kind == "days" else 1200)}, {})
    if kind in {"days", "months", "idle_months"}
    else _object({"kind": _IS}, {"count": _whole()})
    for kind in EXPIRIES
}
_SPEND: Final = _object(
    {"points": _whole(1), "value": _whole(1, _MOST_MONEY)},
    {"step": _whole(1), "minimum": _whole(), "cap_percent": _whole(1, 100)},
)
_STEP: Final = _object(
    {"id": _name, "name": _name, "from": _MONEY},
    {"percent": _whole(1, 1000), "discount_percent": _PERCENT, "benefit": _text},
)
_TIERS: Final = _object(
    {"steps": _list(_STEP)},
    {"by": _one_of("spend", "earned"), "months": _whole(1, 120), "grace_days": _whole(0, 3650)},
)
_ANY_UNIT: Final[dict[str, Check]] = {
    "rounding": _one_of(*ROUNDINGS),
    "base": _one_of(*BASES),
    "tax_percent": _decimal(99, 3, above_zero=False),
    "below_zero": _one_of("floor", "debt"),
    "own_bill": _flag,
    "expiry": lambda path, value: _kind_of(path, value, _EXPIRY),
    "caps": _object({}, {"day": _or_none(_whole(1)), "customer": _or_none(_whole(1))}),
    "rules": _list(lambda path, value: _kind_of(path, value, _RULES)),
    "promotions": _list(lambda path, value: _kind_of(path, value, _PROMOTIONS)),
    "spend": _or_none(_SPEND),
    "rewards": _list(_object({"id": _name, "points": _whole(1), **_PRESENT}, _PRESENT_TOO)),
    "tiers": _or_none(_TIERS),
}
_CARD: Final[dict[str, Check]] = {
    "per_visit": _whole(1, 1000),
    "start": _whole(0, 1000),
    "milestones": _list(_object({"at": _whole(1, 1000), **_PRESENT}, _PRESENT_TOO)),
    "limit": _object({}, {"minutes": _whole(0, 525_600), "per_day": _whole(0, 1000)}),
}
_ENTITLED: Final[Mapping[str, Check]] = {
    "tag": _object({"tag": _name}, {}),
    "tier": _object({"tier": _name}, {}),
    "visits": _object({"visits": _whole(1)}, {"months": _or_none(_whole(1, 120))}),
    "spend": _object({"spend": _whole(1, _MOST_MONEY)}, {"months": _or_none(_whole(1, 120))}),
    "item": _object({"item": _name}, {"count": _whole(1), "months": _or_none(_whole(1, 120))}),
}


def _entitled(path: str, value: object) -> Iterator[Problem]:
    kinds = [kind for kind in _ENTITLED if isinstance(value, Mapping) and kind in value]
    if len(kinds) == 1:
        yield from _ENTITLED[kinds[0]](path, value)
    else:
        yield Problem(path, "unknown_choice", {"value": _shown(value), "choices": ", ".join(_ENTITLED)})


def _money_off(path: str, value: object) -> Iterator[Problem]:
    yield from _kind_of(path, value, {kind: _GIVES[kind] for kind in ("discount", "percent")})


check_discounts: Final[Check] = _list(
    _object(
        {"id": _name, "name": _name, "gives": _money_off, "for": _entitled},
        {"minimum": _MONEY, "enabled": _flag, **_WINDOW},
    )
)
"""What is misshapen in a list of standing discounts."""
