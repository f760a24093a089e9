"""Encodings and delimiters of lists."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.sheet_text import cells, decode, delimiter, guarded, is_binary, unguarded

TEXTS = {
    "headings": "氏名,フリガナ,電話番号\n佐々木　花子,ササキ ハナコ,090-1234-5678\n",
    "kanji only": "氏名,電話\n山田太郎,0312345678\n",
    "half width": "氏名,フリガナ\n髙橋,ﾀｶﾊｼ\n",
    "trail bytes": '名前,備考\n表,"十,ソ能"\n予,機\n',
    "hiragana": "なまえ,でんわ\nさとう,090\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_every_encoding_of_the_ladder_is_told_apart(text: str, encoding: str) -> None:
    if encoding == "euc_jp":
        text = text.replace("髙", "高")
    found = decode(text.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize(
    "text", ["名前,電話\n", "氏名\n田中\n", "会員番号,氏名\n1,鈴木\n", "ﾅﾏｴ,ﾃﾞﾝﾜ\nﾔﾏﾀﾞ,090\nﾀｶﾊｼ,080\n"]
)
def test_short_lists_are_read_right(text: str) -> None:
    for encoding in ("utf-8", "cp932", "euc_jp"):
        if encoding == "euc_jp" and "ﾅ" in text:
            continue
        found = decode(text.encode(encoding))
        assert found is not None
        assert found.text == text, encoding


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3093), min_size=1, max_size=20))
def test_hiragana_is_never_misread(text: str) -> None:
    for encoding in ("utf-8", "cp932", "euc_jp"):
        found = decode(("名前\n" + text).encode(encoding))
        assert found is not None
        assert found.text == "名前\n" + text


def test_characters_that_only_cp932_has() -> None:
    found = decode("髙橋①～㈱﨑Ⅲ".encode("cp932"))
    assert found is not None
    assert (found.text, found.encoding) == ("髙橋①～㈱﨑Ⅲ", "cp932")


def test_a_chosen_encoding_is_obeyed_or_refused() -> None:
    western = decode("Müller".encode("cp1252"), "cp1252")
    assert western is not None
    assert western.text == "Müller"
    assert decode(b"\x81", "cp932") is None
    assert decode(b"\x80\xff\xfe\x80") is None


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"a\x00b", b"SQLite format 3\x00", bytes(range(32))],
)
def test_what_is_no_text(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_text_is_not_binary(encoding: str) -> None:
    assert not is_binary("氏名,電話\r\n田中,090\t1\r\n".encode(encoding))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a,b\n1,2\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a;b\n1,5;2\n2,5;3\n", ";"),
        ("a\nb\n", ","),
        ("", ","),
        ('"a;b",c\n"d;e",f\n', ","),
    ],
)
def test_the_delimiter_is_found(text: str, mark: str) -> None:
    assert delimiter(text) == mark


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
            min_size=2,
            max_size=4,
        ),
        max_size=5,
    )
)
def test_cells_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows(rows)
    assert list(cells(sheet.getvalue(), ",")) == rows


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-", "@x", "\t=1", "\r", "＝1", "＋1", "－1", "＠x", "'=1", "+81 90"])
def test_what_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["+819012345678", "佐藤", "", "1-2", "'", "O'Brien", "'90"])
def test_the_rest_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.text("='+-@＝＋－＠\t\r1a", max_size=6) | st.text())
def test_the_guard_comes_off_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,b\n"c,d\ne,f\n', [["a", "b"], ['"c', "d"], ["e", "f"]]),
        ('a,b\n"c,d\n"e\n1",f\ng,h', [["a", "b"], ["c,d\ne"], ['1"', "f"], ["g", "h"]]),
        ('"a\n1",b\n"c', [["a\n1", "b"], ['"c']]),
        ('"', [['"']]),
        ('a,"end', [["a", '"end']]),
        ('a\r"b\rc\r', [["a"], ['"b'], ["c"]]),
        ('a,"b ""c"""\n"",d\n', [["a", 'b "c"'], ["", "d"]]),
        ('a,5" pipe\nb,"x"\n', [["a", '5" pipe'], ["b", "x"]]),
    ],
)
def test_a_quote_that_nothing_closes_swallows_no_row(text: str, rows: list[list[str]]) -> None:
    assert list(cells(text, ",")) == rows


def test_a_stray_quote_in_a_long_list_costs_no_row() -> None:
    lines = [f"name {number},090-1234-{number:04}" for number in range(20_000)]
    lines[100] = '"' + lines[100]
    assert len(list(cells("\n".join(lines), ","))) == len(lines)


def test_more_open_quotes_than_slips_are_no_list() -> None:
    with pytest.raises(csv.Error):
        list(cells(('"' + "x" * 200_000 + "\n") * 150, ","))


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_iso_2022_jp_is_told_by_its_escape_sequences(text: str) -> None:
    text = text.replace("髙", "高")
    found = decode(text.encode("iso2022_jp_ext"))
    assert found is not None
    assert (found.text, found.encoding) == (text, "iso2022_jp")
    assert decode(text.encode(), "iso2022_jp") is None


def test_iso_2022_jp_as_windows_writes_it() -> None:
    found = decode(b"\x1b$B|b66-!-jyu\x1b(B,\x1b(I@6J<\x1b(B,1\r\n\x1b$B;3ED")
    assert found is not None
    assert (found.text, found.encoding) == ("髙橋①㈱﨑,ﾀｶﾊｼ,1\r\n山田", "iso2022_jp")


@pytest.mark.parametrize("data", [b"a,b\n\x1b[31mred\n", b"name,\x1b(B\n\xe3\x81\x82", b"plain,ascii\n"])
def test_other_text_with_escapes_is_not_iso_2022_jp(data: bytes) -> None:
    found = decode(data)
    assert found is not None
    assert found.encoding == "utf-8"
