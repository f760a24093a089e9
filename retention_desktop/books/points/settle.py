"""A visit's earning, in every programme: brought to what the visit earns now.

A visit is settled under the version that was in force when it was recorded; one that has earned already, under the
version it earned by. The key of each entry is `earn:<visit uid>:<programme uid>:<n>`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from retention_desktop.books.points import bill as bills
from retention_desktop.books.points.limit import judged_again, limit_of, limited_by
from retention_desktop.books.points.merge import open_moved_card
from retention_desktop.books.points.reading import posting_on, today
from retention_desktop.books.points.referral import settle_referral
from retention_desktop.books.points.writing import account_of, write, write_lot
from retention_desktop.domain.account import AccountState, net_of
from retention_desktop.domain.earning import Earning, summed
from retention_desktop.domain.expiry import expires_on as lapses
from retention_desktop.domain.ledger import FORGIVEN
from retention_desktop.domain.posting import (
    PLANNED,
    Cause,
    NewEntry,
    VisitEarned,
    lapsed_decides,
    one_more_lot,
    settle,
)
from retention_desktop.domain.posting.settling import EARN, NOTHING_EARNED, VISIT_KINDS
from retention_desktop.domain.programme import Earned
from retention_desktop.storage import account_store, earned_store, ledger_writer, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retention_desktop.domain.bill import Bill, Line
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.posting import Posting
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.account_store import AccountRow, Written
    from retention_desktop.storage.database import Tx


def settle_visit(
    tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str], *, new: bool = False,
    lines: Sequence[Line] = (),
) -> tuple[Earned, ...]:  # fmt: skip
    """Bring the ledger to what this visit earns now; says what changed.

    An anonymous sale earns nothing.

    Args:
        new: the visit was added in this transaction with these `lines`, so it can't have earned anything yet; the
            versions in force are the newest.
    """
    if visit.customer is None:
        return ()
    bill = bills.bill_of(tx, visit, new=new, lines=lines)
    settlement = _Settlement(tx, operation, visit, new_uid, bill)
    changed = settlement.of_new() if new else settlement.of_known()
    settle_referral(tx, operation, visit, bill, new_uid, new=new)
    return changed if new else together(changed, settle_later(tx, operation, visit, new_uid))


def settle_later(
    tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str]
) -> tuple[Earned, ...]:  # fmt: skip
    """Bring the punches of the visits into line that were recorded after this one and judged by it.

    Only where a card has a limit; a visit that was moved is handed in once as it was.
    """
    if not any(map(limit_of, loyalty_store.active_programmes(tx))):
        return ()
    changed: tuple[Earned, ...] = ()
    for later in judged_again(tx, loyalty_store.programmes_then(tx, visit.recorded_at), visit):
        settlement = _Settlement(tx, operation, later, new_uid, bills.bill_of(tx, later))
        changed = together(changed, settlement.of_known(limit_of))
    return changed


def together(one: tuple[Earned, ...], other: tuple[Earned, ...]) -> tuple[Earned, ...]:
    """What two steps changed, by programme; what cancels out is left out."""
    if not other:
        return one
    sums: dict[tuple[str, str], int] = {}
    for each in (*one, *other):
        sums[each.programme, each.unit] = sums.get((each.programme, each.unit), 0) + each.amount
    return tuple(Earned(programme=uid, unit=unit, amount=amount) for (uid, unit), amount in sums.items() if amount)


class _Settlement:
    """What settling one visit shares over all programmes."""

    def __init__(self, tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str], bill: Bill) -> None:
        self._tx = tx
        self._operation = operation
        self._visit = visit
        self._new_uid = new_uid
        self._bill = bill
        self._accounts = account_store.accounts_of(tx, visit.customer or 0)
        self._new = False

    def of_new(self) -> tuple[Earned, ...]:
        self._new = True
        return self._all((programme, []) for programme in loyalty_store.active_programmes(self._tx))

    def of_known(self, wanted: Callable[[Programme], object] = lambda _: True) -> tuple[Earned, ...]:
        before: dict[int, list[Written]] = defaultdict(list)
        for entry in account_store.visit_entries(self._tx, self._visit.key):
            before[entry.programme].append(entry)
        found = [(self._version_of(entries), entries) for entries in before.values()]
        then = loyalty_store.programmes_then(self._tx, self._visit.recorded_at)
        every: list[tuple[Programme, list[Written]]]
        every = [(programme, []) for programme in then if programme.key not in before] + found
        return self._all(pair for pair in every if wanted(pair[0]))

    def _version_of(self, entries: list[Written]) -> Programme:
        version = max(entry.posted.version or 0 for entry in entries)
        return loyalty_store.programme_of_version(self._tx, version)

    def _all(self, wanted: Any) -> tuple[Earned, ...]:  # noqa: ANN401  pairs of a programme and its entries
        changed = []
        for programme, entries in wanted:
            amount = self._one(programme, entries)
            if amount:
                changed.append(Earned(programme=programme.uid, unit=programme.unit, amount=amount))
        return tuple(changed)

    def _one(self, programme: Programme, entries: list[Written]) -> int:
        account = self._accounts.get(programme.key)
        others, carried = self._without_this(account, entries)
        first = entries[0].breakdown if entries else None
        earning = bills.earning_of(self._tx, programme, self._visit, self._bill, others, first)
        if earning.amount > 0 and limited_by(self._tx, programme, self._visit):
            earning = Earning(amount=0, by_rule={})
        earning = self._with_start(programme, account, earning)
        earned = _earned(entries, account) if entries else NOTHING_EARNED
        if not entries and not earning.amount and not earning.carry and not carried:
            return self._idle(programme, account)
        account = account or account_of(self._tx, self._visit.customer or 0, programme.key, self._new_uid, {})
        if not (earning.carry or carried):
            return self._settle(programme, account, earned, earning)
        ledger_writer.write_carry(self._tx, account.key, self._visit.key, earning.carry, new=self._new)
        sums = account_store.carried_text(summed((others or account).carried_over(), earning.carry))
        return self._settle(programme, account, earned, earning, sums)

    def _without_this(self, account: AccountRow | None, entries: list[Written]) -> tuple[AccountRow | None, bool]:
        """The account as it would be without this visit, and whether the visit carried over."""
        if account is None or self._new:
            return account, False
        own = sum(
            entry.posted.amount for entry in entries
            if entry.account == account.key and entry.posted.kind in VISIT_KINDS
        )  # fmt: skip
        return earned_store.without_visit(self._tx, account, self._visit.key, own)

    def _idle(self, programme: Programme, account: AccountRow | None) -> int:
        """A visit keeps idle points alive even where it earns none: the first day on which they lapse moves."""
        if account is not None and programme.terms.expiry.kind == "idle_months" and account.posted:
            self._settle(programme, account, NOTHING_EARNED, None)
        return 0

    def _with_start(self, programme: Programme, account: AccountRow | None, earning: Earning) -> Earning:
        """With the start bonus of a card: for the first visit that earns, as long as it stands."""
        card = programme.terms.card
        if card is None or not card.start or earning.amount <= 0:
            return earning
        if account is not None and earned_store.another_started(self._tx, account.key, self._visit.key):
            return earning
        by_rule = earning.by_rule | {"start": card.start}
        return replace(earning, amount=earning.amount + card.start, by_rule=by_rule)

    def _settle(
        self, programme: Programme, account: AccountRow, earned: VisitEarned, earning: Earning | None,
        carried: str | None = None,
    ) -> int:  # fmt: skip
        if earning is None or earned.entries or earning.amount <= 0:
            posting, changed = self._planned(programme, account, earned, earning)
        elif self._stands_alone(programme, account):
            return self._one_more(programme, account, earning, carried)
        else:
            posting, changed = self._planned(programme, account, earned, earning, adds=True)
            if lapsed_decides(posting):
                posting, changed = self._planned(programme, account, earned, earning)
        while programme.terms.card and _forgives(posting) and self._opened(account):
            posting, changed = self._planned(programme, account, earned, earning)
        write(self._tx, self._operation, posting, self._new_uid, self._visit.key, carried=carried)
        return changed

    def _stands_alone(self, programme: Programme, account: AccountRow) -> bool:
        """Whether a new lot concerns no other: no card may fill, nothing is owed or has lapsed, no day moves."""
        terms = programme.terms
        if terms.card or account.owed or terms.expiry.kind == "idle_months":
            return False
        ends, day = lapses(terms.expiry, self._visit.day)[0], today(self._tx, self._operation.at)
        return account.counts_on(day) and (ends is None or ends > day)

    def _one_more(self, programme: Programme, account: AccountRow, earning: Earning, carried: str | None) -> int:
        visit = self._visit
        expires_on, idle_months = lapses(programme.terms.expiry, visit.day)
        entry = NewEntry(
            key=PLANNED, uid=self._new_uid(), account=account.key, kind=EARN, amount=earning.amount,
            idem=f"{self._idem(programme)}:0", cause=self._cause(programme, earning), expires_on=expires_on,
            idle_months=idle_months,
        )  # fmt: skip
        state = AccountState(key=account.key, uid=account.uid, whole=False, oldest=account.oldest)
        plan = one_more_lot(entry, state, account.posted, account.earliest)
        write_lot(self._tx, self._operation, plan, carried)
        return earning.amount

    def _opened(self, account: AccountRow) -> bool:
        """Whether a card could be opened that was filled before the customer's records were merged."""
        return open_moved_card(self._tx, self._operation, account.key, self._new_uid)

    def _planned(
        self, programme: Programme, account: AccountRow, earned: VisitEarned, earning: Earning | None, *,
        adds: bool = False,
    ) -> tuple[Posting, int]:  # fmt: skip
        visit = self._visit
        posting = posting_on(
            self._tx, self._operation, programme, account, visit.customer or 0, self._new_uid, cards=not adds,
            whole=not adds,
        )  # fmt: skip
        changed = settle(
            posting, earned, earning.amount if earning else 0, self._idem(programme), self._cause(programme, earning),
            expires=lapses(programme.terms.expiry, visit.day), debt=programme.terms.below_zero == "debt",
        )  # fmt: skip
        return posting, changed

    def _idem(self, programme: Programme) -> str:
        return f"earn:{self._visit.uid}:{programme.uid}"

    def _cause(self, programme: Programme, earning: Earning | None) -> Cause:
        visit = self._visit
        return Cause(
            occurred=visit.at or visit.recorded_at, visit=visit.key, version=programme.version,
            breakdown=_facts(visit, earning),
        )  # fmt: skip


def _forgives(posting: Posting) -> bool:
    return any(entry.kind == FORGIVEN for entry in posting.entries)


def _earned(entries: list[Written], account: AccountRow | None) -> VisitEarned:
    own = [entry for entry in entries if entry.posted.kind in VISIT_KINDS]
    here = net_of(entry.posted for entry in entries if account is not None and entry.account == account.key)
    return VisitEarned(
        amount=sum(entry.posted.amount for entry in own), entries=len(own),
        taken=tuple(posted for posted in here if posted.kind in VISIT_KINDS and posted.amount < 0),
        unforgiven=tuple(posted for posted in here if posted.kind == "forgiven_back"),
        again=tuple(posted for posted in here if posted.kind == "earn_again"),
    )  # fmt: skip


def _facts(visit: Visit, earning: Earning | None) -> dict[str, Any]:
    """The facts that an explanation of the entry needs."""
    facts: dict[str, Any] = {"amount": visit.amount, "currency": visit.currency}
    if earning is None:
        return facts
    if visit.discount:
        facts["discount"] = visit.discount
    if earning.by_rule:
        facts["rules"] = earning.by_rule
    if earning.promotion:
        facts["promotion"] = earning.promotion
    return facts | earning.facts
