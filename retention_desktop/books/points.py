"""Points and punches: the only writer of the ledger.

A visit's entries always add up to what the visit earns under the version that stood when it first earned
("target minus current"), so a correction, an undo and an undo of a correction are the same step.
Filling a card takes its punches off and issues a reward; taking a punch back where none is left on the open card
first takes back the newest reward not yet used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.domain.earning import PunchTerms, earned_by_visit
from retention_desktop.domain.ledger import Balance, open_lots, spread
from retention_desktop.domain.programme import Earned, Programme
from retention_desktop.storage import ledger_store, ledger_writer, loyalty_store
from retention_desktop.storage.ledger_store import FOREVER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from retention_desktop.domain.ledger import Lot
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx
    from retention_desktop.storage.ledger_store import VisitEarning


@dataclass(frozen=True, slots=True, kw_only=True)
class _Posting:
    """What every entry of one settlement in one programme shares."""

    tx: Tx
    operation: Operation
    new_uid: Callable[[], str]
    account: int
    programme: Programme
    visit: Visit

    @property
    def occurred(self) -> datetime:
        return self.visit.at or self.visit.recorded_at

    def append(self, kind: str, amount: int, key: str, allocations: list[tuple[int, int]] | None = None,
               reverses: int | None = None, short: int = 0) -> int:  # fmt: skip
        facts = {"amount": self.visit.amount, "currency": self.visit.currency} | ({"short": short} if short else {})
        entry = ledger_writer.NewEntry(
            uid=self.new_uid(), account=self.account, amount=amount, kind=kind, occurred=self.occurred,
            recorded=self.operation.at, key=key, operation=self.operation.key, visit=self.visit.key,
            version=self.programme.version, staff=self.operation.staff, reverses=reverses,
            breakdown=facts,
        )  # fmt: skip
        return ledger_writer.append_entry(self.tx, entry, allocations or [])

    def lots(self) -> list[Lot]:
        return open_lots(ledger_store.lots_of(self.tx, self.account), self.visit.day)


def settle_visit(
    tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str], *, new: bool = False
) -> tuple[Earned, ...]:
    """Bring the ledger to what this visit earns now; says what changed.

    An anonymous sale earns nothing. The key of each entry is `earn:<visit uid>:<programme uid>:<n>`.

    Args:
        new: the visit was added in this transaction, so it can't have earned anything yet.
    """
    if visit.customer is None:
        return ()
    before = {} if new else ledger_store.earned_by(tx, visit.key)
    accounts = ledger_store.accounts_of(tx, visit.customer)
    changed = []
    for programme in _programmes(tx, before):
        amount = _settle(tx, operation, visit, programme, before.get(programme.key), accounts, new_uid)
        if amount:
            changed.append(Earned(programme=programme.uid, unit=programme.unit, amount=amount))
    return tuple(changed)


def _programmes(tx: Tx, before: dict[int, VisitEarning]) -> list[Programme]:
    """The programmes to settle, each with the version under which the visit first earned, else today's."""
    active = [programme for programme in loyalty_store.active_programmes(tx) if programme.key not in before]
    return active + [loyalty_store.programme_of_version(tx, earning.version) for earning in before.values()]


def _settle(
    tx: Tx, operation: Operation, visit: Visit, programme: Programme, earning: VisitEarning | None,
    accounts: dict[int, int], new_uid: Callable[[], str],
) -> int:  # fmt: skip
    difference = earned_by_visit(programme.terms, visit) - (earning.amount if earning else 0)
    if difference == 0 or visit.customer is None:
        return 0
    account = earning.account if earning else accounts.get(programme.key)
    if account is None:
        account = ledger_writer.open_account(tx, new_uid(), visit.customer, programme.key)
    posting = _Posting(tx=tx, operation=operation, new_uid=new_uid, account=account, programme=programme, visit=visit)
    key = f"earn:{visit.uid}:{programme.uid}:{earning.entries if earning else 0}"
    if difference > 0:
        posting.append("earn", difference, key)
        _fill_cards(posting)
    else:
        difference = -_take_back(posting, -difference, key)
    _write_cache(tx, account)
    return difference


def _fill_cards(posting: _Posting) -> None:
    terms = posting.programme.terms
    if not isinstance(terms, PunchTerms):
        return
    lots = posting.lots()
    while sum(lot.left for lot in lots) >= terms.size:
        uid = posting.new_uid()
        entry = posting.append("card_filled", -terms.size, f"filled:{uid}", spread(lots, terms.size))
        ledger_writer.issue_reward(
            posting.tx, uid=uid, account_key=posting.account, name=terms.reward, code=reward_code(uid), entry=entry,
            issued_at=posting.operation.at,
        )  # fmt: skip
        lots = posting.lots()


def reward_code(uid: str) -> str:
    """Ten letters and digits without look-alikes (no 0 O 1 I L), made from the random half of a UUIDv7."""
    alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    number = int(uid.replace("-", "")[-16:], 16)
    code = ""
    for _ in range(10):
        number, digit = divmod(number, len(alphabet))
        code += alphabet[digit]
    return code


def _take_back(posting: _Posting, amount: int, key: str) -> int:
    """Take back what the visit earned, from its own lots first, never below zero; returns what could be taken.

    Where its own punch went into a filled card, another one on the open card is taken, and only an empty open card
    makes the filled one give way: so many standing visits always mean so many cards and so many punches.
    """
    if sum(lot.left for lot in posting.lots()) < amount and isinstance(posting.programme.terms, PunchTerms):
        _give_card_back(posting)
    lots = sorted(posting.lots(), key=lambda lot: lot.visit != posting.visit.key)
    allocations = spread(lots, amount)
    taken = sum(part for _, part in allocations)
    if taken:
        posting.append("earn_back", -taken, key, allocations, short=amount - taken)
    return taken


def _give_card_back(posting: _Posting) -> None:
    reward = ledger_store.last_unused_reward(posting.tx, posting.account)
    if reward is None:
        return
    uid, debit = reward
    returned = [(lot, -amount) for lot, amount in ledger_store.taken_by(posting.tx, debit)]
    total = -sum(amount for _, amount in returned)
    posting.append("card_reopened", total, f"reopened:{uid}", returned, reverses=debit)
    ledger_writer.set_reward_state(posting.tx, uid, "given_back")


def _write_cache(tx: Tx, account: int) -> None:
    """Every taking is spread over lots in full, so what is left in them is the account's sum; `check` proves it."""
    lots = ledger_store.lots_of(tx, account)
    dates = [lot.expires_on for lot in lots if lot.left > 0 and lot.expires_on]
    ledger_writer.write_cache(tx, account, sum(lot.left for lot in lots), min(dates, default=None))


def sums(tx: Tx, customers: list[int], day: date) -> dict[int, dict[str, int]]:
    """Balances by unit for many customers: the cached sum where nothing has lapsed by `day`, else the lots."""
    found: dict[int, dict[str, int]] = {}
    for cached in ledger_store.posted_balances(tx, customers):
        lapsed = cached.earliest_expiry is not None and cached.earliest_expiry <= day
        value = ledger_store.open_sum(tx, cached.account, day) if lapsed else cached.posted
        found.setdefault(cached.customer, {})[cached.unit] = value
    return found


def balances(tx: Tx, customer: int, day: date, until: datetime = FOREVER) -> tuple[Balance, ...]:
    """A customer's balance in every programme that is switched on, on a day of the shop's calendar.

    Args:
        until: leave out what was earned or spent after this UTC instant.
    """
    found = []
    accounts = ledger_store.accounts_of(tx, customer)
    for programme in loyalty_store.active_programmes(tx):
        account = accounts.get(programme.key)
        lots = () if account is None else tuple(open_lots(ledger_store.lots_of(tx, account, until), day))
        total = sum(lot.left for lot in lots)
        found.append(
            Balance(programme=programme.uid, name=programme.name, unit=programme.unit, balance=total, lots=lots)
        )
    return tuple(found)
