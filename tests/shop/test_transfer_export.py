"""Everybody out into a file, and in again."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from retention_desktop.domain.birthday import Birthday
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.name import fold
from retention_desktop.domain.person_match import Number, Person
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
from retention_desktop.storage import import_store
from retention_desktop.transfer.exporting import export_people
from retention_desktop.transfer.people_rows import read_people
from retention_desktop.transfer.sheet import read_table

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

ROOT = Path(__file__).parents[2]
LIST = ROOT / "tests" / "data" / "customers_ja.csv"


def people(shop: Shop) -> list[str]:
    """What must survive of everybody, in an order of its own."""
    with shop.db.read() as tx:
        found = import_store.everybody(tx)
    return sorted(map(essence, found))


def essence(person: Person) -> str:
    numbers = tuple(Number("", phone.e164, phone.mobile) for phone in person.phones)
    return repr(replace(person, row=0, key=None, uid="", phones=numbers))


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def odd(shop: Shop) -> Shop:
    """A shop with the people that files like to spoil."""
    for draft in (
        CustomerDraft(name="佐々木　花子", kana="ｻｻｷ ハナコ", phone="090-1234-5678", birthday="5月14日", notes="=1+1"),
        CustomerDraft(name="-田中", phone="03-1234-5678", email="A@example.jp", birthday="昭和63年4月1日", notes="'=x"),
        CustomerDraft(name='O\'Brien, "Bob"', notes="1行目\n2行目\r\n3", address="  東京 ", postal_code="〒1500001"),
        CustomerDraft(name="㈱みどり①～髙﨑💐𠮷", kind="organisation", member_number="0042", sex=""),
        CustomerDraft(name="", phone="+1 415 555 2671", kana="ジョン", language="en", pinned_note="\t@x"),
        CustomerDraft(name="+819012345678", sex="female", birthday="1978"),
    ):
        shop.customers.add(draft)
    uid = shop.customers.resolve("0042")
    for tag in ("常連", "a,b", 'say "hi"', "x、y"):
        shop.customers.tag([uid], tag)
    shop.customers.add_contact(uid, phone="080-1111-2222")
    shop.customers.add_contact(uid, phone="0120-123-456")
    shop.customers.add_contact(uid, email="b@example.jp")
    return shop


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_everybody_comes_back_as_they_were(odd: Shop, tmp_path: Path, ending: str, language: str) -> None:
    odd.transfer.run(odd.transfer.prepare(LIST), consent="はい")
    odd.settings.change(language=language)
    file = tmp_path / f"out{ending}"
    exported = odd.transfer.export(file)
    other = open_shop(tmp_path / "other", ROOT / "resources")
    done = other.transfer.run(other.transfer.prepare(file))
    assert (exported.rows, done.created, done.merged, done.skipped) == (292, 292, 0, 0)
    assert people(other) == people(odd)
    with other.db.read() as tx:
        keys = [person.key or 0 for person in import_store.everybody(tx)]
    assert not any(row.consent for row in other.customers.rows(keys))
    other.close()


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
_NAMES = st.tuples(_TEXT, _TEXT, _TEXT)
_BIRTHDAYS = st.sampled_from([
    Birthday(), Birthday(1978, 5, 14), Birthday(None, 2, 29), Birthday(1978, 5), Birthday(1978), Birthday(None, 5),
])  # fmt: skip
_TAGS = st.text("ab,、\"'= ", min_size=1, max_size=4).filter(lambda tag: tag == tag.strip())
_NUMBERS = st.sampled_from(["+819012345678", "+81312345678", "+14155552671", "+819004995841", "+447400123456"])


@settings(max_examples=40)
@given(
    _NAMES, _NAMES, st.lists(_NUMBERS, max_size=3, unique=True), _BIRTHDAYS, _TEXT, _TEXT,
    st.lists(_TAGS, max_size=3, unique=True),
    st.sampled_from([".csv", ".xlsx"]), st.sampled_from(["ja", "en"]),
)  # fmt: skip
def test_any_person_comes_back_from_a_file(  # noqa: PLR0917
    name: tuple[str, str, str], kana: tuple[str, str, str], numbers: list[str], birthday: Birthday, notes: str,
    address: str, tags: list[str], ending: str, language: str,
) -> None:  # fmt: skip
    person = Person(
        name="x" + name[0], family="f" + name[1], given=name[2], kana="k" + kana[0], kana_family="k" + kana[1],
        kana_given=kana[2], birthday=birthday, notes=notes, address=address, tags=tuple(tags), sex="female",
        phones=tuple(Number(number, number, mobile=number != "+81312345678") for number in numbers),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out{ending}"
        export_people(path, [person], language, None)
        (again,) = read_people(read_table(path, "customers", None, None), "JP", date(2026, 11, 21)).people
    assert again is not None
    if ending == ".xlsx" and not all(map(str.isprintable, (*name, *kana, notes, address))):
        return  # XML has no control characters and one line end
    assert essence(again) == essence(replace(person, name_key=fold(person.name), kana_key=fold(person.kana)))


def test_a_spreadsheet_opens_the_file_as_it_is(odd: Shop, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    odd.transfer.export(file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = {row["氏名"]: row for row in read_csv(file)}
    assert rows["佐々木　花子"]["電話番号"] == "+819012345678"
    assert (rows["佐々木　花子"]["備考"], rows["佐々木　花子"]["生年月日"]) == ("'=1+1", "05-14")
    assert rows["'-田中"]["備考"] == "''=x"
    assert rows["㈱みどり①～髙﨑💐𠮷"]["電話番号2"] == "+81120123456"


def test_every_cell_of_a_workbook_is_text(odd: Shop, tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    odd.transfer.export(file)
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    cells: list[Any] = [cell for row in rows for cell in row]
    assert {type(cell) for cell in cells} == {str}
    assert {"0042", "+819012345678", "=1+1"} <= set(cells)


def test_cards_for_a_phone(odd: Shop, tmp_path: Path) -> None:
    file = tmp_path / "out.vcf"
    assert odd.transfer.export(file).rows == 6
    cards = list(vobject.readComponents(file.read_text(encoding="utf-8")))
    by_name = {card.fn.value: card for card in cards}
    hanako = by_name["佐々木　花子"]
    assert (hanako.n.value.family, hanako.n.value.given, hanako.tel.value) == ("佐々木", "花子", "+819012345678")
    assert (hanako.x_phonetic_last_name.value, hanako.bday.value, hanako.version.value) == ("ｻｻｷ", "--05-14", "3.0")
    company = by_name["㈱みどり①～髙﨑💐𠮷"]
    assert ([tel.value for tel in company.tel_list], company.org.value) == (
        ["+818011112222", "+81120123456"], ["㈱みどり①～髙﨑💐𠮷"],
    )  # fmt: skip
    assert "+14155552671" in by_name


def test_what_an_old_encoding_cannot_hold_is_listed(odd: Shop, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    exported = odd.transfer.export(file, encoding="cp932")
    lost = [(one.column, one.characters) for one in exported.unmappable]
    assert lost == [("氏名", "💐𠮷"), ("姓", "💐𠮷")]
    with file.open(encoding="cp932", newline="") as lines:
        rows = list(csv.reader(lines))
    assert rows[exported.unmappable[0].row - 1][:2] == ["0042", "㈱みどり①～髙﨑??"]


def test_an_unknown_ending_and_a_folder_that_is_not_there(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(ShopError, match="format_unknown"):
        shop.transfer.export(tmp_path / "out.pdf")
    with pytest.raises(ShopError, match="file_not_written"):
        shop.transfer.export(tmp_path / "gone" / "out.csv")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".vcf"])
def test_a_full_disk_is_said_and_leaves_the_old_file(odd: Shop, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"out{ending}"
    target.write_bytes(b"old")
    beside = tmp_path / f".out.partly{ending}"
    beside.symlink_to("/dev/full")
    with pytest.raises(ShopError) as caught:
        odd.transfer.export(target)
    assert (caught.value.code, caught.value.facts) == ("disk_full", {"folder": str(tmp_path)})
    assert target.read_bytes() == b"old"
    assert not beside.is_symlink()


def test_an_empty_shop_gives_headings_only(shop: Shop, tmp_path: Path) -> None:
    assert shop.transfer.export(tmp_path / "out.csv").rows == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").startswith("会員番号,氏名,")
