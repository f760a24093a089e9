"""A list of visits, from the file to the store."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retention_desktop import settings
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from retention_desktop.storage import import_store, visit_store
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.domain.visit import Visit
    from retention_desktop.shop import Shop

RESOURCES = Path(__file__).parents[2] / "resources"
DATA = Path(__file__).parents[1] / "data"
VISITS = DATA / "cdnow_visits.csv"
EXPECTED = json.loads((DATA / "cdnow_visits.expected.json").read_text(encoding="utf-8"))


def visits(shop: Shop, number: str) -> tuple[Visit, ...]:
    uid = shop.customers.resolve(number)
    key = shop.customers.detail(uid).customer.key
    with shop.db.read() as tx:
        return visit_store.visits_of(tx, key, 10_000)


def write(folder: Path, text: str) -> Path:
    path = folder / "visits.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_real_shops_purchases_come_in_whole(shop: Shop) -> None:
    done = shop.transfer.run(shop.transfer.prepare(VISITS, kind="visits"))
    assert (done.rows, done.created, done.merged, done.skipped) == (EXPECTED["visits"], EXPECTED["visits"], 0, 0)
    assert (done.customers_created, done.problems, done.reasons) == (EXPECTED["customers"], (), {})
    assert shop.customers.count() == EXPECTED["customers"]
    assert {row.spend for row in shop.customers.rows(shop.customers.keys())} == {0}, "dollars are not added to yen"
    shop.settings.change(currency="USD")
    rows = shop.customers.rows(shop.customers.keys())
    assert sum(row.spend for row in rows) == EXPECTED["spend_cents"]
    assert sum(row.visit_count for row in rows) == EXPECTED["visits"]
    repeat = sum(row.visit_count > 1 for row in rows)
    assert round(100 * repeat / len(rows), 1) == EXPECTED["repeat_customers_pct"]
    assert {row.points for row in rows} == {row.punches for row in rows} == {0}
    assert shop.checkup.check().ok


def test_a_day_stays_that_day_in_the_files_currency(shop: Shop) -> None:
    shop.transfer.run(shop.transfer.prepare(VISITS, kind="visits"))
    first = visits(shop, "0001")
    assert [(visit.day, visit.at, visit.amount, visit.currency) for visit in reversed(first)] == [
        (date(1997, 1, 1), None, 2933, "USD"),
        (date(1997, 1, 18), None, 2973, "USD"),
        (date(1997, 8, 2), None, 1496, "USD"),
        (date(1997, 12, 12), None, 2648, "USD"),
    ]


def test_weekdays_are_those_of_the_file(shop: Shop) -> None:
    shop.transfer.run(shop.transfer.prepare(VISITS, kind="visits"))
    weekdays: Counter[int] = Counter()
    with shop.db.read() as tx:
        for number in range((date(1998, 6, 30) - date(1997, 1, 1)).days + 1):
            day = date(1997, 1, 1) + timedelta(number)
            weekdays[day.weekday()] += len(visit_store.visits_on(tx, day))
    assert [weekdays[day] for day in range(7)] == EXPECTED["visits_by_weekday_mon0"]


def test_identical_rows_are_visits_of_their_own(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, '会員番号,来店日,金額\n7,2026/10/1,"1,080円"\n7,2026/10/1,"1,080円"\n')
    shop.transfer.run(shop.transfer.prepare(path, kind="visits"))
    assert [(visit.day, visit.amount, visit.currency) for visit in visits(shop, "7")] == [
        (date(2026, 10, 1), 1080, "JPY")
    ] * 2  # fmt: skip


def test_customers_are_found_by_member_number_or_phone(shop: Shop, tmp_path: Path) -> None:
    shop.customers.add(CustomerDraft(name="佐藤", phone="090-1234-5678", member_number="7"))
    text = (
        "会員番号,日付,金額,メニュー,点数\n7,2026-10-01 14:30,1000,カット,2\n090-1234-5678,R8.10.2,,,\n"
        ",2026-10-03,500,,\n"
    )  # fmt: skip
    done = shop.transfer.run(shop.transfer.prepare(write(tmp_path, text), kind="visits"))
    assert (done.created, done.customers_created, shop.customers.count()) == (3, 0, 1)
    newest, oldest = visits(shop, "7")
    assert (newest.day, newest.at, newest.amount) == (date(2026, 10, 2), None, None)
    assert (oldest.at, oldest.note) == (datetime(2026, 10, 1, 5, 30, tzinfo=UTC), "カット")
    (row,) = shop.customers.rows(shop.customers.keys())
    assert (row.visit_count, row.spend, row.last_visit_day) == (2, 1000, date(2026, 10, 2))
    with shop.db.read() as tx:
        (anonymous,) = visit_store.visits_on(tx, date(2026, 10, 3))
    assert (anonymous.customer, anonymous.amount) == (None, 500)
    assert shop.checkup.check().ok


def test_visits_are_added_to_those_there_were(shop: Shop, tmp_path: Path) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐藤", member_number="7"))
    shop.desk.log_visit(uid, amount=1500)
    shop.transfer.run(shop.transfer.prepare(write(tmp_path, "会員番号,日付\n7,2026-10-01\n"), kind="visits"))
    person = shop.customers.detail(uid).customer
    assert (person.visit_count, person.last_visit_day, person.spend) == (2, date(2026, 11, 21), 1500)


def test_unreadable_days_and_amounts_are_listed(shop: Shop, tmp_path: Path) -> None:
    text = "customer,date,amount\n7,2026-02-30,100\n7,2026-02-28,many\n7,5月1日,5\n,,\n"
    done = shop.transfer.run(shop.transfer.prepare(write(tmp_path, text), kind="visits"))
    assert (done.rows, done.created, done.skipped) == (4, 1, 3)
    assert done.reasons == {"day_invalid": 2, "blank": 1}
    assert [(problem.row, problem.column, problem.code) for problem in done.problems] == [
        (2, "date", "day_invalid"), (3, "amount", "amount_invalid"), (4, "date", "day_invalid"),
    ]  # fmt: skip
    assert visits(shop, "7")[0].amount is None


def test_imported_visits_earn_only_when_asked(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "会員番号,日付,金額\n7,2026-11-01,1000\n7,2026-11-02,\n")
    shop.transfer.run(shop.transfer.prepare(path, kind="visits"), earn=True)
    (row,) = shop.customers.rows(shop.customers.keys())
    assert (row.punches, row.points) == (2, 10)
    assert shop.checkup.check().ok
    shop.history.undo()
    assert shop.checkup.check().ok
    assert shop.customers.count() == 0


def test_the_currency_may_be_chosen(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "会員番号,日付,金額\n7,2026-11-01,10.50\n")
    assert shop.transfer.prepare(path, kind="visits").problems[0].code == "amount_invalid"
    shop.transfer.run(shop.transfer.prepare(path, kind="visits", currency="EUR"))
    assert (visits(shop, "7")[0].amount, visits(shop, "7")[0].currency) == (1050, "EUR")
    with pytest.raises(ShopError, match="currency_unknown"):
        shop.transfer.prepare(path, kind="visits", currency="YEN")


def test_a_list_without_days_is_refused(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(ShopError) as caught:
        shop.transfer.prepare(write(tmp_path, "会員番号,金額\n7,100\n"), kind="visits")
    assert (caught.value.code, caught.value.facts["columns"]) == ("columns_missing", "day")


def test_undo_takes_visits_and_people_back(shop: Shop) -> None:
    done = shop.transfer.run(shop.transfer.prepare(VISITS, kind="visits"))
    assert shop.history.undo(done.import_uid).kept == ()
    assert shop.customers.count() == 0
    assert shop.checkup.check().ok


@pytest.mark.parametrize("day", ["9999-12-31", "2026-11-22", "1899-12-31", "0001-01-01", "令和20年1月1日"])
def test_a_day_outside_of_every_shops_life_is_left_out(shop: Shop, tmp_path: Path, day: str) -> None:
    """The clock stands at 2026-11-21 18:00 in the shop."""
    file = write(tmp_path, f"customer,date,amount\n1,{day},100\n2,2026-11-21 23:00,100\n3,1900-01-01,100\n")
    done = shop.transfer.run(shop.transfer.prepare(file, kind="visits"))
    assert (done.created, done.reasons) == (2, {"day_invalid": 1})
    assert shop.checkup.check().ok


@pytest.fixture
def american(tmp_path: Path) -> Iterator[Shop]:
    first = ShopSettings(region="US", currency="USD", zone="America/Chicago", language="en")
    shop = open_shop(tmp_path / "american", RESOURCES, clock=Clock(), first=first)
    yield shop
    shop.close()


def moments(shop: Shop, folder: Path, text: str) -> tuple[list[tuple[str, str | None]], list[tuple[int, str]]]:
    """Day and local time of each visit in the order of the list, and what is listed."""
    done = shop.transfer.run(shop.transfer.prepare(write(folder, text), kind="visits"))
    with shop.db.read() as tx:
        zone = settings.read(tx).zone_info
        found = [visit_store.visit_by_key(tx, key) for key in range(1, done.created + 1)]
    times = [(one.day.isoformat(), one.at.astimezone(zone).strftime("%H:%M") if one.at else None) for one in found]
    return times, [(problem.row, problem.code) for problem in done.problems]


def test_an_american_list_of_visits_is_read_in_an_american_shop(american: Shop, tmp_path: Path) -> None:
    text = (
        "Member,Date,Amount\nA1,10/14/2026,$25.75\nA1,10/04/2026,9.99\nA1,10/4/26,5\nA1,10/14/2026 3:30 PM,5\n"
        "A1,10/14/2026 12:05 AM,5\nA1,2026-10-05 14:30,5\nA1,10/14/2026 noon,5\nA1,10/5/27,5\n"
    )
    assert moments(american, tmp_path, text) == (
        [
            ("2026-10-14", None), ("2026-10-04", None), ("2026-10-04", None), ("2026-10-14", "15:30"),
            ("2026-10-14", "00:05"), ("2026-10-05", "14:30"), ("2026-10-14", None),
        ],
        [(8, "time_invalid"), (9, "day_unclear")],
    )  # fmt: skip


def test_a_column_written_day_first_is_read_so_even_there(american: Shop, tmp_path: Path) -> None:
    text = "Member,Date\nA1,04/10/2026\nA1,13/04/2026\n"
    assert moments(american, tmp_path, text) == ([("2026-10-04", None), ("2026-04-13", None)], [])


def test_a_column_in_both_orders_is_listed_where_it_is_unclear(american: Shop, tmp_path: Path) -> None:
    text = "Member,Date\nA1,04/10/2026\nA1,13/04/2026\nA1,04/13/2026\n"
    assert moments(american, tmp_path, text) == (
        [("2026-04-13", None), ("2026-04-13", None)], [(2, "day_unclear")]
    )  # fmt: skip


def test_japanese_times_of_day_are_read(shop: Shop, tmp_path: Path) -> None:
    text = (
        "会員番号,来店日時\n1,2026/10/2 午後3:30\n1,2026年10月3日 15時30分\n1,2026年10月4日午前9時\n"
        "1,２０２６／１０／５　１４：３０\n1,2026/10/6 午後12時\n1,10/04/2026\n"
    )
    assert moments(shop, tmp_path, text) == (
        [
            ("2026-10-02", "15:30"), ("2026-10-03", "15:30"), ("2026-10-04", "09:00"), ("2026-10-05", "14:30"),
            ("2026-10-06", None),
        ],
        [(6, "time_invalid"), (7, "day_unclear")],
    )  # fmt: skip


def test_a_time_with_a_zone_of_its_own_falls_on_the_shops_day(shop: Shop, tmp_path: Path) -> None:
    text = "customer,date\n1,2026-10-02T20:00:00Z\n"
    assert moments(shop, tmp_path, text) == ([("2026-10-03", "05:00")], [])


def test_american_birthdays_are_read_in_an_american_shop(american: Shop, tmp_path: Path) -> None:
    text = "Name,Mobile,DOB\nBob,(312) 555-0123,04/01/1988\nAnn,312-555-0124,4/13/90\nJo,312-555-0125,4/5/90\n"
    done = american.transfer.run(american.transfer.prepare(write(tmp_path, text)))
    assert (done.created, done.problems) == (3, ())
    with american.db.read() as tx:
        people = import_store.everybody(tx)
    assert {person.name: str(person.birthday) for person in people} == {
        "Bob": "1988-04-01", "Ann": "1990-04-13", "Jo": "1990-04-05",
    }  # fmt: skip
    uid = american.customers.add(CustomerDraft(name="Typed", birthday="4/5/1990"))
    american.customers.edit(uid, birthday="04/06/1990")
    assert american.customers.detail(uid).customer.birth_day == 6
