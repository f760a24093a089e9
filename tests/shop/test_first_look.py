"""What is found before the shop is open is what the open shop finds, line by line."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from retention_desktop.books import points
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.person_code import person_code
from retention_desktop.first_look import first_look
from retention_desktop.storage import customer_store
from tests.shop.loyalty_shop import set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = ("佐々木 ささき", "髙橋 たかはし", "渡邊 わたなべ", "斎藤 さいとう", "Smith ", "大谷 おおたに", "森 もり")
GIVEN = ("花子 はなこ", "翔 しょう", "真由美 まゆみ", "John ", "健 けん", "ヴィオラ う゛ぃおら")
QUERIES = (
    "4", "84", "284", "1284", "0384", "11284", "901284", "09000001284", "+81 90-0000-1284", "０９０００００1284",
    "ささき", "ｻｻｷ", "佐々木", "高橋", "渡辺", "たかh", "sasaki", "ootani", "Smith", "smith j", "ん", "花子",
    "M-7", "m7", "M-70", "100%", "_", "'", '"', "nobody at all", "  ", "", "一", "森 健", "もりけん",
)  # fmt: skip


@pytest.fixture
def lively(shop: Shop, clock: Clock) -> Shop:
    """Sixty customers with numbers, e-mail, codes, visits over a year, cards of two sizes, and lapsed punches."""
    chance = Random(11)
    card = {"size": 10, "per_visit": 1, "reward": "Coffee", "expiry": {"kind": "days", "count": 90}}
    set_terms(shop, "punch", card)
    uids = []
    for number in range(60):
        family, given = chance.choice(FAMILIES).split(" "), chance.choice(GIVEN).split(" ")
        ending = chance.choice(("1284", "0384", f"{number:04}", "284"))
        uids.append(shop.customers.add(CustomerDraft(
            name=f"{family[0]} {given[0]}", kana=f"{family[1]} {given[1]}".strip(),
            phone=f"0{chance.choice('789')}0-{number:04}-{ending}" if number % 7 else "",
            email=f"p{number}@example.com" if number % 5 == 0 else "",
            member_number=f"M-{number}" if number % 3 else "", birthday="1990-11-27" if number % 2 else "",
        )))  # fmt: skip
    for step in range(150):
        clock.pass_(hours=chance.randrange(1, 40))
        who = chance.choice(uids[20:25] if step % 2 else uids)
        shop.desk.log_visit(who, amount=chance.choice((None, 1200, 5000)), again=True)
        if step == 80:
            set_terms(shop, "punch", card | {"size": 6})
    for uid in uids[:4]:
        shop.customers.delete(uid)
    shop.customers.merge(uids[10], uids[11])
    return shop


def codes(shop: Shop) -> list[str]:
    """A member's own code, a merged one's, and the codes of rewards."""
    with shop.db.read() as tx:
        people = customer_store.customers_by_keys(tx, range(1, 61)).values()
    found = [person_code(person.uid) for person in people][:12]
    with closing(sqlite3.connect(shop.db.path)) as store:
        merged = [uid for (uid,) in store.execute("SELECT uid FROM customer WHERE merged_into IS NOT NULL")]
        rewards = [code for (code,) in store.execute("SELECT code FROM reward WHERE code <> ''")]
    assert merged
    assert rewards
    return [*found, *map(person_code, merged), *rewards]


def test_it_finds_what_the_open_shop_finds(lively: Shop, clock: Clock) -> None:
    lively.make_ready()
    queries = (*QUERIES, *codes(lively))
    for days in (0, 60, 200):
        clock.pass_(hours=24 * days)
        look = first_look(lively.data, clock)
        assert look is not None
        for query in queries:
            for most in (1, 9, 50):
                assert look.find(query, most) == lively.desk.find(query, most), query
        look.close()


def test_it_counts_punches_as_the_ledger_does(lively: Shop, clock: Clock) -> None:
    seen = set()
    for days in (0, 40, 40, 40):
        clock.pass_(hours=24 * days)
        look = first_look(lively.data, clock)
        assert look is not None
        with lively.db.read() as tx:
            keys = {person.uid: key for key, person in customer_store.customers_by_keys(tx, range(1, 61)).items()}
            sums = points.sums(tx, list(keys.values()), look.day)
        for query in ("284", "384", "a", "か", "ん", "ま"):
            found = look.find(query, 60)
            assert found is not None
            for match in found.people:
                card = lively.desk.card(match.uid)
                assert match.punches == sums[keys[match.uid]].get("punch", 0) if keys[match.uid] in sums else True
                assert match.card_size == card.card_size
                seen.add((match.punches > 0, match.card_size))
        look.close()
    assert {(True, 10), (True, 6), (False, 6)} <= seen


def test_it_sees_what_others_write_meanwhile(shop: Shop, clock: Clock) -> None:
    look = first_look(shop.data, clock)
    assert look is not None
    assert look.find("Ann") is not None
    assert look.find("Ann").people == ()  # type: ignore[union-attr]  # asserted above
    shop.customers.add(CustomerDraft(name="Ann"))
    assert [match.name for match in look.find("Ann").people] == ["Ann"]  # type: ignore[union-attr]  # as above
    look.close()


def test_a_store_that_is_not_there_older_or_damaged_has_no_first_look(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    assert first_look(folder, clock) is None
    assert list(folder.iterdir()) == []
    (folder / "shop.db").write_bytes(b"no database at all" * 100)
    assert first_look(folder, clock) is None
    (folder / "shop.db").unlink()
    shop.backup.to_file(folder / "shop.db")
    assert first_look(folder, clock) is not None
    with closing(sqlite3.connect(folder / "shop.db")) as store, store:
        store.execute("UPDATE alembic_version SET version_num = '0001'")
    assert first_look(folder, clock) is None


def test_a_first_look_that_fails_says_that_it_does_not_know(shop: Shop, clock: Clock) -> None:
    look = first_look(shop.data, clock)
    assert look is not None
    shop.close()
    with closing(sqlite3.connect(shop.db.path)) as store, store:
        store.execute("ALTER TABLE contact_point RENAME TO gone")
    assert look.find("1284") is None
    look.close()


def test_it_loads_neither_sqlalchemy_nor_the_shop(shop: Shop) -> None:
    shop.customers.add(CustomerDraft(name="Ann", phone="090-0000-1284"))
    code = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from retention_desktop.first_look import first_look
look = first_look(Path({str(shop.data)!r}), lambda: datetime(2026, 11, 21, tzinfo=UTC))
print([match.name for match in look.find("1284").people], [match.name for match in look.find("an").people])
heavy = ("sqlalchemy", "alembic", "filelock", "asyncio", "phonenumbers", "PySide6", "retention_desktop.shop")
print([name for name in heavy if name in sys.modules])
"""
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert answer.stdout.splitlines() == ["['Ann'] ['Ann']", "[]"], answer.stderr


def test_an_hour_is_no_day(clock: Clock, shop: Shop) -> None:
    look = first_look(shop.data, clock)
    assert look is not None
    today = look.day
    clock.pass_(hours=24)
    assert look.day == today + timedelta(1)
    look.close()
