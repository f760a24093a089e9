"""What a draft would have cost on the shop's own past visits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from fractions import Fraction
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.bill import Line
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from tests.state_dump import growing_rows, state_dump

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

TEN_STAMPS: dict[str, Any] = {"size": 10, "reward": {"name": "500円引き", "gives": {"kind": "discount", "amount": 500}}}
POINTS: dict[str, Any] = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}]}


def bring_in(shop: Shop, folder: Path, visits: list[tuple[str, str, int]]) -> None:
    """Let a list of (member number, day, amount) come in."""
    path = folder / "visits.csv"
    lines = [f"{number},{day},{amount}" for number, day, amount in visits]
    path.write_text("\n".join(["customer,date,amount_jpy", *lines]), encoding="utf-8")
    done = shop.transfer.run(shop.transfer.prepare(path, kind="visits"))
    assert done.created == len(visits)


def a_years_visits() -> list[tuple[str, str, int]]:
    """20 people of 21 visits, 3 of 12 and 30 of 4, 1,960 yen each, from December 2025 to October 2026."""
    counts = [21] * 20 + [12] * 3 + [4] * 30
    return [
        (f"{person:04}", f"{date.fromordinal(date(2025, 12, 1).toordinal() + 15 * visit)}", 1960)
        for person, count in enumerate(counts)
        for visit in range(count)
    ]


def test_m14_ten_stamps_for_500_yen_would_have_cost_21500_yen(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, a_years_visits())
    card = next(each for each in shop.rules.programmes() if each.unit == "punch")
    before = growing_rows(shop.db.path), state_dump(shop.db.path)
    found = shop.simulator.replay({card.uid: TEN_STAMPS})
    assert (found.first, found.last) == (date(2025, 11, 22), date(2026, 11, 21))
    assert (found.visits, found.customers, found.sales) == (576, 53, 576 * 1960)
    (line,) = found.rewards
    assert (line.programme, line.kind, line.name) == (card.uid, "card", "500円引き")
    assert (line.count, line.unit_cost, line.cost) == (43, 500, 21_500)
    assert (found.issued, found.cost, found.without_cost) == (43, 21_500, 0)
    assert found.percent_of_sales is not None
    assert round(found.percent_of_sales, 1) == Fraction("1.9")
    assert found.cost_per_visit == Fraction(21_500, 576)
    assert found.open_promises == (576 - 430) * 50
    assert found.breakage == 0, "these stamps never lapse"
    assert (growing_rows(shop.db.path), state_dump(shop.db.path)) == before, "nothing is written"


def test_m14_a_reward_of_unknown_cost_claims_no_sum(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, a_years_visits())
    punch, point = (
        next(each.uid for each in shop.rules.programmes() if each.unit == unit) for unit in ("punch", "point")
    )
    found = shop.simulator.replay({punch: {"size": 10, "reward": {"name": "特典", "gives": {"kind": "gift"}}}})
    assert (found.issued, found.without_cost, [line.kind for line in found.unpriced]) == (43, 43, ["card"])
    assert (found.cost, found.percent_of_sales, found.cost_per_visit, found.promises_known) == (0, None, None, False)
    both = shop.simulator.replay({
        punch: {"size": 10, "reward": {"name": "特典", "gives": {"kind": "gift"}}},
        point: POINTS | {"spend": {"points": 1, "value": 1}},
    })  # fmt: skip
    assert both.cost > 0, "the part that is known"
    assert (both.percent_of_sales, both.breakage, both.without_cost) == (None, None, 43)


def test_m14_the_slider_from_eight_to_twelve(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, a_years_visits())
    counts = {size: shop.simulator.replay({"punch": TEN_STAMPS | {"size": size}}).issued for size in (8, 10, 12)}
    assert counts == {8: 20 * 2 + 3, 10: 43, 12: 20 + 3}


def test_m14_breakage_is_what_lapses_under_the_draft(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, a_years_visits())
    found = shop.simulator.replay({"punch": TEN_STAMPS | {"expiry": {"kind": "months", "count": 4}}})
    card = found.programmes[0]
    assert card.issued == card.redeemed + card.lapsed + card.open == 576
    # a visit every 15 days: nine stamps are the most a card of four months ever holds; five are from after 21 July
    assert (found.issued, card.open) == (0, 20 * 5)
    assert found.breakage == Fraction(card.lapsed + card.open_of_lost, 576)
    assert card.open_of_lost in range(card.open + 1)


def test_the_months_add_up_to_the_whole(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, a_years_visits())
    found = shop.simulator.replay({"punch": TEN_STAMPS, "point": POINTS | {"spend": {"points": 1, "value": 1}}})
    assert [found.months[0].month, found.months[-1].month, len(found.months)] == [
        date(2025, 11, 1), date(2026, 11, 1), 13,
    ]  # fmt: skip
    for name in ("visits", "sales", "cost"):
        assert sum(getattr(each, name) for each in found.months) == getattr(found, name)
    assert sum(each.rewards for each in found.months) == found.issued
    assert [each.unit for each in found.programmes] == ["punch", "point"]


def test_sales_without_a_customer_are_told_apart(shop: Shop, clock: Clock) -> None:
    shop.desk.log_visit(None, amount=500)
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    shop.desk.log_visit(uid, amount=3000)
    clock.pass_(days=1)
    wrong = shop.desk.log_visit(uid, amount=8000)
    shop.desk.void_visit(wrong.visit.uid)
    found = shop.simulator.replay({"point": POINTS})
    assert (found.visits, found.sales, found.anonymous_visits, found.anonymous_sales) == (1, 3000, 1, 500)
    assert found.programmes[0].issued == 30


def test_visits_before_the_months_asked_for_do_not_count(shop: Shop, tmp_path: Path) -> None:
    days = ("2025-11-21", "2025-11-22", "2026-11-20", "2026-11-21")
    bring_in(shop, tmp_path, [("0001", day, 1000) for day in days])
    assert shop.simulator.replay({"punch": TEN_STAMPS}).visits == 3
    assert shop.simulator.replay({"punch": TEN_STAMPS}, months=1).visits == 2
    assert shop.simulator.replay({"punch": TEN_STAMPS}, months=24).visits == 4


def test_row_075_a_level_counts_what_was_spent_before_the_months_too(shop: Shop, tmp_path: Path) -> None:
    bring_in(
        shop, tmp_path, [("0001", "2025-11-01", 50_000), ("0001", "2025-12-01", 1000), ("0002", "2025-12-01", 1000)]
    )
    levels = {"steps": [{"id": "1", "name": "Silver", "from": 50_000, "percent": 150}]}
    found = shop.simulator.replay({"point": POINTS | {"tiers": levels}})
    assert (found.customers, found.visits, found.programmes[0].issued) == (2, 2, 15 + 10)


def test_row_076_cashback_is_taken_off_the_next_visit(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, [("0001", "2026-03-01", 2990), ("0001", "2026-04-01", 2990)])
    cashback = {"rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}], "spend": {"points": 1, "value": 1}}
    found = shop.simulator.replay({"credit": cashback})
    assert [(line.kind, line.count, line.cost) for line in found.rewards] == [("money_off", 1, 89)]
    assert (found.open_promises, found.programmes[0].issued) == (89, 178)


def test_amounts_of_another_currency_are_visits_without_one(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, [("0001", "2026-03-01", 2990)])
    shop.settings.change(currency="USD")
    found = shop.simulator.replay({"punch": TEN_STAMPS, "point": POINTS})
    assert (found.visits, found.sales, [each.issued for each in found.programmes]) == (1, 0, [1, 0])


def test_a_bad_draft_and_an_unknown_programme_are_refused(shop: Shop) -> None:
    with pytest.raises(ShopError, match="terms_invalid"):
        shop.simulator.replay({"punch": TEN_STAMPS | {"size": 0}})
    with pytest.raises(ShopError, match="programme_not_found"):
        shop.simulator.replay({"nobody": TEN_STAMPS})


def test_a_worker_replays_with_progress_and_can_be_stopped(shop: Shop, tmp_path: Path) -> None:
    bring_in(shop, tmp_path, a_years_visits())
    told: list[tuple[int, int]] = []
    found: list[int] = []

    def work() -> None:
        found.append(shop.simulator.replay({"punch": TEN_STAMPS}, progress=lambda *so_far: told.append(so_far)).issued)
        stop = Event()
        stop.set()
        with pytest.raises(ShopError, match="stopped"):
            shop.simulator.replay({"punch": TEN_STAMPS}, stop=stop)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert found == [43]
    assert (told[0], told[-1]) == ((0, 576), (576, 576))


def test_the_replay_finds_what_the_desk_has_really_given(shop: Shop, clock: Clock) -> None:
    """The terms first, then visits one by one: a replay of them under the same terms comes to the ledger's figures."""
    gift = {"at": 2, "name": "菓子", "gives": {"kind": "gift"}, "cost": 60}
    drafts: dict[str, Any] = {
        "punch": {
            "size": 5, "start": 1, "reward": {"name": "500", "gives": {"kind": "discount", "amount": 500}},
            "milestones": [gift], "expiry": {"kind": "months", "count": 2},
        },
        "point": {
            "rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100, "minimum": 1000}], "rounding": "half_up",
            "promotions": [{"id": "t", "name": "火曜", "kind": "multiply", "times": "1.5", "weekdays": [1]}],
            "expiry": {"kind": "days", "count": 40}, "caps": {"day": 100},
        },
    }  # fmt: skip
    for each in shop.rules.programmes():
        shop.rules.save(each.uid, drafts[each.unit])
    people = [shop.customers.add(CustomerDraft(name=f"客 {n}", phone=f"090-1111-000{n}")) for n in range(2)]
    for number in range(24):
        clock.pass_(days=(1, 13, 30)[number % 3])
        shop.desk.log_visit(people[number % 2], amount=640 + 377 * number, guarded=False)
    found = shop.simulator.replay(drafts, months=24)
    assert found.visits == 24
    held = [shop.loyalty.holdings(uid) for uid in people]
    owed = shop.loyalty_figures.liability().lines
    for outcome in found.programmes:
        balances = [one.balance for each in held for one in each.balances if one.unit == outcome.unit]
        assert outcome.open == sum(balances), outcome.unit
        assert outcome.lapsed > 0
        assert outcome.open == next(one.open for one in owed if one.unit == outcome.unit)
    given = [reward.name for each in held for reward in each.rewards]
    assert {line.name: line.count for line in found.rewards} == {name: given.count(name) for name in ("500", "菓子")}


def test_a_card_for_goods_is_replayed_as_the_desk_punched_it(shop: Shop, clock: Clock) -> None:
    """Customers come by turns and buy different goods; a full bill goes back; two drafts ask for the same goods."""
    coffee = {"size": 4, "reward": {"name": "A coffee", "gives": {"kind": "gift"}},
              "rules": [{"id": "1", "kind": "item", "points": 1, "items": ["coffee"], "minimum": 300}]}  # fmt: skip
    by_goods = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100, "categories": ["hot"]}]}
    shop.rules.save(next(one.uid for one in shop.rules.programmes() if one.unit == "punch"), coffee)
    shop.rules.save(next(one.uid for one in shop.rules.programmes() if one.unit == "point"), by_goods)
    people = [shop.customers.add(CustomerDraft(name=name)) for name in ("Ann", "Bob", "Cid")]
    for number in range(24):
        clock.pass_(hours=5)
        lines = [
            Line(item="coffee", category="hot", quantity=1 + number % 3, unit_price=200),
            Line(item="cake", category="cold", unit_price=350),
        ]
        amount = sum(line.quantity * (line.unit_price or 0) for line in lines[: number % 3])
        logged = shop.desk.log_visit(
            people[number % 2 + number // 20], amount=amount, lines=lines[: number % 3], guarded=False
        )
        if number == 10:
            shop.desk.refund(logged.visit.uid)
    found = shop.simulator.replay({"punch": coffee, "point": by_goods})
    held = [shop.loyalty.holdings(uid) for uid in people]
    for outcome in found.programmes:
        balances = [one.balance for each in held for one in each.balances if one.unit == outcome.unit]
        assert outcome.open == sum(balances), outcome.unit
    assert found.rewards[0].count == sum(len(each.rewards) for each in held) > 0


def test_row_073_the_replay_counts_items_and_what_came_back(shop: Shop) -> None:
    """Four coffees and a tea, one coffee given back: three; a bill given back whole counts nothing."""
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    logged = [shop.desk.log_visit(uid, amount=amount, guarded=False) for amount in (2400, 800)]
    with closing(sqlite3.connect(shop.db.path)) as store, store:
        keys = [store.execute("SELECT id FROM visit WHERE uid = ?", (one.visit.uid,)).fetchone()[0] for one in logged]
        line = "INSERT INTO visit_line (id, uid, visit, item, quantity, unit_price) VALUES (?,?,?,?,?,?)"
        store.execute(line, (1, "l1", keys[0], "コーヒー", 4, 400))
        store.execute(line, (2, "l2", keys[0], "紅茶", 1, 800))
        store.execute(line, (3, "l3", keys[1], "コーヒー", 2, 400))
        back = "INSERT INTO refund (id, uid, visit, amount, at) VALUES (?,?,?,?,'2026-11-21T09:00:00.000000Z')"
        store.execute(back, (1, "r1", keys[0], 400))
        store.execute(back, (2, "r2", keys[1], 800))
        line_back = "INSERT INTO refund_line (uid, refund, visit_line, quantity) VALUES (?,?,?,?)"
        store.execute(line_back, ("b1", 1, 1, 1))
        store.execute(line_back, ("b2", 2, 3, 2))
    coffee = {
        "size": 3, "reward": {"name": "A coffee", "gives": {"kind": "item", "item": "コーヒー"}, "cost": 120},
        "rules": [{"id": "1", "kind": "item", "points": 1, "items": ["コーヒー"]}],
    }  # fmt: skip
    found = shop.simulator.replay({"punch": coffee, "point": POINTS})
    assert (found.visits, found.sales, found.rewards[0].count, found.cost) == (2, 2000, 1, 120)
    assert [each.issued for each in found.programmes] == [3, 20]
