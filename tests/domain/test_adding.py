"""One more lot, planned without reading the others, leaves what a plan of every lot leaves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.account import AccountState
from retention_desktop.domain.ledger import Lot
from retention_desktop.domain.posting import Cause, Posting, one_more_lot

NOW, TODAY = datetime(2026, 11, 21, 9, tzinfo=UTC), date(2026, 11, 21)
ENDS = st.none() | st.integers(1, 400).map(lambda days: TODAY + timedelta(days=days))


@given(lots=st.lists(st.tuples(st.integers(0, 500), ENDS), max_size=5), amount=st.integers(1, 500), end=ENDS)
def test_one_more_lot_leaves_what_a_plan_of_every_lot_leaves(
    lots: list[tuple[int, date | None]], amount: int, end: date | None
) -> None:
    held = tuple(
        Lot(entry=key, left=left, expires_on=ends, occurred=NOW, visit=key, uid=f"l{key}", version=1)
        for key, (left, ends) in enumerate(lots, start=1)
    )
    opened = [lot for lot in held if lot.left]
    oldest = min((lot.entry for lot in opened), default=0)
    numbers = count()
    whole = AccountState(key=7, uid="a", lots=held, version=1, oldest=oldest)
    posting = Posting(whole, TODAY, NOW, lambda: f"u{next(numbers)}")
    posting.credit("earn", amount, "k:0", Cause(occurred=NOW, visit=9, version=1), (end, None))
    plan = posting.finish()
    lean = one_more_lot(
        plan.entries[0], AccountState(key=7, uid="a", version=1, whole=False, oldest=oldest), whole.posted,
        min((lot.expires_on for lot in opened if lot.expires_on), default=None),
    )  # fmt: skip
    for name in ("entries", "issued", "moved", "posted", "earliest", "owed", "oldest"):
        assert getattr(lean, name) == getattr(plan, name), name
