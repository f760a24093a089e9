"""The rewards that an account's cards and milestones issued, as plans find them."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, select, type_coerce

from retention_desktop.domain.account import HeldReward, Posted, milestone_key
from retention_desktop.domain.ledger import CARD_FILLED
from retention_desktop.domain.terms import Gives, read_gives
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import allocation, ledger_entry, reward

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_entry = ledger_entry.c
_CARDS: Final = Prepared(
    select(
        reward.c.id, reward.c.uid, reward.c.name, reward.c.state, type_coerce(reward.c.gives, String).label("gives"),
        reward.c.key, _entry.id.label("debit"),
        _entry.uid.label("debit_uid"), _entry.amount, _entry.visit, _entry.programme_version, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .outerjoin(
        ledger_entry,
        (_entry.id == reward.c.entry) & (_entry.account == reward.c.account) & (_entry.kind == CARD_FILLED),
    )
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .where(reward.c.account == bindparam("account"))
    .order_by(reward.c.id, allocation.c.id)
)  # fmt: skip


def cards_of(tx: Tx, account_key: int) -> tuple[HeldReward, ...]:
    """The rewards that the account's cards and milestones issued, oldest first, whatever their state."""
    found: dict[int, Any] = {}
    takes: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in tx.run(_CARDS, {"account": account_key}):
        if row.debit is not None or milestone_key(row.key or ""):
            found[row.id] = row
            if row.lot is not None:
                takes[row.id].append((row.lot, row.part))
    return tuple(
        HeldReward(
            uid=row.uid, name=row.name, state=row.state, key=milestone_key(row.key or ""),
            gives=_gives(row.gives),
            card=None if row.debit is None else Posted(
                key=row.debit, uid=row.debit_uid, kind=CARD_FILLED, amount=row.amount, takes=tuple(takes[row.id]),
                visit=row.visit, version=row.programme_version,
            ),
        )
        for row in found.values()
    )  # fmt: skip


@lru_cache(maxsize=64)
def _gives(text: str) -> Gives:
    """What a reward gives; the rewards of a programme say the same again and again."""
    said = json.loads(text)
    return read_gives(said) if said else Gives(kind="gift")
