"""A shop with a long ledger, written straight into a fresh store: twenty visits a customer, forty entries.

Each visit earns points with their carry-over, and from the fifth on a punch. Every customer has filled a card of ten,
bought a reward with the points of the first five visits, was referred, used a coupon, and had the points of the sixth
visit lapse: with 1,000,000 visits that makes 2,000,000 entries, 800,000 allocations, 1,000,000 rows carried over. Uids
and keys are as long as the product's own; the rows lie in the order of time, each customer's far apart, as in a shop.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from benchmarks.store import ROOT, STAMP
from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.name import kana_sort_key, search_key
from retention_desktop.domain.stage import stage_dates
from retention_desktop.domain.term_problems import discount_problems, problems
from retention_desktop.domain.terms import Gives
from retention_desktop.shop import open_shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retention_desktop.shop import Shop

FIRST, DAYS = date(2026, 1, 5), 320
NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
"""A Tuesday, half past four in the afternoon in the shop's zone: the weekly window is open."""
ROUNDS = 20
COUPON = "SPRING26"
PUNCHED = range(4, ROUNDS)
COUPON_USED, CARD_FILLED, REDEEMED, LAPSED = 10, 13, 15, 18
OFF = 100
BOUGHT_WITH = range(5)
LAPSING = range(5, 6)
CARD_OF = range(4, CARD_FILLED + 1)
POINTS: dict[str, Any] = {
    "rules": [
        {"id": "1", "kind": "amount", "points": 1, "per": 100, "carry": True},
        {"id": "2", "kind": "item", "points": 5, "items": ["color"]},
        {"id": "3", "kind": "referral", "points": 300, "friend_points": 300},
    ],
    "promotions": [
        {"id": "p", "name": "Tuesday", "kind": "multiply", "times": "2", "weekdays": [1], "hours": ["16:00", "18:00"]},
        {"id": "q", "name": "Once", "kind": "add", "points": 3, "once_a_day": True},
    ],
    "caps": {"day": 5000, "customer": 1_000_000},
    "expiry": {"kind": "months", "count": 12},
    "spend": {"points": 1, "value": 1, "step": 100, "minimum": 500},
    "tiers": {"by": "spend", "months": 12, "grace_days": 30, "steps": [
        {"id": "silver", "name": "Silver", "from": 20_000, "percent": 110},
        {"id": "gold", "name": "Gold", "from": 60_000, "percent": 125, "discount_percent": 3},
    ]},
}  # fmt: skip
CARD: dict[str, Any] = {
    "size": 10, "reward": {"name": "500 off", "gives": {"kind": "discount", "amount": 500}, "cost": 500},
    "milestones": [{"at": 5, "name": "Coffee", "gives": {"kind": "gift"}}],
    "limit": {"minutes": 0, "per_day": 50}, "expiry": {"kind": "months", "count": 12},
}  # fmt: skip
CREDIT: dict[str, Any] = {
    "rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}], "spend": {"points": 1, "value": 1},
    "expiry": {"kind": "never"},
}  # fmt: skip
STANDING: list[dict[str, Any]] = [
    {"id": "1", "name": "Students", "gives": {"kind": "percent", "percent": 5}, "for": {"tag": "student"}},
    {"id": "2", "name": "Often", "gives": {"kind": "percent", "percent": 3}, "for": {"visits": 10, "months": 12}},
]


def customers_for(visits: int) -> int:
    """How many customers so many visits are of."""
    return visits // ROUNDS


def customer_uid(number: int) -> str:
    """The uid of the customer with this number, from 1."""
    return f"019b0000-0000-7001-8000-{number:012x}"


def open_here(folder: Path) -> Shop:
    """The shop in this folder, at `NOW`."""
    return open_shop(folder, ROOT / "resources", window=True, clock=lambda: NOW)


def loyal_shop(folder: Path, visits: int) -> None:
    """Make a shop with so many visits and the full rule set in `folder`."""
    found = [*problems("point", POINTS), *problems("punch", CARD), *problems("credit", CREDIT)]
    assert found + list(discount_problems(STANDING)) == []
    with closing(open_shop(folder, ROOT / "resources", clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))) as shop:
        by_unit = {each.unit: each.uid for each in shop.rules.programmes()}
        shop.rules.save(by_unit["point"], POINTS)
        shop.rules.save(by_unit["punch"], CARD)
        shop.rules.add("credit", "Credit", CREDIT)
        shop.standing_discounts.save(STANDING)
        draft = CouponDraft(name="Spring", gives=Gives(kind="discount", amount=OFF), person_limit=100)
        shop.coupons.add(draft, code=COUPON)
    with closing(sqlite3.connect(folder / "shop.db", isolation_level=None)) as connection:
        _fill(connection, customers_for(visits))


def _follow(connection: sqlite3.Connection) -> None:
    """Stages and keys as they follow from visits and names, which `check` proves."""
    people = connection.execute(
        "SELECT c.id, c.display_name, c.kana, v.days FROM customer c"
        " JOIN (SELECT customer, group_concat(day) AS days FROM visit GROUP BY customer) v ON v.customer = c.id"
    ).fetchall()
    rows = []
    for key, name, kana, days in people:
        dates = stage_dates([date.fromisoformat(day) for day in days.split(",")])
        stages = [day.isoformat() if day else None for day in (dates.due_on, dates.inactive_on, dates.lost_on)]
        rows.append((search_key(name, kana), kana_sort_key(kana, name), *stages, key))
    connection.executemany(
        "UPDATE customer SET search_key = ?, sort_key = ?, due_on = ?, inactive_on = ?, lost_on = ? WHERE id = ?", rows
    )


def _fill(connection: sqlite3.Connection, customers: int) -> None:
    """Every row by SQL, the indexes after them."""
    connection.executescript("PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA cache_size=-400000;")
    connection.execute("BEGIN")
    indexes = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> ''").fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    facts = {
        name: connection.execute(
            "SELECT p.id, p.uid, max(v.id) FROM programme p JOIN programme_version v ON v.programme = p.id"
            " WHERE p.unit = ?", (name,)
        ).fetchone()
        for name in ("point", "punch")
    }  # fmt: skip
    _people(connection, customers, facts)
    steps = _steps(facts)
    _caches(connection, customers, steps)
    for number in range(ROUNDS):
        _visits(connection, customers, number)
        _entries(connection, customers, [step for step in steps if step.number == number], facts)
    _follow(connection)
    _allocations(connection, customers, steps)
    _rewards(connection, customers, steps)
    for _, statement in indexes:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")


def _uid(table: int, key: str) -> str:
    """SQL for a uid as long and as ordered as the product's."""
    return f"printf('019b0000-0000-7%03x-8000-%012x', {table}, {key})"


def _amount(number: int) -> str:
    return f"(1000 + 100 * ((c * 7 + {number} * 3) % 90) + c % 100)"


def _points(numbers: range) -> str:
    return "(" + " + ".join(f"{_amount(number)} / 100" for number in numbers) + ")"


def _day(number: int, customers: int) -> str:
    return f"date('{FIRST}', '+' || (({number} * {customers} + c - 1) * {DAYS} / {ROUNDS * customers}) || ' days')"


def _people(connection: sqlite3.Connection, customers: int, facts: dict[str, Any]) -> None:
    last, total = _day(ROUNDS - 1, customers), " + ".join(_amount(number) for number in range(ROUNDS))
    total = f"{total} - {OFF}"
    for statement in f"""
        CREATE TEMP TABLE person (c INTEGER PRIMARY KEY);
        INSERT INTO person WITH RECURSIVE n(c) AS (SELECT 1 UNION ALL SELECT c + 1 FROM n WHERE c < {customers})
            SELECT c FROM n;
        INSERT INTO operation (id, uid, kind, at) VALUES (1000, '{"0" * 36}', 'import', '{STAMP}');
        INSERT INTO customer (id, uid, display_name, kana, search_key, sort_key, last_visit_day, visit_count, spend,
            due_on, inactive_on, lost_on, created_at)
            SELECT c, {_uid(1, "c")}, '顧客' || c, 'コキャク', 'customer' || c, 'コキャク' || c, {last}, {ROUNDS},
            {total}, date({last}, '+30 days'), date({last}, '+60 days'), date({last}, '+180 days'), '{STAMP}'
            FROM person;
        INSERT INTO account (id, uid, customer, programme, posted, earliest_expiry)
            SELECT 2 * c - 1, {_uid(2, "2 * c - 1")}, c, {facts["point"][0]},
            300 + {_points(range(BOUGHT_WITH.stop + 1, ROUNDS))}, date({_day(0, customers)}, '+12 months') FROM person;
        INSERT INTO account (id, uid, customer, programme, posted, earliest_expiry)
            SELECT 2 * c, {_uid(2, "2 * c")}, c, {facts["punch"][0]}, {ROUNDS - CARD_FILLED - 1},
            date({_day(CARD_FILLED + 1, customers)}, '+12 months') FROM person;
        INSERT INTO referral (id, uid, referrer, friend, at)
            SELECT c, {_uid(3, "c")}, CASE c WHEN 1 THEN {customers} ELSE c - 1 END, c, '{STAMP}' FROM person;
    """.split(";"):
        connection.execute(statement)


def _caches(connection: sqlite3.Connection, customers: int, steps: list[_Step]) -> None:
    """Where the open lots of each account begin, what visits earned and what they carry over."""
    bonus = next(step for step in steps if step.kind == "bonus")
    punch = next(step for step in steps if (step.unit, step.number) == ("punch", CARD_FILLED + 1))
    amounts = " + ".join(_amount(number) for number in range(ROUNDS))
    connection.execute(f"""
        UPDATE account SET oldest_open = {bonus.key(customers)}, earned = {_points(range(ROUNDS))},
            carried = json_object('1:1/100:proportional', json_array({amounts}, {_points(range(ROUNDS))}))
        FROM person WHERE account.id = 2 * c - 1""")
    connection.execute(f"""
        UPDATE account SET oldest_open = {punch.key(customers)}, earned = {len(PUNCHED)}
        FROM person WHERE account.id = 2 * c""")


def _visits(connection: sqlite3.Connection, customers: int, number: int) -> None:
    key, day = f"({number * customers} + c)", _day(number, customers)
    off = OFF if number == COUPON_USED else 0
    connection.execute(f"""
        INSERT INTO visit (id, uid, customer, day, at, recorded_at, amount, discount, currency, operation)
        SELECT {key}, {_uid(4, key)}, c, {day}, {day} || 'T05:30:00.000000Z', {day} || 'T05:30:00.000000Z',
        {_amount(number)}, {off}, 'JPY', 1000 FROM person""")
    if off:
        connection.execute(f"""
            INSERT INTO coupon_use (uid, coupon, customer, visit, discount, at)
            SELECT {_uid(10, "c")}, 1, c, {key}, {off}, {day} || 'T05:30:00.000000Z' FROM person""")
    connection.execute(f"""
        INSERT INTO carry (id, account, visit, rule, base, granted)
        SELECT {key}, 2 * c - 1, {key}, '1:1/100:proportional', {_amount(number)}, {_amount(number)} / 100
        FROM person""")


@dataclass(frozen=True, slots=True)
class _Step:
    """One entry of every customer: in which round, of which kind, SQL for its amount and its key; where it stands."""

    number: int
    kind: str
    unit: str
    amount: str
    idem: str
    place: int = 0
    among: int = 0
    before: int = 0

    def key(self, customers: int) -> str:
        """SQL for the entry's key: customer after customer in each round."""
        return f"({self.before * customers + self.place + 1} + (c - 1) * {self.among})"


def _steps(facts: dict[str, Any]) -> list[_Step]:
    """What the accounts of each customer live through, in order."""
    found: list[_Step] = []
    for number in range(ROUNDS):
        own = [step for step in _wanted(number, facts) if step.number == number]
        before = len(found)
        found += [replace(step, place=place, among=len(own), before=before) for place, step in enumerate(own)]
    return found


def _wanted(number: int, facts: dict[str, Any]) -> Iterator[_Step]:
    visit, point, punch = _uid(4, "(@ + c)"), facts["point"][1], facts["punch"][1]
    yield _Step(number, "earn", "point", f"{_amount(number)} / 100", f"'earn:' || {visit} || ':{point}:0'")
    if number in PUNCHED:
        yield _Step(number, "earn", "punch", "1", f"'earn:' || {visit} || ':{punch}:0'")
    yield _Step(0, "bonus", "point", "300", f"'referral:' || {_uid(3, 'c')} || ':{point}:friend:0'")
    yield _Step(CARD_FILLED, "card_filled", "punch", f"-{len(CARD_OF)}", f"'filled:' || {_uid(6, 'c')}")
    yield _Step(REDEEMED, "redeem", "point", f"-{_points(BOUGHT_WITH)}", f"'redeem:' || {_uid(7, 'c')}")
    yield _Step(LAPSED, "expire", "point", f"-{_points(LAPSING)}", f"'expire:' || {_uid(8, 'c')} || ':0'")


def _entries(connection: sqlite3.Connection, customers: int, steps: list[_Step], facts: dict[str, Any]) -> None:
    """The entries of one round, all of a customer's together."""
    number = steps[0].number
    day, visit = _day(number, customers), f"({number * customers} + c)"
    lapse = f"date({day}, '+{6 if number in LAPSING else 12} months')"

    def each(*choices: object) -> str:
        return "CASE step " + " ".join(f"WHEN {n} THEN {choice}" for n, choice in enumerate(choices)) + " END"

    key = f"({steps[0].before * customers + 1} + (c - 1) * {len(steps)} + step)"
    lots = ["earn", "bonus"]
    connection.execute(f"""
        INSERT INTO ledger_entry (id, uid, account, amount, kind, occurred, recorded, expires_on, visit,
            programme_version, breakdown, key, operation)
        SELECT {key}, {_uid(5, key)}, {each(*("2 * c - 1" if step.unit == "point" else "2 * c" for step in steps))},
            {each(*(step.amount for step in steps))}, {each(*(f"'{step.kind}'" for step in steps))},
            {day} || 'T05:30:00.000000Z', {day} || 'T05:30:00.000000Z',
            {each(*(lapse if step.kind in lots else "NULL" for step in steps))}, {visit},
            {each(*(facts[step.unit][2] for step in steps))},
            '{{"amount": ' || {_amount(number)} || ', "currency": "JPY", "rules": {{"1": 55}}, "net": 5500}}',
            {each(*(step.idem.replace("@", str(number * customers)) for step in steps))}, 1000
        FROM person CROSS JOIN (WITH RECURSIVE n(step) AS
            (SELECT 0 UNION ALL SELECT step + 1 FROM n WHERE step + 1 < {len(steps)}) SELECT step FROM n)""")


def _allocations(connection: sqlite3.Connection, customers: int, steps: list[_Step]) -> None:
    """What filled the card, bought the reward and lapsed, lot by lot."""
    lots = {(step.unit, step.number): step for step in steps if step.kind == "earn"}
    for kind, unit, numbers in (
        ("redeem", "point", BOUGHT_WITH), ("expire", "point", LAPSING), ("card_filled", "punch", CARD_OF),
    ):  # fmt: skip
        debit = next(step for step in steps if step.kind == kind)
        for number in numbers:
            lot = lots[unit, number]
            connection.execute(
                f"INSERT INTO allocation (entry, lot, amount)"
                f" SELECT {debit.key(customers)}, {lot.key(customers)}, {lot.amount} FROM person"
            )


def _rewards(connection: sqlite3.Connection, customers: int, steps: list[_Step]) -> None:
    """A full card's, one bought with points, and the presents at five punches on the full card and the open one."""
    by_kind = {step.kind: step for step in steps}
    card, bought = by_kind["card_filled"], by_kind["redeem"]
    milestone = f"'milestone:' || {_uid(2, '2 * c')} || ':{{}}:5'"
    for place, (account, name, key, entry, number) in enumerate((
        ("2 * c", "500 off", "NULL", card.key(customers), CARD_FILLED),
        ("2 * c - 1", "A gift", "NULL", bought.key(customers), REDEEMED),
        ("2 * c", "Coffee", milestone.format(1), "NULL", PUNCHED.start + 4),
        ("2 * c", "Coffee", milestone.format(2), "NULL", CARD_FILLED + 5),
    )):  # fmt: skip
        key_of = f"({place * customers} + c)"
        connection.execute(f"""
            INSERT INTO reward (id, uid, account, name, code, key, state, gives, entry, visit, issued_at, operation)
            SELECT {key_of}, {_uid(9, key_of)}, {account}, '{name}', printf('%010d', {key_of}), {key}, 'issued',
            '{{"kind": "gift"}}', {entry}, {number * customers} + c, {_day(number, customers)} || 'T05:30:00.000000Z',
            1000 FROM person""")
