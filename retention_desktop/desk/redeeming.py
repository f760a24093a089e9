"""Redeeming at the desk: which reward is meant, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.books import points
from retention_desktop.domain.codes import plain_code
from retention_desktop.domain.programme import Earned, Reward
from retention_desktop.errors import ShopError
from retention_desktop.storage import loyalty_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from retention_desktop.books.points import Redemption
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.terms import CatalogueReward
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was redeemed: the reward as it is now, what it takes off, what was paid for it."""

    reward: Reward
    discount: int
    earned: tuple[Earned, ...] = ()


def done_before(tx: Tx, key: str, reward: str) -> Reward | None:
    """What was redeemed under this key of the caller's before; None where nothing was."""
    done = loyalty_store.reward_by_key(tx, key) if key else None
    if done is None and key and reward:
        kept = loyalty_store.find_reward(tx, reward, plain_code(reward))
        done = kept if kept is not None and points.is_used_under(kept, key) else None
    return None if done is None else done.reward


def redeem(tx: Tx, deed: Redemption, reward: str, asked: int | None) -> Taken:
    """Redeem what `reward` means (see `Desk.redeem`). Raises ShopError like `Desk.redeem`."""
    if not reward or any(one.uid == reward for one in loyalty_store.active_programmes(tx)):
        return _spend(tx, deed, reward, asked or 0)
    kept = loyalty_store.find_reward(tx, reward, plain_code(reward))
    if kept is not None:
        discount = points.use_reward(tx, deed, kept)
        return Taken(reward=_reward(tx, kept.reward.uid), discount=discount)
    found = catalogue_reward(loyalty_store.active_programmes(tx), reward)
    if found is None:
        raise ShopError("reward_not_found", reward=reward)
    programme, bought = found
    uid, discount = points.buy_reward(tx, deed, programme, bought)
    return Taken(reward=_reward(tx, uid), discount=discount, earned=(_paid(programme, bought.points),))


def payer_of(programmes: Sequence[Programme], identity: str, held: Mapping[str, int], asked: int) -> Programme | None:
    """The programme whose points pay; points come before credit, which is tender and pays what is left of a bill.

    Args:
        identity: its uid, "" = any that pays.
        held: balances by uid.
    """
    payable = [one for one in programmes if one.terms.spend and identity in {"", one.uid}]
    return min(payable, key=lambda one: (one.unit == "credit", held.get(one.uid, 0) < asked), default=None)


def _spend(tx: Tx, deed: Redemption, identity: str, asked: int) -> Taken:
    before = {each.programme: each.balance for each in points.balances(tx, deed.customer, _day(tx, deed))}
    programme = payer_of(loyalty_store.active_programmes(tx), identity, before, asked)
    if programme is None:
        raise ShopError("reward_not_found", reward=identity)
    uid, discount = points.spend_points(tx, deed, programme, asked)
    after = {each.programme: each.balance for each in points.balances(tx, deed.customer, _day(tx, deed))}
    paid = before.get(programme.uid, 0) - after.get(programme.uid, 0)
    return Taken(reward=_reward(tx, uid), discount=discount, earned=(_paid(programme, paid),))


def _day(tx: Tx, deed: Redemption) -> date:
    return points.today(tx, deed.operation.at)


def catalogue_reward(programmes: Sequence[Programme], identity: str) -> tuple[Programme, CatalogueReward] | None:
    """The catalogue reward with this id (by itself, or after its programme's uid and a colon), and its programme."""
    for programme in programmes:
        for one in programme.terms.rewards:
            if identity in {one.id, f"{programme.uid}:{one.id}"}:
                return programme, one
    return None


def _paid(programme: Programme, amount: int) -> Earned:
    return Earned(programme=programme.uid, unit=programme.unit, amount=-amount)


def _reward(tx: Tx, uid: str) -> Reward:
    kept = loyalty_store.find_reward(tx, uid, "")
    if kept is None:
        raise LookupError(uid)
    return kept.reward
