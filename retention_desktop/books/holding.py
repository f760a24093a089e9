"""Whom a code means that was printed on a card, a slip or a coupon: scanned or typed, it opens the right person."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from retention_desktop.domain.person_code import read_person_code, typed_code
from retention_desktop.storage import finding_store

if TYPE_CHECKING:
    from retention_desktop.storage.plain import Reader

_SHORTEST: Final = 4
"""No code is shorter; what is shorter is not looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a code.

    Attributes:
        customer: key.
        by: what the code is: a person's own card, a reward, a coupon bound to the person.
        uid: the reward's or coupon's, "" for a card.
        state: the reward's ("issued", "used" ...), else "".
    """

    customer: int
    by: Literal["card", "reward", "coupon"]
    uid: str = ""
    state: str = ""


def holders_of(reader: Reader, text: str) -> tuple[Holder, ...]:
    """Whom a code means: nobody, one person, or (once in many shops) several; any width, case and hyphens.

    A reward or coupon of somebody deleted meanwhile means nobody.
    """
    holder = _holder_of_a_slip(reader, text)
    if holder is not None:
        return (holder,)
    end = read_person_code(text)
    owners = finding_store.customers_by_uid_end(reader, end) if end else ()
    return tuple(Holder(customer=key, by="card") for key in owners)


def _holder_of_a_slip(reader: Reader, text: str) -> Holder | None:
    for code in _spellings(text):
        reward = finding_store.reward_by_code(reader, code)
        if reward is not None and finding_store.lives(reader, reward.customer):
            return Holder(customer=reward.customer, by="reward", uid=reward.uid, state=reward.state)
        coupon = finding_store.coupon_by_code(reader, code)
        if coupon is not None and finding_store.lives(reader, coupon.customer):
            return Holder(customer=coupon.customer, by="coupon", uid=coupon.uid)
    return None


def _spellings(text: str) -> tuple[str, ...]:
    """How a code typed so may be written in the store: as it is, and without hyphens and spaces."""
    bare = typed_code(text)
    if len(bare) < _SHORTEST or not bare.isascii() or not bare.isalnum():
        return ()
    return tuple(dict.fromkeys((bare, unicodedata.normalize("NFKC", text).strip().upper())))
