"""Names: found, compared, sorted and addressed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.kana import hiragana, is_kana, kana_row, latin
from retention_desktop.domain.name import (
    VARIANTS,
    addressed,
    fold,
    kana_sort_key,
    query_keys,
    search_key,
    split_name,
)


def found(query: str, *person: str) -> bool:
    key = search_key(*person)
    return any(part in key for part in query_keys(query))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋", "高橋"),
        ("山﨑　太郎", "山崎太郎"),
        ("渡邉", "渡辺"),
        ("渡邊", "渡辺"),
        ("齋藤", "斉藤"),
        ("斎藤", "齊藤"),
        ("澤田", "沢田"),
        ("佐々木", "佐佐木"),
        ("ﾔﾏﾀﾞ ﾊﾅｺ", "やまだはなこ"),
        ("ヴァネッサ", "バネッサ"),
        ("キョウコ", "きようこ"),
        ("ジョージ", "じょじ"),
        ("㈱アオキ", "(株)あおき"),
        ("JOHN Smith", "ｊｏｈｎ　smith"),
        ("葛\U000e0100城", "葛城"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("はまだ", "はまた"), ("田中", "中田"), ("かとう", "がとう")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_variant_table_is_sound() -> None:
    chars = [char for group in VARIANTS for char in group]
    assert len(chars) == len(set(chars)), [char for char in chars if chars.count(char) > 1]
    assert all(len(group) >= 2 for group in VARIANTS)


PERSON = ("佐々木　花子", "ササキ ハナコ", "A-1004")


@pytest.mark.parametrize(
    "query",
    [
        "佐々木", "佐", "花子", "佐々木花子", "佐々木 花子", "ささき", "さ", "ササキ", "ｻｻｷ", "はなこ", "ささきは",
        "sasaki", "sasak", "SASAKI", "hanako", "sasaki hanako", "ｓａｓａｋｉ", "A1004", "a-1004", "1004", "ささk",
    ],
)  # fmt: skip
def test_a_person_is_found_by_any_way_of_typing(query: str) -> None:
    assert found(query, *PERSON)


@pytest.mark.parametrize("query", ["鈴木", "すずき", "suzuki", "1005", "john"])
def test_others_are_not(query: str) -> None:
    assert not found(query, *PERSON)


@pytest.mark.parametrize(
    ("kana", "typed"),
    [
        ("サトウ", "sato satou satoh satō SATO sat sa"),
        ("オオノ", "ono oono ohno ōno oh"),
        ("オハラ", "ohara oha"),
        ("ユウキ", "yuki yuuki yūki"),
        ("ジュンイチ", "junichi jun'ichi zyunnichi"),
        ("シンジ", "shinji sinzi sinji"),
        ("チヅル", "chizuru tizuru chiduru"),
        ("ツチヤ", "tsuchiya tutiya tuti"),
        ("フジタ", "fujita huzita"),
        ("シャーロット", "sharotto syarotto"),
        ("ハットリ", "hattori hatori"),
        ("シンボ", "shimbo shinbo"),
        ("ホッチ", "hotchi hocchi"),
        ("レン", "ren len"),
        ("リョウ", "ryo ryou ryō"),
        ("キョウコ", "kyoko kyouko"),
        ("ヴィクトル", "bikutoru vikutoru"),
        ("イノウエ", "inoue inou"),
        ("オノ ウミ", "ono umi onoumi"),
        ("ｻﾄｳ ﾊﾅｺ", "satohanako satou hanako"),
    ],
)
def test_latin_letters_find_a_reading(kana: str, typed: str) -> None:
    for query in typed.split():
        assert found(query, "漢字", kana), query


def test_a_kana_name_without_a_reading_is_found_by_latin_letters() -> None:
    assert found("sakura", "さくら")
    assert found("jon", "ジョン")
    assert found("joh", "田中 John", "タナカ ジョン")


@pytest.mark.parametrize(
    ("query", "person"),
    [
        ("hanako takahashi", ("高橋 花子", "タカハシ ハナコ")),
        ("Hanako TAKAHASHI", ("高橋 花子", "タカハシ ハナコ")),
        ("花子 髙橋", ("高橋 花子", "")),
        ("花子　高橋", ("高橋花子", "")),
        ("はなこ タカハシ", ("高橋 花子", "タカハシ ハナコ")),
        ("ohno ken", ("ケン オオノ", "")),
        ("Smith John", ("John Smith", "")),
        ("smith, john", ("John Smith", "")),
        ("Smith John Paul", ("John Paul Smith", "")),
        ("Mary Ann Smith", ("Smith Mary Ann", "")),
        ("John Smith", ("Smith, John", "")),
    ],
)
def test_the_given_name_may_come_first_or_last(query: str, person: tuple[str, str]) -> None:
    assert found(query, *person)


def test_what_was_typed_is_looked_for_first() -> None:
    assert query_keys("花子 高橋") == ("花子高橋", "高橋花子")
    assert query_keys("高橋") == ("高橋",)


def test_an_empty_query_looks_for_nothing() -> None:
    assert query_keys("") == query_keys(" 　-") == ()


@given(st.text(max_size=12), st.text(max_size=12))
def test_folding_is_stable_and_ignores_blanks(one: str, two: str) -> None:
    assert " " not in fold(one)
    assert fold(one + " " + two) == fold(one) + fold(two)
    assert fold(unicodedata.normalize("NFKC", fold(one))) == fold(fold(one))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("佐々木　花子", ("佐々木", "花子")),
        ("佐々木 花子", ("佐々木", "花子")),
        ("山田  太郎 Jr", ("山田", "太郎 Jr")),
        ("さくら", ("さくら", "")),
        ("　山田 ", ("山田", "")),
        ("", ("", "")),
        ("John Smith", ("Smith", "John")),
        (" José  María de la Cruz ", ("Cruz", "José  María de la")),
        ("Conan O’Brien", ("O’Brien", "Conan")),
        ("Smith, John Paul", ("Smith", "John Paul")),
        ("YAMADA Taro", ("YAMADA", "Taro")),
        ("JOHN SMITH", ("SMITH", "JOHN")),
        ("J. Smith", ("Smith", "J.")),
        ("John", ("John", "")),
        ("山田 John", ("山田", "John")),
    ],
)
def test_names_part_where_their_script_says_so(text: str, parts: tuple[str, str]) -> None:
    assert split_name(text) == parts


def test_the_list_is_in_the_order_of_readings() -> None:
    readings = [
        "ﾜﾀﾅﾍﾞ",
        "はまだゆい",
        "アオキ",
        "ﾊﾏﾀﾞﾐｻｷ",
        "はまた",
        "ハマダアイ",
        "カトウ",
        "がもう",
        "きた",
        "ジョン",
        "しよう",
    ]
    people = [*((kana, "") for kana in readings), ("", "Smith"), ("", "漢字"), ("", ""), ("", "さくら")]
    ordered = [kana or name for kana, name in sorted(people, key=lambda person: kana_sort_key(*person))]
    assert ordered[:6] == ["アオキ", "カトウ", "がもう", "きた", "さくら", "しよう"]
    assert ordered[6:12] == ["ジョン", "はまた", "ハマダアイ", "ﾊﾏﾀﾞﾐｻｷ", "はまだゆい", "ﾜﾀﾅﾍﾞ"]
    assert ordered[12:] == ["Smith", "漢字", ""]
    assert kana_sort_key("はまだ") == kana_sort_key("ハマダ") == kana_sort_key("ﾊﾏﾀﾞ")


@pytest.mark.parametrize(
    ("kana", "row"),
    [
        ("ｱｵｷ", "あ"),
        ("がもう", "か"),
        ("ぱく", "は"),
        ("ャ", "や"),
        ("ワタナベ", "わ"),
        ("んだ", "わ"),
        ("Smith", ""),
        ("", ""),
    ],
)
def test_the_index_row_of_a_reading(kana: str, row: str) -> None:
    assert kana_row(kana) == row


def test_kana_for_display() -> None:
    assert hiragana("ﾀﾞｲｽｹ ﾕｰｼﾞ") == "だいすけ ゆーじ"
    assert is_kana("さとう ﾊﾅｺ")
    assert not is_kana("佐藤")
    assert not is_kana(" ")
    assert latin("ﾄｳｷｮｳ") == "tokyo"


@pytest.mark.parametrize(
    ("name", "kind", "letter"),
    [
        ("佐々木 花子", "person", "佐々木 花子 様"),
        ("John Smith", "person", "John Smith 様"),
        ("（株）みどり園芸", "organisation", "（株）みどり園芸 御中"),
        ("田中先生", "person", "田中先生"),
        ("お客様", "person", "お客様"),
        ("みどり園芸 御中", "organisation", "みどり園芸 御中"),
        ("", "person", "お客様"),
        ("　", "person", "お客様"),
    ],
)
def test_people_are_addressed_once(name: str, kind: str, letter: str) -> None:
    assert addressed(name, kind) == letter
