"""A list of customers, from the file to the store."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import CODES, ShopError
from retention_desktop.storage import import_store

if TYPE_CHECKING:
    from retention_desktop.domain.person_match import Person
    from retention_desktop.shop import Shop
    from retention_desktop.transfer import Imported, Prepared

DATA = Path(__file__).parents[1] / "data"
EXPECTED = json.loads((DATA / "customers_ja.expected.json").read_text(encoding="utf-8"))
LIST = DATA / "customers_ja.csv"


def everybody(shop: Shop) -> list[Person]:
    with shop.db.read() as tx:
        return import_store.everybody(tx)


def write(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def take_in(shop: Shop, path: Path, **how: Any) -> Imported:
    return shop.transfer.run(shop.transfer.prepare(path), **how)


def counts(done: Imported | Prepared) -> tuple[int, int, int, int]:
    assert done.rows == done.created + done.merged + done.skipped
    return done.rows, done.created, done.merged, done.skipped


def assert_is_the_list(shop: Shop) -> None:
    people = everybody(shop)
    assert len(people) == EXPECTED["created"]
    assert sum(not person.phones for person in people) == EXPECTED["no_valid_phone"]
    assert sum(bool(person.birthday) for person in people) == EXPECTED["customers_with_birthday"]
    assert sorted({phone.e164 for person in people for phone in person.phones}) == EXPECTED["e164"]


# -- the acceptance list --------------------------------------------------------------------------------------------


def test_the_list_gives_exactly_what_is_expected(shop: Shop) -> None:
    prepared = shop.transfer.prepare(LIST)
    done = shop.transfer.run(prepared)
    expected = tuple(EXPECTED[name] for name in ("rows", "created", "merged", "skipped"))
    assert counts(prepared) == counts(done) == expected
    assert (done.encoding, done.reasons, done.customers_created) == ("cp932", {"blank": 6}, 286)
    assert {problem.code for problem in done.problems} == {"phone_invalid", "phone_unlikely", "conflict"}
    assert_is_the_list(shop)
    assert shop.checkup.check().ok


def test_names_are_kept_byte_for_byte_and_found_by_any_spelling(shop: Shop) -> None:
    take_in(shop, LIST)
    first = next(person for person in everybody(shop) if person.member_number == "1000")
    assert (first.name, first.family, first.given, first.kana) == ("十河　さくら", "十河", "さくら", "ｿｺﾞｳ ｻｸﾗ")
    for query in ("十河さくら", "そごう", "sogo", "1301", "080-6816-1301", "1000"):
        assert first.key in shop.customers.keys(query=query), query


def test_preparing_writes_nothing(shop: Shop) -> None:
    before = shop.db.path.with_name("shop.db-wal").stat().st_size
    shop.transfer.prepare(LIST)
    assert shop.customers.count() == 0
    assert shop.db.path.with_name("shop.db-wal").stat().st_size == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_the_same_people_in_every_encoding(shop: Shop, tmp_path: Path, encoding: str, mark: str) -> None:
    text = LIST.read_bytes().decode("cp932").replace(",", mark)
    if encoding == "euc_jp":
        text = text.translate(str.maketrans("髙﨑－", "高崎−"))
        encoding = "euc_jis_2004"
    done = take_in(shop, write(tmp_path, text, encoding=encoding))
    assert (counts(done), done.encoding) == ((300, 286, 8, 6), encoding)
    assert_is_the_list(shop)


def test_the_same_people_from_a_workbook_with_numbers_and_dates(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    rows = [line.split(",") for line in LIST.read_bytes().decode("cp932").splitlines()]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, days = book.add_worksheet(), book.add_format({"num_format": "yyyy/m/d"})
        for line, row in enumerate(rows):
            for column, cell in enumerate(row[:7]):
                if cell.isdigit() and not cell.startswith("0"):
                    sheet.write_number(line, column, int(cell))
                elif column == 4 and cell[:4].isdigit():
                    sheet.write_datetime(line, column, datetime.strptime(cell.replace("-", "/"), "%Y/%m/%d"), days)  # noqa: DTZ007
                else:
                    sheet.write_string(line, column, cell)
    done = take_in(shop, path)
    assert (counts(done), done.encoding) == ((300, 286, 8, 6), "workbook")
    assert_is_the_list(shop)


# -- who is who -----------------------------------------------------------------------------------------------------


def test_same_number_and_name_is_one_person_whose_gaps_are_filled(shop: Shop, tmp_path: Path) -> None:
    text = (
        "氏名,フリガナ,電話,生年月日,性別,備考\n"
        "髙橋 花子,,090-1234-5678,5月14日,女,犬\n"
        "高橋　花子,タカハシ ハナコ,９０１２３４５６７８,1978/5/14,男,犬\n"
    )
    done = take_in(shop, write(tmp_path, text))
    assert counts(done) == (2, 1, 1, 0)
    assert [(problem.row, problem.column, problem.code) for problem in done.problems] == [(3, "性別", "conflict")]
    (person,) = everybody(shop)
    assert (person.name, person.kana, str(person.birthday), person.sex) == (
        "髙橋 花子", "タカハシ ハナコ", "1978-05-14", "female",
    )  # fmt: skip


def test_a_family_may_share_a_number(shop: Shop, tmp_path: Path) -> None:
    text = "氏名,電話\n佐藤 花子,090-1234-5678\n佐藤 一郎,090-1234-5678\n"
    assert counts(take_in(shop, write(tmp_path, text))) == (2, 2, 0, 0)


def test_without_a_number_only_name_reading_and_member_number_together_tell(shop: Shop, tmp_path: Path) -> None:
    text = (
        "会員番号,氏名,カナ,電話\n7,佐藤,サトウ,090-1234-5678\n7,佐藤,さとう,なし\n8,佐藤,サトウ,\n7,佐藤,,-\n"
        ",,,12345\n,,,\n"
    )  # fmt: skip
    done = take_in(shop, write(tmp_path, text))
    assert (counts(done), done.reasons) == ((6, 3, 1, 2), {"phone_invalid": 1, "blank": 1})
    assert {(problem.row, problem.code) for problem in done.problems} == {
        (row, "phone_invalid") for row in (3, 4, 5, 6)
    }


def test_people_the_shop_knows_gain_and_an_undo_takes_it_back(shop: Shop, tmp_path: Path) -> None:
    known = shop.customers.add(CustomerDraft(name="佐藤 花子", phone="090-1234-5678", notes="犬"))
    before = everybody(shop)
    text = "氏名,電話,電話2,メール,タグ,備考,住所\n佐藤花子,09012345678,03-1234-5678,a@example.jp,常連,猫,東京\n"
    done = take_in(shop, write(tmp_path, text))
    assert counts(done) == (1, 0, 1, 0)
    assert [(problem.column, problem.code) for problem in done.problems] == [("備考", "conflict")]
    (person,) = everybody(shop)
    assert (person.uid, person.notes, person.address, person.tags) == (known, "犬", "東京", ("常連",))
    assert [phone.e164 for phone in person.phones] == ["+819012345678", "+81312345678"]
    assert person.emails == ("a@example.jp",)
    assert shop.desk.find("example").people[0].uid == known
    shop.history.undo(done.import_uid)
    assert everybody(shop) == before


def test_a_whole_import_is_undone_and_may_then_be_repeated(shop: Shop) -> None:
    done = take_in(shop, LIST, consent="はい")
    assert shop.history.undo(done.import_uid).kept == ()
    assert shop.customers.count() == 0
    again = shop.transfer.prepare(LIST)
    assert again.already_imported is None
    assert counts(shop.transfer.run(again)) == (300, 286, 8, 6)


def test_a_file_already_imported_asks_first(shop: Shop) -> None:
    take_in(shop, LIST)
    prepared = shop.transfer.prepare(LIST)
    assert prepared.already_imported == date(2026, 11, 21)
    with pytest.raises(ShopError) as caught:
        shop.transfer.run(prepared)
    assert (caught.value.code, caught.value.facts) == (
        "already_imported", {"file": "customers_ja.csv", "day": "2026-11-21"},
    )  # fmt: skip
    assert counts(shop.transfer.run(prepared, again=True)) == (300, 0, 294, 6)
    assert_is_the_list(shop)


def test_what_the_shop_learned_since_the_preview_counts(shop: Shop, tmp_path: Path) -> None:
    prepared = shop.transfer.prepare(write(tmp_path, "氏名,電話\n佐藤 花子,090-1234-5678\n"))
    assert counts(prepared) == (1, 1, 0, 0)
    shop.customers.add(CustomerDraft(name="佐藤花子", phone="090-1234-5678"))
    assert counts(shop.transfer.run(prepared)) == (1, 0, 1, 0)
    assert shop.customers.count() == 1


# -- consent --------------------------------------------------------------------------------------------------------


def test_consent_is_given_with_its_wording_to_numbers_that_take_messages(shop: Shop, tmp_path: Path) -> None:
    text = "氏名,電話,電話2\n佐藤,090-1234-5678,03-1234-5678\n鈴木,03-1234-5679,\n"
    take_in(shop, write(tmp_path, text), consent="お知らせを受け取ります")
    consents = {
        person.name: [
            (event.given, event.source, event.wording, event.address)
            for event in shop.customers.detail(person.uid).consents
        ]
        for person in everybody(shop)
    }
    assert consents == {"佐藤": [(True, "import", "お知らせを受け取ります", "090-1234-5678")], "鈴木": []}


def test_nobody_agrees_unless_asked(shop: Shop) -> None:
    take_in(shop, LIST)
    assert all(not shop.customers.detail(person.uid).consents for person in everybody(shop)[:20])


def test_a_list_does_not_overrule_who_said_stop_or_withdrew(shop: Shop, tmp_path: Path) -> None:
    stopped = shop.customers.add(CustomerDraft(name="佐藤", phone="090-1234-5678"))
    shop.customers.opt_out(stopped)
    withdrawn = shop.customers.add(CustomerDraft(name="鈴木", phone="090-1234-5679", consent="はい"))
    shop.customers.withdraw_consent(withdrawn)
    text = "氏名,電話,備考\n佐藤,090-1234-5678,a\n鈴木,090-1234-5679,b\n田中,090-1234-5678,c\n"
    take_in(shop, write(tmp_path, text), consent="はい")
    by_name = {person.name: shop.customers.detail(person.uid) for person in everybody(shop)}
    assert not any(point.consent for detail in by_name.values() for point in detail.contacts)
    assert by_name["田中"].contacts[0].suppressed


# -- the preview ----------------------------------------------------------------------------------------------------


def test_the_preview_says_what_happens_to_each_row(shop: Shop, tmp_path: Path) -> None:
    shop.customers.add(CustomerDraft(name="田中", phone="090-1234-5670"))
    text = (
        "氏名,携帯,生年月日\n佐藤,9012345678,R2/5/3\n鈴木,03-1234-5678,平成31年5月1日\n田中,090-1234-5670,\n"
        "中村,090-123,2月30日\n,,\n"
    )  # fmt: skip
    prepared = shop.transfer.prepare(write(tmp_path, text))
    assert [(row.row, row.outcome, row.reason) for row in prepared.preview] == [
        (2, "created", ""), (3, "created", ""), (4, "merged", ""), (5, "created", ""), (6, "skipped", "blank"),
    ]  # fmt: skip
    found = {row.row: [(one.column, one.code, one.value) for one in row.findings] for row in prepared.preview}
    assert found[2] == [("携帯", "leading_zero_restored", "090-1234-5678")]
    assert sorted(found[3]) == [("携帯", "phone_fixed", "03-1234-5678"), ("生年月日", "birthday_era", "")]
    assert sorted(found[5]) == [("携帯", "phone_invalid", ""), ("生年月日", "birthday_invalid", "")]
    assert (prepared.repaired, prepared.preview[0].cells) == (1, ("佐藤", "9012345678", "R2/5/3"))
    assert [column.kind for column in prepared.columns] == ["display_name", "phone", "birthday"]


def test_somebody_may_choose_columns_and_encoding(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "A,B,C\nMüller,x,+49 1512 3456789\n", encoding="cp1252")
    peeked = shop.transfer.peek(path, encoding="cp1252")
    assert (peeked.encoding, len(peeked.columns), peeked.rows[0]) == ("cp1252", 3, ("A", "B", "C"))
    prepared = shop.transfer.prepare(path, encoding="cp1252", mapping={0: "display_name", 1: None, 2: "phone"})
    shop.transfer.run(prepared)
    assert "Müller" in {person.name for person in everybody(shop)}


def test_a_list_without_headings_is_read_from_its_first_line(shop: Shop, tmp_path: Path) -> None:
    prepared = shop.transfer.prepare(write(tmp_path, "佐藤 花子,090-1234-5678\n鈴木 一郎,090-1234-5679\n"))
    assert (counts(prepared), prepared.preview[0].row) == ((2, 2, 0, 0), 1)


def test_headings_may_stand_below_a_title(shop: Shop, tmp_path: Path) -> None:
    prepared = shop.transfer.prepare(write(tmp_path, "顧客一覧,,\n,,\n氏名,電話,\n佐藤,090-1234-5678,\n"))
    assert (counts(prepared), prepared.preview[0].row) == ((1, 1, 0, 0), 4)


def test_names_in_two_columns(shop: Shop, tmp_path: Path) -> None:
    text = "姓,名,セイ,メイ,電話\n佐々木,花子,ササキ,ハナコ,090-1234-5678\n,,ヤマダ,,090-1234-5679\n"
    take_in(shop, write(tmp_path, text))
    people = {person.phones[0].e164[-1]: person for person in everybody(shop)}
    assert (people["8"].name, people["8"].kana, people["8"].given) == ("佐々木 花子", "ササキ ハナコ", "花子")
    assert people["9"].kana == "ヤマダ"


# -- stopping, progress ---------------------------------------------------------------------------------------------


def test_progress_reaches_the_end(shop: Shop) -> None:
    heard: list[tuple[int, int]] = []
    prepared = shop.transfer.prepare(LIST, progress=lambda done, total: heard.append((done, total)))
    shop.transfer.run(prepared, progress=lambda done, total: heard.append((done, total)))
    assert (0, 300) in heard
    assert heard[-1][1] == 300
    assert all(done <= total for done, total in heard)


def test_a_stopped_import_leaves_nothing(shop: Shop) -> None:
    stop = threading.Event()
    prepared = shop.transfer.prepare(LIST)
    with pytest.raises(ShopError, match="stopped"):
        shop.transfer.run(prepared, progress=lambda *_: stop.set(), stop=_SetAfterWriting(shop, stop))
    assert shop.customers.count() == 0
    assert shop.history.last() is None
    stop.set()
    with pytest.raises(ShopError, match="stopped"):
        shop.transfer.prepare(LIST, stop=stop)
    assert counts(shop.transfer.run(prepared)) == (300, 286, 8, 6)


class _SetAfterWriting:
    """A stop that comes while rows are being written."""

    def __init__(self, shop: Shop, stop: threading.Event) -> None:
        self._shop = shop
        self._stop = stop

    def is_set(self) -> bool:
        return self._shop.db.in_transaction()


# -- bad input ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "file_empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "file_not_text"),
        (b"%PDF-1.7 ...", "file_not_text"),
        (b"PK\x03\x04 no workbook", "file_unreadable"),
        (b"\x80\xff\xfe\x80,\xff\n", "encoding_unknown"),
        ("品名,価格\nりんご,100\n".encode(), "columns_missing"),
        (b'"' + b"x" * 200_000 + b'",1\n', "file_unreadable"),
    ],
)
def test_files_that_are_no_list_are_refused_with_a_reason(shop: Shop, tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(ShopError) as caught:
        shop.transfer.prepare(path)
    assert (caught.value.code, caught.value.facts["file"]) == (code, "list.csv")
    assert shop.customers.count() == 0


def test_a_missing_file_and_a_folder(shop: Shop, tmp_path: Path) -> None:
    for path, code in ((tmp_path / "gone.csv", "file_not_found"), (tmp_path, "file_unreadable")):
        with pytest.raises(ShopError, match=code):
            shop.transfer.prepare(path)


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(ShopError) as caught:
        shop.transfer.prepare(path)
    assert caught.value.code == "file_too_large"
    assert caught.value.facts == {"file": "huge.csv", "megabytes": 200, "limit": 100}


def test_a_list_without_a_phone_column_is_refused_until_somebody_confirms(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "氏名,住所\n佐藤 花子,東京\n")
    prepared = shop.transfer.prepare(path)
    assert prepared.missing == ("phone",)
    with pytest.raises(ShopError) as caught:
        shop.transfer.run(prepared)
    assert (caught.value.code, caught.value.facts["columns"]) == ("columns_missing", "phone")
    assert shop.customers.count() == 0
    assert counts(shop.transfer.run(shop.transfer.prepare(path, mapping={}))) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("headings", "row", "name"),
    [
        ("First Name,Last Name,Mobile Phone", "John,Smith,090-1234-5678", "John Smith"),
        ("Last Name,First Name,Mobile Phone", "Smith,John,090-1234-5678", "Smith John"),
        ("姓,名,携帯番号", "佐々木,花子,090-1234-5678", "佐々木 花子"),
    ],
)
def test_a_name_of_two_columns_is_shown_in_their_order(
    shop: Shop, tmp_path: Path, headings: str, row: str, name: str
) -> None:
    take_in(shop, write(tmp_path, f"{headings}\n{row}\n"))
    (person,) = everybody(shop)
    family, given = row.split(",")[:2] if "First Name,Last" not in headings else row.split(",")[1::-1]
    assert (person.name, person.family, person.given) == (name, family, given)


def test_a_name_of_one_latin_column_greets_by_the_given_name(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, write(tmp_path, "Name,Phone\nJohn Paul Smith,090-1234-5678\n"))
    (person,) = everybody(shop)
    assert (person.name, person.family, person.given) == ("John Paul Smith", "Smith", "John Paul")


@pytest.mark.parametrize(
    "later", ["佐藤,090-1234-5678,080-1111-2222,\n", "佐藤,090-1234-5678,,常連\n"], ids=["a number", "a tag"]
)
def test_undoing_a_list_keeps_whoever_a_later_one_has_added_to(shop: Shop, tmp_path: Path, later: str) -> None:
    headings = "氏名,携帯番号,電話番号2,タグ\n"
    first = take_in(shop, write(tmp_path, f"{headings}佐藤,090-1234-5678,,\n鈴木,090-1234-5679,,\n"))
    take_in(shop, write(tmp_path, headings + later))
    kept = shop.history.undo(first.import_uid).kept
    assert [(person.name, row.reason) for person, row in zip(everybody(shop), kept, strict=True)] == [
        ("佐藤", "changed_since")
    ]
    shop.history.undo()
    assert shop.checkup.check().ok


def test_a_person_whom_the_desk_has_tagged_since_is_kept(shop: Shop, tmp_path: Path) -> None:
    first = take_in(shop, write(tmp_path, "氏名,携帯番号\n佐藤,090-1234-5678\n"))
    shop.customers.tag([person.uid for person in everybody(shop)], "常連")
    assert [row.reason for row in shop.history.undo(first.import_uid).kept] == ["changed_since"]


def test_a_reading_of_marks_only_sorts_like_at_the_desk(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, write(tmp_path, "氏名,フリガナ,携帯番号\n﨑,・,090-1234-5678\n"))
    shop.customers.add(CustomerDraft(name="﨑", kana="・", phone="090-1234-5679"))
    with closing(sqlite3.connect(shop.db.path)) as connection:
        assert len(set(connection.execute("SELECT search_key, sort_key FROM customer"))) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_broken_bytes_is_read_or_refused(
    shop: Shop, tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    path = tmp_path / "broken.xlsx"
    if not path.exists():
        with xlsxwriter.Workbook(tmp_path / "whole.xlsx") as book:
            book.add_worksheet().write_row(0, 0, ["氏名", "携帯番号"])
    broken = bytearray((tmp_path / "whole.xlsx").read_bytes())
    for place, byte in changes:
        broken[place % len(broken)] = byte
    path.write_bytes(broken)
    try:
        shop.transfer.prepare(path)
    except ShopError as error:
        assert error.code in CODES  # noqa: PT017  either is fine


def test_a_workbook_packed_by_a_later_kind_of_zip_is_refused(shop: Shop, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["氏名", "携帯番号"])
    data = bytearray((tmp_path / "list.xlsx").read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 200  # the version needed to unpack the first part
    (tmp_path / "list.xlsx").write_bytes(data)
    with pytest.raises(ShopError, match="file_unreadable"):
        shop.transfer.prepare(tmp_path / "list.xlsx")


def test_a_list_put_behind_another_one_brings_its_mark_and_nobody_of_that_name(shop: Shop, tmp_path: Path) -> None:
    text = "\ufeff氏名,携帯番号\n佐藤,090-1234-5678\n\ufeff鈴木,090-1234-5679\r\n\ufeff"
    assert counts(take_in(shop, write(tmp_path, text))) == (2, 2, 0, 0)
    assert {person.name for person in everybody(shop)} == {"佐藤", "鈴木"}


def test_a_list_in_iso_2022_jp(shop: Shop) -> None:
    done = take_in(shop, DATA / "customers_iso2022jp.csv")
    assert (counts(done), done.encoding, done.problems) == ((2, 2, 0, 0), "iso2022_jp", ())
    assert [
        (one.name, one.kana, str(one.birthday), [phone.e164 for phone in one.phones]) for one in everybody(shop)
    ] == [
        ("佐々木　花子", "ササキ ハナコ", "1988-04-01", ["+819012345678"]),
        ("山田 太郎", "ﾔﾏﾀﾞ ﾀﾛｳ", "1990-04-23", ["+818012345678", "+81312345678"]),
    ]


def test_nothing_beside_a_number_is_lost(shop: Shop, tmp_path: Path) -> None:
    text = (
        "氏名,電話番号,備考\n佐藤,自宅:03-1234-5678 携帯:090-1234-5678,犬\n鈴木,内線 12,\n髙橋,090-1111-2222,猫\n"
        "高橋,090-1111-2222 / 080-1111-2222,猫\n,内線 12,\n"
    )
    done = take_in(shop, write(tmp_path, text))
    assert counts(done) == (5, 3, 1, 1)
    assert [(one.row, one.code) for one in done.problems] == [
        (2, "phone_partly"), (3, "phone_invalid"), (6, "phone_invalid"),
    ]  # fmt: skip
    assert {one.name: (one.notes, [phone.e164 for phone in one.phones]) for one in everybody(shop)} == {
        "佐藤": ("犬\n電話番号: 自宅:03-1234-5678 携帯:090-1234-5678", ["+819012345678", "+81312345678"]),
        "鈴木": ("電話番号: 内線 12", []),
        "髙橋": ("猫", ["+819011112222", "+818011112222"]),
    }
    again = take_in(shop, tmp_path / "list.csv", again=True)
    assert (counts(again), [one.code for one in again.problems]) == (
        (5, 0, 4, 1), ["phone_partly", "phone_invalid", "phone_invalid"]
    )  # fmt: skip
    assert {one.name: one.notes for one in everybody(shop)}["鈴木"] == "電話番号: 内線 12"
