"""What the shop has promised, what lapses soon, and members beside others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from retention_desktop.domain.customer import CustomerDraft

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

STAMP = "2026-01-05T03:00:00.000000Z"


def person(shop: Shop, name: str, phone: str) -> str:
    return shop.customers.add(CustomerDraft(name=name, phone=phone))


def programme(shop: Shop, unit: str) -> str:
    return next(each.uid for each in shop.rules.programmes() if each.unit == unit)


def lots(shop: Shop, customer: str, *held: tuple[int, str | None, int | None]) -> None:
    """Give a customer lots of points: (amount, first day on which it no longer counts, idle months)."""
    with closing(sqlite3.connect(shop.db.path)) as store, store:
        (key,) = store.execute("SELECT id FROM customer WHERE uid = ?", (customer,)).fetchone()
        (points,) = store.execute("SELECT id FROM programme WHERE unit = 'point'").fetchone()
        (last,) = store.execute("SELECT last_visit_day FROM customer WHERE id = ?", (key,)).fetchone()
        account = store.execute(
            "INSERT INTO account (uid, customer, programme, posted, earliest_expiry) VALUES (?,?,?,?,?)",
            (f"a{key}", key, points, sum(each[0] for each in held), _earliest(last, held)),
        ).lastrowid
        for number, (amount, expires_on, idle) in enumerate(held):
            store.execute(
                "INSERT INTO ledger_entry (uid, account, amount, kind, occurred, recorded, expires_on, idle_months,"
                " reason, key) VALUES (?,?,?,'opening',?,?,?,?,'paper',?)",
                (f"e{key}.{number}", account, amount, STAMP, STAMP, expires_on, idle, f"opening:{key}:{number}"),
            )
    shop.other_process_wrote()


def _earliest(last: str | None, held: tuple[tuple[int, str | None, int | None], ...]) -> str | None:
    """The cache as the ledger keeps it: idle lots by the last visit (of 5 January where there is none)."""
    year, month, day = map(int, (last or "2026-01-05").split("-"))
    idle = [date(year + (month + more - 1) // 12, (month + more - 1) % 12 + 1, day) for _, _, more in held if more]
    days = [each[1] for each in held if each[1]] + [str(each) for each in idle]
    return min(days, default=None)


def test_liability_is_what_counts_today_in_money(shop: Shop) -> None:
    lots(shop, person(shop, "佐々木 花子", "090-1111-0001"), (100, "2026-11-21", None), (40, None, None))
    lots(shop, person(shop, "山田 一郎", "090-1111-0002"), (60, "2026-11-22", None))
    lots(shop, person(shop, "鈴木 葵", "090-1111-0003"), (300, None, None))
    points = programme(shop, "point")
    assert shop.loyalty_figures.liability().money == 0, "these points buy nothing yet"
    shop.rules.save(points, {
        "rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}], "spend": {"points": 2, "value": 1},
    })  # fmt: skip
    found = shop.loyalty_figures.liability()
    line = next(each for each in found.lines if each.programme == points)
    assert found.day == date(2026, 11, 21)
    assert (line.open, line.holders, line.worth, line.money) == (400, 3, Fraction(1, 2), 200)
    assert found.money == 200


def test_a_programme_switched_off_still_owes(shop: Shop) -> None:
    lots(shop, person(shop, "佐々木 花子", "090-1111-0001"), (100, None, None))
    shop.rules.switch(programme(shop, "punch"), active=False)
    shop.rules.switch(programme(shop, "point"), active=False)
    assert [(each.unit, each.active, each.open) for each in shop.loyalty_figures.liability().lines] == [
        ("point", False, 100)
    ]


def test_rewards_not_used_are_owed_at_their_cost(shop: Shop, clock: Clock) -> None:
    uid = person(shop, "佐々木 花子", "090-1111-0001")
    for _ in range(10):
        shop.desk.log_visit(uid, guarded=False)
        clock.pass_(hours=1)
    with closing(sqlite3.connect(shop.db.path)) as store, store:
        (account,) = store.execute("SELECT account FROM reward").fetchone()
        store.executemany(
            "INSERT INTO reward (uid, account, name, code, state, issued_at, cost, expires_on)"
            " VALUES (?,?,?,?,?,?,?,?)",
            [
                ("r1", account, "cut", "C1", "issued", STAMP, 500, "2026-11-23"),
                ("r2", account, "cut", "C2", "issued", STAMP, 500, "2026-11-22"),
                ("r3", account, "cut", "C3", "issued", STAMP, 120, None),
                ("r4", account, "cut", "C4", "used", STAMP, 500, None),
                ("r5", account, "cut", "C5", "given_back", STAMP, 500, None),
            ],
        )
    clock.now = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)  # 22 November in Tokyo
    line = next(each for each in shop.loyalty_figures.liability().lines if each.unit == "punch")
    assert (line.rewards, line.rewards_money, line.without_cost) == (3, 620, 1)
    assert (line.open, line.money, line.known) == (0, 0, False)
    assert not shop.loyalty_figures.liability().known
    before = next(each for each in shop.rules.programmes() if each.unit == "punch")
    name = before.terms["reward"]
    shop.rules.save(before.uid, {"size": 10, "reward": {"name": name, "gives": {"kind": "gift"}, "cost": 900}})
    line = next(each for each in shop.loyalty_figures.liability().lines if each.unit == "punch")
    assert (line.rewards, line.rewards_money, line.without_cost) == (3, 1520, 0), "what it costs now"
    assert shop.loyalty_figures.liability().known


def test_a_reward_that_takes_money_off_costs_what_it_takes(shop: Shop) -> None:
    card = {"size": 2, "reward": {"name": "500 off", "gives": {"kind": "discount", "amount": 500}}}
    shop.rules.save(programme(shop, "punch"), card)
    uid = person(shop, "佐々木 花子", "090-1111-0001")
    for _ in range(3):
        shop.desk.log_visit(uid, guarded=False)
    found = shop.loyalty_figures.liability()
    line = next(each for each in found.lines if each.unit == "punch")
    assert (line.rewards, line.rewards_money, line.without_cost, line.open) == (1, 500, 0, 1)
    assert (found.money, found.known) == (750, True)


def test_case_047_what_lapses_by_a_day_is_told_lot_by_lot(shop: Shop, clock: Clock) -> None:
    clock.now = datetime(2026, 1, 15, tzinfo=UTC)
    uid = person(shop, "佐々木 花子", "090-1111-0001")
    lots(shop, uid, (100, "2026-02-01", None), (200, "2026-06-01", None), (50, None, None))
    until_march = (date(2026, 3, 1) - date(2026, 1, 15)).days
    until_july = (date(2026, 7, 1) - date(2026, 1, 15)).days
    assert [(each.customer, each.amount, each.day) for each in shop.loyalty_figures.expiring(until_march)] == [
        (uid, 100, date(2026, 2, 1))
    ]
    assert sum(each.amount for each in shop.loyalty_figures.expiring(until_july)) == 300


def test_what_lapses_today_has_lapsed_and_is_not_soon(shop: Shop) -> None:
    lots(shop, person(shop, "佐々木 花子", "090-1111-0001"), (100, "2026-11-21", None), (60, "2026-11-22", None))
    assert [(each.amount, each.day) for each in shop.loyalty_figures.expiring(1)] == [(60, date(2026, 11, 22))]
    assert shop.loyalty_figures.expiring(0) == ()


def test_what_lapses_when_idle_follows_the_last_visit(shop: Shop) -> None:
    never_came = person(shop, "山田 一郎", "090-1111-0002")
    lots(shop, never_came, (70, None, 11))
    assert [(each.amount, each.day) for each in shop.loyalty_figures.expiring(30)] == [(70, date(2026, 12, 5))]
    assert shop.loyalty_figures.expiring(13) == ()


def test_rewards_that_are_not_used_lapse_too(shop: Shop, clock: Clock) -> None:
    uid, gone = person(shop, "佐々木 花子", "090-1111-0001"), person(shop, "山田 一郎", "090-1111-0002")
    card = next(one.uid for one in shop.rules.programmes() if one.unit == "punch")
    reward = {"name": "1回無料", "gives": {"kind": "gift"}, "cost": 500, "valid_days": 30}
    shop.rules.save(card, {"size": 1, "reward": reward})
    for one in (uid, uid, gone):
        shop.desk.log_visit(one, guarded=False)
    shop.customers.delete(gone)
    clock.pass_(days=10)
    assert shop.loyalty_figures.expiring(19) == ()
    (lapsing,) = shop.loyalty_figures.expiring(20)
    assert (lapsing.customer, lapsing.unit, lapsing.reward, lapsing.amount, lapsing.day) == (
        uid, "reward", "1回無料", 2, date(2026, 12, 21),
    )  # fmt: skip
    shop.desk.redeem(uid, shop.desk.card(uid).rewards[0].uid)
    assert [one.amount for one in shop.loyalty_figures.expiring(20)] == [1]
    clock.pass_(days=20)
    assert shop.loyalty_figures.expiring(20) == ()


def test_people_who_were_deleted_are_not_told_about(shop: Shop) -> None:
    uid = person(shop, "佐々木 花子", "090-1111-0001")
    lots(shop, uid, (60, "2026-11-25", None))
    assert shop.loyalty_figures.expiring(30)[0].name == "佐々木 花子"
    shop.customers.delete(uid)
    assert shop.loyalty_figures.expiring(30) == ()


def test_row_080_members_and_others_side_by_side_with_their_numbers(shop: Shop, tmp_path: Path) -> None:
    """Two who collect (3 visits each at 2,000), four from a list who don't (1 visit each at 1,500), one sale."""
    path = tmp_path / "visits.csv"
    lines = [f"{number:04},2026-05-0{number + 1},1500" for number in range(4)]
    path.write_text("\n".join(["customer,date,amount_jpy", *lines]), encoding="utf-8")
    shop.transfer.run(shop.transfer.prepare(path, kind="visits"))
    for name, phone in (("佐々木 花子", "090-1111-0001"), ("山田 一郎", "090-1111-0002")):
        uid = person(shop, name, phone)
        for _ in range(3):
            shop.desk.log_visit(uid, amount=2000, guarded=False)
    shop.desk.log_visit(None, amount=700)
    found = shop.loyalty_figures.members_compared()
    assert (found.first, found.last) == (date(2025, 11, 22), date(2026, 11, 21))
    assert (found.members.people, found.members.visits, found.members.sales) == (2, 6, 12_000)
    assert (found.members.visits_per_month, found.members.spend_per_visit) == (Fraction(6, 24), Fraction(2000))
    assert (found.others.people, found.others.visits) == (4, 4)
    assert (found.others.visits_per_month, found.others.spend_per_visit) == (Fraction(4, 48), Fraction(1500))
    assert (found.anonymous.people, found.anonymous.visits) == (None, 1)
    assert found.anonymous.spend_per_visit == 700
    assert not found.members.enough
    assert not found.anonymous.enough


def test_row_080_a_shop_without_visits_has_no_figures(shop: Shop) -> None:
    found = shop.loyalty_figures.members_compared()
    assert (found.members.people, found.members.visits_per_month, found.members.spend_per_visit) == (0, None, None)
    assert found.anonymous.visits_per_month is None
