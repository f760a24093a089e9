"""Which column holds what."""

from __future__ import annotations

import pytest

from retention_desktop.domain.columns import guess_columns, is_header, kinds


def guessed(*headings: str, sheet: str = "customers", rows: tuple[tuple[str, ...], ...] = ()) -> list[str | None]:
    columns = guess_columns(headings, rows, "visits" if sheet == "visits" else "customers")
    return [column.kind for column in columns]


def test_the_headings_of_a_shops_list() -> None:
    headings = ("会員番号", "氏名", "フリガナ", "携帯番号", "生年月日", "性別", "〒郵便番号", "備考")
    columns = guess_columns(headings, (), "customers")
    assert [column.kind for column in columns] == [
        "member_number", "display_name", "kana", "phone", "birthday", "sex", "postal_code", "notes",
    ]  # fmt: skip
    assert [column.confidence for column in columns][:4] == ["sure"] * 4


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ＴＥＬ", "phone"),
        ("Tel.", "phone"),
        ("携帯電話（SMS）", "phone"),
        ("お名前 (フリガナ)", "kana"),
        ("氏名（カナ）", "kana"),
        ("ふりがな", "kana"),
        ("よみ", "kana"),
        ("姓", "family"),
        ("名", "given"),
        ("セイ", "kana_family"),
        ("姓（フリガナ）", "kana_family"),
        ("Last Name", "family"),
        ("first_name", "given"),
        ("E-mail", "email"),
        ("メールアドレス", "email"),
        ("メール配信", None),
        ("Date of birth", "birthday"),
        ("最終来店日", None),
        ("来店回数", None),
        ("No.", "member_number"),
        ("ZIP", "postal_code"),
        ("メモ", "notes"),
        ("", None),
    ],
)
def test_single_headings(heading: str, kind: str | None) -> None:
    assert guessed(heading) == [kind]


def test_the_surer_of_two_columns_wins_and_phones_may_be_several() -> None:
    assert guessed("No", "会員番号", "氏名", "携帯", "自宅電話") == [
        None,
        "member_number",
        "display_name",
        "phone",
        "phone",
    ]


def test_unknown_headings_are_told_from_their_cells() -> None:
    rows = (
        ("1", "佐藤 花子", "サトウ ハナコ", "090-1234-5678", "S63.4.1", "女", "a@example.jp", "〒150-0001"),
        ("2", "鈴木 一郎", "スズキ イチロウ", "03-1234-5678", "5月1日", "男", "", "〒150-0002"),
    )
    columns = guess_columns([""] * 8, rows, "customers")
    assert [column.kind for column in columns] == [
        None, "display_name", "kana", "phone", "birthday", "sex", "email", "postal_code",
    ]  # fmt: skip
    assert {column.confidence for column in columns[1:]} == {"likely"}
    assert columns[0].confidence == "none"


def test_a_list_of_visits_names_its_currency() -> None:
    columns = guess_columns(("customer", "date", "items", "amount_usd"), (), "visits")
    assert [column.kind for column in columns] == ["customer", "day", "items", "amount"]
    assert columns[3].currency == "USD"
    assert guess_columns(("金額(円)",), (), "visits")[0].currency == "JPY"
    assert guess_columns(("total",), (), "visits")[0].currency == ""
    assert guessed("顧客番号", "来店日", "金額", "メニュー", sheet="visits") == ["customer", "day", "amount", "note"]


def test_a_header_is_told_from_a_person() -> None:
    assert is_header(["氏名", "電話"], "customers")
    assert not is_header(["佐藤花子", "090-1234-5678"], "customers")
    assert not is_header(["顧客一覧", ""], "customers")


def test_kinds_are_named() -> None:
    assert "kana_given" in kinds("customers")
    assert kinds("visits") == ("customer", "day", "items", "amount", "note")
