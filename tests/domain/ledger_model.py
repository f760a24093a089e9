"""Accounts in memory that write plans and read themselves back from the entries alone, as a store does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING

from retention_desktop.domain.account import AccountState, HeldReward, Posted, net_of
from retention_desktop.domain.ledger import CARD_FILLED, EXPIRE, LOT_KINDS, Lot
from retention_desktop.domain.posting import LAPSING, Deed, Posting, VisitEarned, lapse_day
from retention_desktop.domain.posting.settling import VISIT_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retention_desktop.domain.posting import NewEntry, Plan
    from retention_desktop.domain.terms import CardTerms


@dataclass
class Book:
    """Entries, rewards and visits of a few accounts."""

    cards: Mapping[int, CardTerms] = field(default_factory=dict)
    version: int = 1
    day: date = date(2026, 1, 5)
    entries: list[NewEntry] = field(default_factory=list)
    rewards: dict[int, dict[str, HeldReward]] = field(default_factory=lambda: defaultdict(dict))
    last_visit: date | None = None
    _uids: count[int] = field(default_factory=count)

    def uid(self) -> str:
        return f"u{next(self._uids)}"

    @property
    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    # -- reading, from the entries alone

    def posted(self, entry: NewEntry, *, net: bool = True) -> Posted:
        """An entry, less whatever reversed it, or as it was written."""
        if net:
            settled = {"debt_paid", "debt_settled"}
            tree = [self.posted(each, net=False) for each in self.entries if each.kind not in settled]
            return next((each for each in net_of(tree) if each.key == entry.key), self.posted(entry, net=False))
        return Posted(
            key=entry.key, uid=entry.uid, kind=entry.kind, amount=entry.amount, takes=entry.allocations,
            visit=entry.cause.visit, version=entry.cause.version, reverses=entry.reverses,
        )  # fmt: skip

    def deed(self, entries: list[NewEntry], rewards: Mapping[str, tuple[str, str]]) -> Deed:
        """What an operation did to the account of these entries."""
        last, account = entries[-1].key, entries[0].account
        since: dict[int, int] = defaultdict(int)
        for entry in self.entries[last:]:
            for lot, part in entry.allocations if entry.account == account and entry.kind not in LAPSING else ():
                since[lot] += part
        return Deed(
            entries=tuple(self.posted(entry, net=False) for entry in entries), rewards=rewards,
            changed=frozenset(lot for lot, part in since.items() if part and lot <= last),
        )  # fmt: skip

    def lots(self, account: int) -> tuple[Lot, ...]:
        taken: dict[int, int] = defaultdict(int)
        lapsed: dict[int, int] = defaultdict(int)
        lapses: dict[int, int] = defaultdict(int)
        for entry in self.entries:
            for lot, part in entry.allocations:
                taken[lot] += part
                lapsed[lot] += part if entry.kind in {EXPIRE, "expire_back"} else 0
                lapses[lot] += entry.kind == EXPIRE
        return tuple(
            Lot(
                entry=entry.key, left=entry.amount - taken[entry.key], expires_on=entry.expires_on,
                occurred=entry.cause.occurred, visit=entry.cause.visit, uid=entry.uid, kind=entry.kind,
                idle_months=entry.idle_months, version=entry.cause.version, lapsed=lapsed[entry.key],
                lapses=lapses[entry.key],
            )
            for entry in self.entries
            if entry.account == account and entry.kind in LOT_KINDS
        )  # fmt: skip

    def state(self, account: int) -> AccountState:
        own = [entry for entry in self.entries if entry.account == account]
        filled = sum((entry.kind == CARD_FILLED) - (entry.kind == "card_reopened") for entry in own)
        return AccountState(
            key=account, uid=f"account{account}", lots=self.lots(account), last_visit=self.last_visit,
            cards=self.cards, version=self.version, rewards=tuple(self.rewards[account].values()), filled=filled,
        )  # fmt: skip

    def earned(self, account: int, visit: int) -> VisitEarned:
        kinds = VISIT_KINDS | {"forgiven_back", "forgiven_again"}
        entries = [entry for entry in self.entries if entry.cause.visit == visit and entry.kind in kinds]
        own = [entry for entry in entries if entry.kind in VISIT_KINDS]
        here = net_of(self.posted(entry, net=False) for entry in entries if entry.account == account)
        return VisitEarned(
            amount=sum(entry.amount for entry in own), entries=len(own),
            taken=tuple(each for each in here if each.kind in VISIT_KINDS and each.amount < 0),
            unforgiven=tuple(each for each in here if each.kind == "forgiven_back"),
            again=tuple(each for each in here if each.kind == "earn_again"),
        )  # fmt: skip

    def posting(self, account: int) -> Posting:
        return Posting(self.state(account), self.day, self.now, self.uid)

    def open_lots(self, account: int) -> list[tuple[object, ...]]:
        return sorted(
            (str(lot.occurred), str(lot.expires_on), str(lot.idle_months), lot.kind == "debt", lot.left)
            for lot in self.lots(account)
            if lot.left and not self._lapsed(lot)
        )

    def _lapsed(self, lot: Lot) -> bool:
        when = lapse_day(lot, self.last_visit, UTC)
        return when is not None and when <= self.day

    def dump(self, accounts: tuple[int, ...]) -> dict[int, object]:
        """Open lots and rewards of each account: what undo must restore."""
        return {
            account: (
                self.open_lots(account),
                sorted((it.name, it.state) for it in self.rewards[account].values() if it.state != "given_back"),
            )
            for account in accounts
        }

    # -- writing

    def write(self, plan: Plan) -> list[NewEntry]:
        """Append a plan's entries under keys of our own, as a store does; returns them."""
        keys: dict[int, int] = {}
        written = []
        for entry in plan.entries:
            own = keys[entry.key] = len(self.entries) + 1
            kept = _with_keys(entry, own, keys)
            self.entries.append(kept)
            written.append(kept)
        rewards = self.rewards[plan.after.key]
        for new in plan.issued:
            card = next((self.posted(entry) for entry in written if keys.get(new.entry or 0) == entry.key), None)
            rewards[new.uid] = HeldReward(
                uid=new.uid, name=new.present.name, state="issued", gives=new.present.gives, key=new.key or "",
                card=card,
            )  # fmt: skip
        for move in plan.moved:
            held = rewards[move.uid]
            bought = keys.get(move.entry or 0, move.entry)
            card = next((self.posted(entry) for entry in self.entries if entry.key == bought), held.card)
            rewards[move.uid] = HeldReward(
                uid=held.uid, name=held.name, state=move.state, gives=held.gives, key=held.key, card=card
            )
        return written

    # -- what must always hold

    def prove(self, account: int, *, debt: bool) -> None:
        lots, own = self.lots(account), [entry for entry in self.entries if entry.account == account]
        assert sum(entry.amount for entry in own) == sum(lot.left for lot in lots)
        for lot in lots:
            amount = self.entries[lot.entry - 1].amount
            assert min(0, amount) <= lot.left <= max(0, amount), lot
        for entry in own:
            sums = sum(part for _, part in entry.allocations)
            assert sums == (0 if entry.kind in LOT_KINDS else -entry.amount), entry
            assert all(self.entries[key - 1].account == account for key, _ in entry.allocations)
        if not debt:
            assert all(lot.left >= 0 for lot in lots)
        keys = [entry.idem for entry in self.entries]
        assert len(keys) == len(set(keys))


def _with_keys(entry: NewEntry, own: int, keys: dict[int, int]) -> NewEntry:
    allocations = tuple((keys.get(lot, lot), part) for lot, part in entry.allocations)
    reverses = None if entry.reverses is None else keys.get(entry.reverses, entry.reverses)
    return replace(entry, key=own, allocations=allocations, reverses=reverses)
