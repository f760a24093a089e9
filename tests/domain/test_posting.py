"""Random histories of an account: what is planned always adds up, and undoing everything gives the first state."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.account_history import KEEP, OTHER, History, Step
from tests.domain.ledger_model import Book

_KINDS = ["earn"] * 4 + ["correct", "void", "redeem", "redeem", "adjust", "use", "pass", "version", "merge"]
_forward = st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(0, 40), st.integers(0, 60)), min_size=4, max_size=30)
_any = st.lists(
    st.tuples(st.sampled_from([*_KINDS, "undo", "undo", "undo"]), st.integers(0, 40), st.integers(0, 60)),
    min_size=4, max_size=40,
)  # fmt: skip
_punch, _debt, _expiry = st.booleans(), st.booleans(), st.sampled_from(["never", "months", "idle"])


def _undo_all(steps: list[Step], cut: int, *, punch: bool, expiry: str) -> None:
    history = History(punch=punch, debt=False, expiry=expiry)
    for step in steps[:cut]:
        history.step(step)
    entries, first = len(history.book.entries), len(history.done)
    kept = (list(history.book.entries), {key: dict(held) for key, held in history.book.rewards.items()})
    last = history.book.last_visit
    for step in steps[cut:]:
        history.step(step)
    grown = list(history.book.entries)
    for done in reversed(history.done[first:]):
        history.undo(done)
        for account in (KEEP, OTHER):
            history.book.prove(account, debt=False)
    assert history.book.entries[: len(grown)] == grown
    then = Book(cards=history.book.cards, day=history.book.day, last_visit=last, entries=kept[0])
    then.rewards.update(kept[1])
    assert len(kept[0]) == entries
    assert history.book.dump((KEEP, OTHER)) == then.dump((KEEP, OTHER))


def test_correcting_a_moved_visit_is_undone_after_the_records_are_parted() -> None:
    steps: list[Step] = [
        ("earn", 0, 0), ("earn", 0, 2), ("earn", 0, 3), ("correct", 0, 2), ("adjust", 0, 0), ("version", 1, 0),
        ("merge", 0, 0), ("earn", 0, 2), ("correct", 0, 0), ("earn", 0, 2), ("correct", 0, 2),
    ]  # fmt: skip
    _undo_all(steps, 0, punch=True, expiry="never")


def test_a_back_dated_punch_of_older_terms_is_undone_whole() -> None:
    steps: list[Step] = [
        *[("earn", 0, 0)] * 3, *[("earn", 0, 3)] * 3, ("version", 1, 0), ("adjust", 0, 34), ("correct", 0, 1),
    ]  # fmt: skip
    _undo_all(steps, 4, punch=True, expiry="never")


def test_a_running_card_keeps_its_terms_when_a_punch_of_older_ones_is_added() -> None:
    history = History(punch=True, debt=False, expiry="never")
    for step in (("earn", 0, 0), ("version", 1, 0), ("adjust", 0, 2), ("correct", 0, 1)):
        history.step(step)
    assert [reward.name for reward in history.book.rewards[OTHER].values()] == []
    history.step(("adjust", 0, 4))
    assert [reward.name for reward in history.book.rewards[OTHER].values()] == ["colour"]


def test_undoing_a_correction_that_brought_a_present_takes_the_present_back() -> None:
    history = History(punch=True, debt=False, expiry="never")
    for step in (("earn", 0, 1), ("correct", 0, 2)):
        history.step(step)
    assert [reward.name for reward in history.book.rewards[OTHER].values()] == ["tea"]
    history.undo(history.done[-1])
    assert [reward.state for reward in history.book.rewards[OTHER].values()] == ["given_back"]


def test_what_was_given_back_after_a_merge_is_taken_from_the_same_lots() -> None:
    steps: list[Step] = [
        ("earn", 0, 1), ("adjust", 0, 5), ("merge", 0, 0), ("correct", 0, 0), ("earn", 0, 1), ("correct", 0, 1),
    ]  # fmt: skip
    history = History(punch=True, debt=False, expiry="never")
    for step in steps:
        history.step(step)
    for done in reversed(history.done):
        history.undo(done)
    assert [history.book.open_lots(account) for account in (KEEP, OTHER)] == [[], []]


def test_what_lapses_between_a_merge_and_its_undo_takes_its_present_along() -> None:
    steps: list[Step] = [("earn", 0, 2), ("pass", 7, 0), ("pass", 40, 0), ("merge", 0, 0), ("pass", 12, 0)]
    _undo_all(steps, 0, punch=True, expiry="months")


@given(steps=_forward, cut=st.integers(0, 12), punch=_punch, expiry=_expiry)
@settings(max_examples=150)
def test_undoing_everything_gives_the_first_state(steps: list[Step], cut: int, punch: bool, expiry: str) -> None:  # noqa: FBT001
    _undo_all(steps, cut, punch=punch, expiry=expiry)


@pytest.mark.long
@given(steps=_forward, cut=st.integers(0, 12), punch=_punch, expiry=_expiry)
@settings(max_examples=2000)
def test_undoing_everything_gives_the_first_state_in_many_histories(
    steps: list[Step],
    cut: int,
    punch: bool,  # noqa: FBT001
    expiry: str,
) -> None:
    _undo_all(steps, cut, punch=punch, expiry=expiry)


def _live(steps: list[Step], *, punch: bool, debt: bool, expiry: str) -> None:
    history = History(punch=punch, debt=debt and not punch, expiry=expiry)
    for step in steps:
        history.step(step)


@given(steps=_any, punch=_punch, debt=_debt, expiry=_expiry)
@settings(max_examples=150)
def test_any_history_adds_up(steps: list[Step], punch: bool, debt: bool, expiry: str) -> None:  # noqa: FBT001
    _live(steps, punch=punch, debt=debt, expiry=expiry)


@pytest.mark.long
@given(steps=_any, punch=_punch, debt=_debt, expiry=_expiry)
@settings(max_examples=2000)
def test_any_of_many_histories_adds_up(steps: list[Step], punch: bool, debt: bool, expiry: str) -> None:  # noqa: FBT001
    _live(steps, punch=punch, debt=debt, expiry=expiry)
