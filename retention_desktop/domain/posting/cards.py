"""Punch cards: so many punches fill one and issue its reward; a punch taken back may open it again.

A card keeps the terms under which it was begun: those of its punch that was recorded first, however a later one is
dated. Presents on the way ("milestones") follow from how far the cards are:
which should stand is worked out anew, and what differs is issued, given back or revived.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retention_desktop.domain.account import HeldReward, Posted
from retention_desktop.domain.ledger import CARD_FILLED, CARD_REOPENED
from retention_desktop.domain.posting.plan import Cause, NewReward, RewardMove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retention_desktop.domain.ledger import Lot
    from retention_desktop.domain.posting.posting import Posting
    from retention_desktop.domain.terms import CardTerms, Present

ISSUED = "issued"
GIVEN_BACK = "given_back"


def _terms_of(posting: Posting, lots: Iterable[Lot]) -> CardTerms | None:
    """The terms of a card with these punches: of the first recorded; those in force where it has none."""
    cards = posting.account.cards
    now = cards.get(posting.account.version)
    first = min(lots, key=lambda lot: lot.entry, default=None)
    return now if first is None else cards.get(first.version or 0, now)


def fill_cards(posting: Posting, cause: Cause) -> None:
    """Fill as many cards as there are punches for, and settle the presents on the way."""
    lots = posting.open()
    while (card := _terms_of(posting, lots)) and sum(lot.left for lot in lots) >= card.size:
        posting.take(CARD_FILLED, card.size, f"filled:{posting.new_uid()}", cause, lots)
        _issue(posting, card.reward, _debit(posting))
        _finish_card(posting, card)
        lots = posting.open()
    settle_milestones(posting, card)


def revive_cards(posting: Posting, cause: Cause) -> None:
    """Fill again, from the very same lots, the cards that were opened for a punch that is back now.

    Their rewards come to life again, so that their codes hold; what lapsed in the meantime counts, for without the
    mistake the card would have been full before.
    """
    opened = [held for held in posting.rewards.values() if held.card is not None and held.state == GIVEN_BACK]
    for reward in sorted(opened, key=lambda held: held.card.key if held.card else 0):
        lots = [(posting.lots[lot], part) for lot, part in _takes(reward)]
        if all(lot.left + lot.lapsed >= part for lot, part in lots):
            for lot, part in lots:
                posting.unlapse(lot.entry, part - lot.left, cause)
            whole = [replace(posting.lots[lot.entry], left=part) for lot, part in lots]
            size = sum(part for _, part in lots)
            posting.take(CARD_FILLED, size, f"filled:{posting.new_uid()}", cause, whole)
            set_state(posting, replace(reward, card=_debit(posting)), ISSUED)
            _finish_card(posting, _terms_of(posting, whole))


def _finish_card(posting: Posting, card: CardTerms | None) -> None:
    posting.filled += 1
    settle_milestones(posting, card)
    posting.lowest = posting.filled


def _debit(posting: Posting) -> Posted:
    """The entry that has just filled a card."""
    filled = posting.entries[-1]
    return Posted(
        key=filled.key, uid=filled.uid, kind=filled.kind, amount=filled.amount, takes=filled.allocations,
        visit=filled.cause.visit, version=filled.cause.version,
    )  # fmt: skip


def reopen_cards(posting: Posting, wanted: int, cause: Cause, own: set[int]) -> None:
    """Open the newest cards whose rewards are unused until `wanted` punches are there to take.

    Punches of the lots `own`, which are to go, count even where they have lapsed by now.
    """
    for reward in _unused(posting):
        there = [lot for lot in posting.lots.values() if lot.left > 0 and (lot.entry in own or not posting.lapses(lot))]
        if sum(lot.left for lot in there) >= wanted:
            return
        if any(lot in own or not posting.lapses(posting.lots[lot]) for lot, _ in _takes(reward)):
            reopen_card(posting, reward, cause)


def reopen_cards_with(posting: Posting, lots: set[int], cause: Cause) -> None:
    """Open every card that holds punches of these lots and whose reward is unused, the newest first."""
    for reward in _unused(posting):
        if any(lot in lots for lot, _ in _takes(reward)):
            reopen_card(posting, reward, cause)


def _unused(posting: Posting) -> list[HeldReward]:
    cards = [held for held in posting.rewards.values() if held.card is not None and held.state == ISSUED]
    return sorted(cards, key=lambda held: held.card.key if held.card else 0, reverse=True)


def _takes(reward: HeldReward) -> tuple[tuple[int, int], ...]:
    return reward.card.takes if reward.card else ()


def reopen_card(posting: Posting, reward: HeldReward, cause: Cause) -> None:
    """Put a card's punches back into their lots and take its reward back."""
    if reward.card is None:
        return
    idem = f"reopened:{posting.new_uid()}"
    posting.give(CARD_REOPENED, idem, cause, reward.card.takes, reward.card.key)
    posting.filled -= 1
    posting.lowest = min(posting.lowest, posting.filled)
    set_state(posting, reward, GIVEN_BACK)


def settle_milestones(posting: Posting, card: CardTerms | None) -> None:
    """Bring the presents on the way into line with how far the cards are that this plan touches."""
    known = {reward.key: reward for reward in posting.rewards.values() if reward.key}
    if card is None or not (card.milestones or known):
        return
    here = f"milestone:{posting.account.uid}:"
    had = _with_lapsed(posting)
    punches = sum(lot.left for lot in had)
    marks = {each.at for terms in (card, _terms_of(posting, had)) if terms for each in terms.milestones}
    for key, reward in known.items():
        number, mark = (int(part) for part in key.split(":")[-2:])
        stands = number <= posting.filled or (number == posting.filled + 1 and mark <= punches and mark in marks)
        if number > posting.lowest and key.startswith(here):
            _set_state_if(posting, reward, ISSUED, GIVEN_BACK, wanted=not stands)
            _set_state_if(posting, reward, GIVEN_BACK, ISSUED, wanted=stands)
    for key, present in _reached(posting, card).items():
        if key not in known:
            _issue(posting, present, None, key)


def _set_state_if(posting: Posting, reward: HeldReward, now: str, then: str, *, wanted: bool) -> None:
    if wanted and reward.state == now:
        set_state(posting, reward, then)


def lapsed_decides(posting: Posting) -> bool:
    """Whether a plan made from the open lots alone may differ from one that knows what has lapsed.

    What has lapsed of the open card keeps a present, and brings one back; it never issues one. So the plan stands where
    no present moved and none waits to come back.
    """
    later = [held for held in posting.rewards.values() if held.key and _card_of(held) > posting.account.filled]
    return bool(posting.moved) or any(held.state == GIVEN_BACK for held in later)


def _card_of(present: HeldReward) -> int:
    """The number of the card that a milestone's present belongs to."""
    return int(present.key.split(":")[-2])


def _reached(posting: Posting, card: CardTerms) -> dict[str, Present]:
    """The presents that this plan's cards have come to, by the terms of the open one."""
    punches = sum(lot.left for lot in posting.open())
    return {
        f"milestone:{posting.account.uid}:{number}:{mark.at}": mark.present
        for number in range(posting.lowest + 1, posting.filled + 2)
        for mark in card.milestones
        if number <= posting.filled or mark.at <= punches
    }


def _with_lapsed(posting: Posting) -> list[Lot]:
    """What the open card has or had in each lot: a punch that lapsed doesn't take a present away."""
    filled = [lot for held in _unused(posting) for lot, _ in _takes(held)]
    last = max(filled, default=0)
    had = [replace(lot, left=lot.left + (lot.lapsed if lot.entry > last else 0)) for lot in posting.lots.values()]
    return [lot for lot in had if lot.left > 0]


def _issue(posting: Posting, present: Present, debit: Posted | None, key: str | None = None) -> None:
    uid = posting.new_uid()
    posting.issued.append(NewReward(uid=uid, present=present, key=key, entry=debit.key if debit else None))
    posting.rewards[uid] = HeldReward(
        uid=uid, name=present.name, state=ISSUED, gives=present.gives, key=key or "", card=debit
    )


def set_state(posting: Posting, reward: HeldReward, state: str) -> None:
    """Move a reward to another state; one that this very plan issued just goes."""
    posting.rewards[reward.uid] = replace(reward, state=state)
    new = next((each for each in posting.issued if each.uid == reward.uid), None)
    if new is not None and state == GIVEN_BACK:
        posting.issued.remove(new)
        del posting.rewards[reward.uid]
        return
    entry = reward.card.key if reward.card and state == ISSUED else None
    posting.moved[reward.uid] = RewardMove(uid=reward.uid, state=state, entry=entry)
