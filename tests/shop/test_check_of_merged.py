"""What `check` finds on records that were merged away and on rewards that were used: made wrong by plain SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.shop.loyalty_shop import ONE_EACH, customer, give, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

GIFT = {"kind": "gift"}
TERMS: dict[str, Any] = {**ONE_EACH, "rewards": [{"id": "towel", "name": "タオル", "points": 30, "gives": GIFT}]}
CARD: dict[str, Any] = {"size": 3, "reward": {"name": "カット", "gives": GIFT}}


def _damage(shop: Shop, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(shop.db.path, isolation_level=None)) as connection:
        connection.execute(statement, values)


def _codes(shop: Shop) -> set[str]:
    return {finding.code for finding in shop.checkup.check().findings}


@pytest.fixture
def merged(shop: Shop) -> str:
    """Somebody with points and a reward, merged away."""
    set_terms(shop, "point", TERMS)
    set_terms(shop, "punch", CARD)
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    give(shop, other, 50)
    for _ in range(3):
        shop.desk.log_visit(other, amount=None, guarded=False)
    shop.customers.merge(keep, other)
    assert not _codes(shop)
    return other


_ACCOUNTS = "SELECT k.id FROM account k JOIN customer c ON c.id = k.customer WHERE c.uid = ?"


def test_a_balance_on_a_merged_record_is_found(shop: Shop, merged: str) -> None:
    _damage(shop, f"UPDATE account SET posted = 7 WHERE id IN ({_ACCOUNTS})", merged)
    assert "merged_points" in _codes(shop)


def test_open_lots_on_a_merged_record_are_found(shop: Shop, merged: str) -> None:
    _damage(
        shop, "INSERT INTO ledger_entry (uid, account, amount, kind, occurred, recorded, key) "
        f"SELECT 'x', min(id), 9, 'adjust_in', '2026-11-21T09:00:00.000000Z', '2026-11-21T09:00:00.000000Z', 'x' "
        f"FROM account WHERE id IN ({_ACCOUNTS})", merged,
    )  # fmt: skip
    assert {"merged_lots", "account_sum"} <= _codes(shop)


def test_an_open_reward_on_a_merged_record_is_found(shop: Shop, merged: str) -> None:
    _damage(
        shop, f"UPDATE reward SET account = (SELECT min(id) FROM account WHERE id IN ({_ACCOUNTS}))", merged,
    )  # fmt: skip
    assert "merged_rewards" in _codes(shop)


def test_a_used_reward_whose_points_were_given_back_is_found(shop: Shop) -> None:
    set_terms(shop, "point", TERMS)
    uid = customer(shop)
    give(shop, uid, 50)
    shop.history.undo(shop.desk.redeem(uid, "towel").operation)
    assert not _codes(shop)
    _damage(shop, "UPDATE reward SET state = 'used'")
    assert _codes(shop) == {"used_reward_given_back", "reward_state"}


def test_a_used_reward_whose_card_was_opened_is_found(shop: Shop) -> None:
    set_terms(shop, "punch", CARD)
    uid = customer(shop)
    visits = [shop.desk.log_visit(uid, amount=None, guarded=False).visit.uid for _ in range(3)]
    voided = shop.desk.void_visit(visits[0]).operation
    assert not _codes(shop)
    _damage(shop, "UPDATE reward SET state = 'used'")
    assert "used_reward_given_back" in _codes(shop)
    _damage(shop, "UPDATE reward SET state = 'given_back'")
    shop.history.undo(voided)
    shop.desk.redeem(uid, shop.loyalty.holdings(uid).rewards[0].uid)
    assert not _codes(shop)
