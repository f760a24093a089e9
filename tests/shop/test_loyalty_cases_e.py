"""Cases of the same thing twice, and of two tills: once is once, and nobody spends what is spent."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retention_desktop.shop import open_shop
from tests.shop.loyalty_shop import ONE_EACH, changed, customer, give, held, kinds, refused, set_terms

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

GIFT = {"kind": "gift"}
HUNDRED = {"rewards": [{"id": "hundred", "name": "プレゼント", "points": 100, "gives": GIFT}]}


def test_case_072_the_same_key_pays_once(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    programme = next(one.uid for one in shop.rules.programmes() if one.unit == "point")
    for _ in range(2):
        shop.loyalty.adjust(uid, programme, 150, "thanks", key="action-1")
    for _ in range(2):
        shop.desk.log_visit(uid, amount=200, key="bill-1", guarded=False)
    assert held(shop, uid) == 350
    assert kinds(shop, uid) == [("adjust_in", 150), ("earn", 200)]


def test_case_073_a_bill_processed_twice_earns_once_and_a_redemption_twice_takes_once(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, "rewards": [{"id": "ten", "name": "x", "points": 10, "gives": GIFT}]})
    uid = customer(shop)
    for _ in range(2):
        shop.desk.log_visit(uid, amount=50, key="bill-1", guarded=False)
    assert (held(shop, uid), len(kinds(shop, uid))) == (50, 1)
    first = shop.desk.redeem(uid, "ten", key="redeem-1")
    again = shop.desk.redeem(uid, "ten", key="redeem-1")
    assert (first.duplicate, again.duplicate, again.operation) == (False, True, "")
    assert (held(shop, uid), len(kinds(shop, uid))) == (40, 2)


def test_case_073_a_present_on_the_way_redeemed_twice_under_one_key_answers_as_the_first_time(shop: Shop) -> None:
    set_terms(shop, "punch", {
        "size": 10, "reward": "x", "milestones": [{"at": 1, "name": "オイル", "gives": GIFT}],
    })  # fmt: skip
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=1000).visit.uid
    (gift,) = shop.desk.card(uid).rewards
    first = shop.desk.redeem(uid, gift.code, visit=visit, key="till-1")
    again = shop.desk.redeem(uid, gift.code, visit=visit, key="till-1")
    assert (first.duplicate, again.duplicate, again.operation) == (False, True, "")
    assert (again.reward, again.visit) == (first.reward, first.visit)
    assert refused(lambda: shop.desk.redeem(uid, gift.code, key="till-2")) == "reward_used"
    shop.desk.log_visit(uid, guarded=False)  # the present is not issued again
    assert [one.state for one in shop.loyalty.holdings(uid).rewards] == ["used"]
    shop.history.undo(first.operation)
    assert [one.state for one in shop.loyalty.holdings(uid).rewards] == ["issued"]
    assert not shop.desk.redeem(uid, gift.code, key="till-3").duplicate
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_case_074_two_open_bills_and_one_hundred_points(shop: Shop) -> None:
    set_terms(shop, "point", HUNDRED)
    uid = customer(shop)
    give(shop, uid, 100)
    bills = [shop.desk.log_visit(uid, amount=3000, guarded=False).visit.uid for _ in range(2)]
    assert {offer.enough for bill in bills for offer in shop.desk.preview(uid, 3000).offers if bill} == {True}
    shop.desk.redeem(uid, "hundred", visit=bills[0])
    assert refused(lambda: shop.desk.redeem(uid, "hundred", visit=bills[1])) == "points_short"
    assert held(shop, uid) == 0


def test_case_076_a_sign_up_bonus_is_paid_once(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "signup", "points": 300}]})
    uid = customer(shop)
    assert [len(shop.loyalty.award(uid, "signup")) for _ in range(2)] == [0, 0]  # it was paid with the new customer
    assert held(shop, uid) == 300


def test_case_077_one_account_a_customer_and_programme(shop: Shop, clock: Clock) -> None:
    from tests.shop.conftest import RESOURCES  # noqa: PLC0415  a path, not a fixture

    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    with closing(open_shop(shop.db.path.parent, RESOURCES, clock=clock)) as other, ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(one.desk.log_visit, uid, amount=10, key=key, guarded=False, wait_ms=20_000)
            for one, key in ((shop, "a"), (other, "b"))
        ]
        assert [changed(one.result().earned) for one in both] == [10, 10]
    assert held(shop, uid) == 20
    with closing(sqlite3.connect(shop.db.path)) as connection:
        asked = "SELECT count(*) FROM account JOIN programme ON programme.id = programme WHERE unit = 'point'"
        assert connection.execute(asked).fetchone() == (1,)
    with closing(sqlite3.connect(shop.db.path)) as connection:
        rows = "INSERT INTO account (uid, customer, programme) SELECT 'again', customer, programme FROM account LIMIT 1"
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(rows)


@pytest.mark.parametrize("table", ["ledger_entry", "allocation"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET amount = amount + 1", "DELETE FROM {}"])
def test_case_078_the_database_refuses_to_change_the_ledger(shop: Shop, table: str, deed: str) -> None:
    set_terms(shop, "point", HUNDRED)
    uid = customer(shop)
    give(shop, uid, 100)
    shop.desk.redeem(uid, "hundred")
    with closing(sqlite3.connect(shop.db.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(deed.format(table))


_ONE_TILL = """
import json, sys
from pathlib import Path
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop

folder, resources, uid, verb, key = sys.argv[1:]
shop = open_shop(Path(folder), Path(resources))
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
try:
    if verb == "redeem":
        shop.desk.redeem(uid, "hundred", key=key or None, wait_ms=20000)
    else:
        print(json.dumps(shop.desk.log_visit(uid, amount=200, key=key, guarded=False, wait_ms=20000).duplicate))
    print("done")
except ShopError as error:
    print(error.code)
finally:
    shop.close()
"""


def _tills(shop: Shop, resources: Path, uid: str, verb: str, keys: list[str]) -> list[str]:
    """Start a process for each key, let them loose together, and say how each ended."""
    folder = shop.db.path.parent
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _ONE_TILL, str(folder), str(resources), uid, verb, key],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for key in keys
    ]  # fmt: skip
    for till in running:
        assert till.stdout is not None
        assert till.stdout.readline() == "ready\n"
    with ThreadPoolExecutor(len(running)) as pool:
        ended = list(pool.map(lambda till: till.communicate("go\n", timeout=120), running))
    assert [errors for _, errors in ended if errors] == []
    return [out.split()[-1] for out, _ in ended]


@pytest.mark.long
def test_case_075_of_twenty_tills_at_once_exactly_one_redeems(shop: Shop, clock: Clock) -> None:
    from tests.shop.conftest import RESOURCES  # noqa: PLC0415  a path, not a fixture

    set_terms(shop, "point", HUNDRED)
    uid = customer(shop)
    give(shop, uid, 100)
    ended = _tills(shop, RESOURCES, uid, "redeem", [""] * 20)
    assert sorted(ended) == ["done"] + ["points_short"] * 19
    clock.pass_(days=3660)  # the tills went by their own clock
    assert held(shop, uid) == 0
    assert shop.checkup.check().ok


@pytest.mark.long
def test_case_072_the_same_visit_sent_by_twenty_tills_pays_once(shop: Shop, clock: Clock) -> None:
    from tests.shop.conftest import RESOURCES  # noqa: PLC0415  a path, not a fixture

    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    assert _tills(shop, RESOURCES, uid, "visit", ["till-9"] * 20) == ["done"] * 20
    clock.pass_(days=3660)
    assert held(shop, uid) == 200
    assert kinds(shop, uid) == [("earn", 200)]
    assert changed(shop.desk.log_visit(uid, amount=200, key="till-9", guarded=False).earned) == 0
    assert json.dumps(shop.checkup.check().ok) == "true"
