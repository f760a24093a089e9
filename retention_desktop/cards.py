"""What is printed for customers: who a card is for and what its QR code holds, and a statement of one's account."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from retention_desktop import settings
from retention_desktop.books import people, points
from retention_desktop.domain.codes import grouped
from retention_desktop.domain.person_code import person_code
from retention_desktop.domain.terms import read_terms
from retention_desktop.storage import card_store, customer_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from retention_desktop.domain.customer import Customer
    from retention_desktop.domain.programme import Reward
    from retention_desktop.domain.terms import Terms
    from retention_desktop.storage.card_store import KeptTerms, Posted
    from retention_desktop.storage.database import Database, Tx

_AT_ONCE: Final = 500
_LONGEST: Final = 20
"""A member number longer than this makes a QR code too fine for a business card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardHolder:
    """Whom a card is for.

    Attributes:
        code: what the QR code holds and a scanner types: the member number, or a code of their own.
        shown: the same as it is read by people, with hyphens.
        member_number: "" for none.
        language: "ja", "en" or "" (the shop's).
    """

    uid: str
    name: str
    kana: str
    kind: str
    member_number: str
    language: str
    code: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A programme that is switched on, with its terms."""

    programme: str
    name: str
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One change: `kind` is the ledger entry's; `visit` says whether a visit caused it; `balance` is the one after."""

    day: date
    kind: str
    amount: int
    balance: int
    reason: str
    visit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAccount:
    """One programme's part: what was there before the first line, the lines, what is there now.

    `balance` is always `carried` plus all lines' amounts.
    """

    programme: str
    name: str
    unit: str
    carried: int
    lines: tuple[StatementLine, ...]
    balance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A customer's accounts on a day of the shop's calendar; `rewards` are those that wait to be used."""

    holder: CardHolder
    day: date
    since: date | None
    accounts: tuple[StatementAccount, ...]
    rewards: tuple[Reward, ...]


class Cards:
    """What the shop prints for its customers."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def holders(self, keys: Sequence[int]) -> tuple[CardHolder, ...]:
        """The people behind these keys, in their order; people deleted meanwhile are left out."""
        found: list[CardHolder] = []
        with self._db.read() as tx:
            for start in range(0, len(keys), _AT_ONCE):
                part = keys[start : start + _AT_ONCE]
                known = customer_store.customers_by_keys(tx, part)
                found += _holders(tx, [known[key] for key in part if key in known])
        return tuple(found)

    def holder(self, uid: str) -> CardHolder:
        """One person. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return _holders(tx, [people.known(tx, uid)])[0]

    def offers(self) -> tuple[Offer, ...]:
        """The programmes that are switched on, under the terms in force."""
        with self._db.read() as tx:
            return tuple(_offer(kept) for kept in card_store.terms_in_force(tx))

    def statement(self, uid: str, since: date | None = None) -> Statement:
        """A customer's accounts today; changes before `since` are summed up.

        Raises:
            ShopError: customer_not_found.
        """
        with self._db.read() as tx:
            person = people.known(tx, uid)
            zone = settings.read(tx).zone_info
            day = self._clock().astimezone(zone).date()
            entries = card_store.entries_of(tx, person.key)
            accounts = tuple(
                _account(
                    balance.programme, balance.name, balance.unit, balance.balance,
                    [one for one in entries if one.programme == balance.programme], since, day, zone,
                )
                for balance in points.balances(tx, person.key, day)
            )  # fmt: skip
            waiting = tuple(
                reward for reward in loyalty_store.rewards_of(tx, person.key, day) if reward.usable(day)
            )  # fmt: skip
            return Statement(holder=_holders(tx, [person])[0], day=day, since=since, accounts=accounts, rewards=waiting)


def _holders(tx: Tx, known: Sequence[Customer]) -> list[CardHolder]:
    shared = card_store.shared_member_numbers(tx, [one.member_number for one in known if one.member_number])
    return [_holder(one, own_number=one.member_number not in shared) for one in known]


def _holder(person: Customer, *, own_number: bool) -> CardHolder:
    number = person.member_number
    # A scanner types keys: a number with other letters, or one that two people have, would not come back as it is.
    scannable = own_number and 0 < len(number) <= _LONGEST and number.isascii() and number.replace("-", "").isalnum()
    code = number if scannable else person_code(person.uid)
    return CardHolder(
        uid=person.uid, name=person.display_name, kana=person.kana, kind=person.kind, member_number=number,
        language=person.language, code=code, shown=code if scannable else grouped(code),
    )  # fmt: skip


def _offer(kept: KeptTerms) -> Offer:
    return Offer(programme=kept.programme, name=kept.name, terms=read_terms(kept.unit, kept.terms))


def _account(
    programme: str, name: str, unit: str, balance: int, entries: Sequence[Posted], since: date | None, day: date,
    zone: ZoneInfo,
) -> StatementAccount:  # fmt: skip
    before = [one for one in entries if since is not None and _day(one, zone) < since]
    shown = entries[len(before) :]
    carried = sum(one.amount for one in before)
    after = list(accumulate((one.amount for one in shown), initial=carried))[1:]
    lines = [_line(one, left, zone) for one, left in zip(shown, after, strict=True)]
    lapsed = (after[-1] if after else carried) - balance
    if lapsed:
        # Lots whose day has come count no longer, though their entry is written at the next change of the account.
        lines.append(StatementLine(day=day, kind="expire", amount=-lapsed, balance=balance, reason="", visit=False))
    return StatementAccount(
        programme=programme, name=name, unit=unit, carried=carried, lines=tuple(lines), balance=balance
    )


def _line(entry: Posted, balance: int, zone: ZoneInfo) -> StatementLine:
    return StatementLine(
        day=_day(entry, zone), kind=entry.kind, amount=entry.amount, balance=balance, reason=entry.reason,
        visit=entry.visit is not None,
    )  # fmt: skip


def _day(entry: Posted, zone: ZoneInfo) -> date:
    return entry.occurred.astimezone(zone).date()
