"""Birthdays are paid by the program: once a year, on the shop's own day, and after days on which it was closed."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from tests.shop.loyalty_shop import ONE_EACH, customer, held, set_terms
from tests.state_dump import growing_rows, only_grew, state_dump

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

BIRTHDAY = {"rules": [{"id": "b", "kind": "birthday", "points": 500}]}


def noon(year: int, month: int, day: int) -> datetime:
    """Noon in Tokyo."""
    return datetime(year, month, day, 3, tzinfo=UTC)


def test_a_birthday_is_paid_on_its_day_and_once_a_year(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    uid, other = customer(shop, birthday="12月3日"), customer(shop, "林 真由美", birthday="12月4日")
    clock.now = noon(2026, 12, 2)
    assert shop.loyalty.pay_birthdays() == ()
    clock.now = noon(2026, 12, 3)
    assert [(one.customer, one.unit, one.amount) for one in shop.loyalty.pay_birthdays()] == [(uid, "point", 500)]
    assert (shop.loyalty.pay_birthdays(), held(shop, uid), held(shop, other)) == ((), 500, 0)
    clock.now = noon(2027, 12, 3)
    assert {one.customer for one in shop.loyalty.pay_birthdays()} == {uid}
    assert held(shop, uid) == 1000
    assert shop.checkup.check().ok


@pytest.mark.parametrize(("closed", "paid"), [(1, 1), (40, 1), (61, 1), (62, 0), (300, 0)])
def test_what_fell_on_closed_days_is_paid_at_the_next_start(shop: Shop, clock: Clock, closed: int, paid: int) -> None:
    set_terms(shop, "point", BIRTHDAY)
    uid = customer(shop, birthday="12月3日")
    clock.now = noon(2026, 12, 3)
    clock.pass_(days=closed)
    assert len(shop.loyalty.pay_birthdays()) == paid
    assert shop.loyalty.pay_birthdays() == ()
    assert held(shop, uid) == 500 * paid


def test_closed_over_new_year_pays_the_year_of_the_birthday(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    uid, early = customer(shop, birthday="12月30日"), customer(shop, "林 真由美", birthday="1月4日")
    clock.now = noon(2027, 1, 20)
    assert {one.customer for one in shop.loyalty.pay_birthdays()} == {uid, early}
    clock.now = noon(2027, 12, 30)
    assert [one.customer for one in shop.loyalty.pay_birthdays()] == [uid]
    assert held(shop, uid) == 1000


@pytest.mark.parametrize(
    ("feb29", "year", "days"),
    [
        ("02-28", 2027, [(2, 27, 0), (2, 28, 1), (3, 1, 0)]),
        ("03-01", 2027, [(2, 28, 0), (3, 1, 1), (3, 2, 0)]),
        ("03-01", 2028, [(2, 28, 0), (2, 29, 1), (3, 1, 0)]),
    ],
)
def test_one_born_on_29_february(
    shop: Shop, clock: Clock, feb29: str, year: int, days: list[tuple[int, int, int]]
) -> None:  # fmt: skip
    set_terms(shop, "point", {"rules": [{"id": "b", "kind": "birthday", "points": 500, "feb29": feb29}]})
    customer(shop, birthday="2000-02-29")
    for month, day, paid in days:
        clock.now = noon(year, month, day)
        assert len(shop.loyalty.pay_birthdays()) == paid, (month, day)


def test_the_day_is_the_shop_s_own(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    customer(shop, birthday="12月3日")
    clock.now = datetime(2026, 12, 2, 14, 59, 59, tzinfo=UTC)  # a second before midnight in Tokyo
    assert shop.loyalty.pay_birthdays() == ()
    clock.pass_(seconds=1)
    assert len(shop.loyalty.pay_birthdays()) == 1


def test_nobody_is_paid_for_a_birthday_before_the_shop_knew_them_or_had_a_rule(shop: Shop, clock: Clock) -> None:
    uid = customer(shop, birthday="11月25日")
    clock.now = noon(2026, 12, 1)
    set_terms(shop, "point", BIRTHDAY)
    customer(shop, "林 真由美", birthday="11月30日")
    assert shop.loyalty.pay_birthdays() == ()
    clock.now = noon(2027, 11, 26)
    set_terms(shop, "point", ONE_EACH)
    assert [one.customer for one in shop.loyalty.pay_birthdays()] == [uid]  # the rule stood on the day


def test_invented_and_deleted_people_are_not_paid(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    shop.sample_shop.fill()
    gone = customer(shop, birthday="12月3日")
    shop.customers.delete(gone)
    clock.now = noon(2026, 12, 3)
    assert shop.loyalty.pay_birthdays() == ()
    clock.pass_(days=300)
    assert shop.loyalty.pay_birthdays() == ()


def test_one_person_merged_from_two_has_one_birthday(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    keep, other = customer(shop), customer(shop, "佐々木 花", birthday="12月3日")
    clock.now = noon(2026, 12, 3)
    shop.loyalty.pay_birthdays()
    shop.customers.merge(keep, other)
    assert shop.loyalty.pay_birthdays() == ()
    assert held(shop, keep) == 500


def test_where_nothing_is_due_nothing_is_written(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    customer(shop, birthday="12月3日")
    clock.now = noon(2026, 12, 3)
    shop.loyalty.pay_birthdays()
    rows = growing_rows(shop.db.path)
    with closing(sqlite3.connect(shop.db.path, isolation_level=None)) as other_till:
        other_till.execute("BEGIN IMMEDIATE")  # a start must not wait for who writes
        assert shop.loyalty.pay_birthdays() == ()
    assert growing_rows(shop.db.path) == rows


def test_many_birthdays_are_paid_a_few_at_a_time_and_each_part_can_be_taken_back(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    for number in range(60):
        shop.customers.add(CustomerDraft(name=f"N{number}", birthday="12月3日"))
    before, rows = state_dump(shop.db.path), growing_rows(shop.db.path)
    clock.now = noon(2026, 12, 3)
    assert len(shop.loyalty.pay_birthdays()) == 60
    parts = [done for done in shop.history.done_on(clock.now.date()) if done.kind == "birthdays"]
    assert (len(parts), {done.staff for done in parts}) == (2, {""})
    for part in parts:
        shop.history.undo(part.uid)
    assert state_dump(shop.db.path) == before
    assert only_grew(rows, growing_rows(shop.db.path))
    assert shop.loyalty.pay_birthdays() == ()


def test_taking_back_the_last_thing_never_means_birthdays(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    uid = customer(shop, birthday="12月3日")
    clock.now = noon(2026, 12, 3)
    shop.loyalty.pay_birthdays()
    assert shop.history.undo().kind == "customer_add"
    assert shop.checkup.check().ok
    assert uid


@pytest.mark.long
def test_a_hundred_thousand_customers_are_looked_through_in_a_moment(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", BIRTHDAY)
    rows = (
        (f"00000000-0000-7000-8000-{number:012}", f"N{number}", 1 + number % 12, 1 + number % 28)
        for number in range(100_000)
    )
    with closing(sqlite3.connect(shop.db.path)) as connection, connection:
        connection.executemany(
            "INSERT INTO customer (uid, display_name, birth_month, birth_day, created_at)"
            " VALUES (?, ?, ?, ?, '2027-06-01T00:00:00.000000Z')", rows,
        )  # fmt: skip
    clock.now = noon(2027, 5, 1)
    began = time.perf_counter()
    assert shop.loyalty.pay_birthdays() == ()
    assert time.perf_counter() - began < 2
