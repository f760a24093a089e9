"""Filling a text for a person."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.recipient import Recipient, day_text, values_for
from retention_desktop.domain.template import PLACEHOLDERS, Mark, clean, fill, marks
from retention_desktop.errors import ShopError

TODAY = date(2026, 11, 21)


def person(**fields: object) -> Recipient:
    known: dict[str, object] = {"customer": "u", "customer_key": 1, "family": "高橋", "given": "由美子"}
    return Recipient(**(known | fields))  # type: ignore[arg-type]


def filled(text: str, language: str = "ja", **fields: object) -> str:
    return fill(text, values_for(person(**fields), language, TODAY, "美容室こもれび"), language)


def test_each_placeholder_in_both_languages() -> None:
    facts: dict[str, Any] = {"points": 1240, "punches": 7, "to_go": 3, "last_visit": date(2026, 10, 3)}
    japanese = "[姓]|[名]|[お名前]|[ポイント]|[スタンプ]|[あとスタンプ]|[前回の来店日]|[店名]"
    assert filled(japanese, **facts) == "高橋|由美子|高橋 由美子 様|1,240|7|3|10月3日|美容室こもれび"
    english = "|".join(f"[{placeholder.en}]" for placeholder in PLACEHOLDERS)
    facts |= {"family": "Smith", "given": "Ann"}
    assert filled(english, "en", **facts) == "Smith|Ann|Ann Smith|1,240|7|3|3 Oct|美容室こもれび"


@pytest.mark.parametrize("text", ["[姓]様", "［姓］様", "[ 姓 ]様", "[Family]様", "[苗字]様"])
def test_spellings_and_full_width_brackets(text: str) -> None:
    assert filled(text) == "高橋様"


@pytest.mark.parametrize("honorific", ["様", "さま", "さん", " 様"])
def test_nobody_is_called_customer_twice(honorific: str) -> None:
    assert filled(f"[姓]{honorific}、こんにちは", family="") == "お客様、こんにちは"
    assert filled("[お名前]様", family="", given="") == "お客様"


def test_company_gets_onchu_and_no_sama() -> None:
    company: dict[str, Any] = {"family": "", "given": "", "display_name": "株式会社さくら", "organisation": True}
    assert filled("[姓]様、[お名前]様", **company) == "株式会社さくら 御中、株式会社さくら 御中"
    assert filled("Hi [name]", "en", **company) == "Hi 株式会社さくら"


@pytest.mark.parametrize("text", ["[お名前]", "[お名前]様", "[お名前] 様", "[お名前]さん"])
def test_a_whole_name_carries_its_title_once(text: str) -> None:
    assert filled(text) == "高橋 由美子 様"


def test_teacher_keeps_one_title() -> None:
    assert filled("[姓]様", family="田中先生") == "田中先生"


def test_english_stand_ins() -> None:
    nobody = {"family": "", "given": ""}
    assert filled("Hi [given], since [last visit]: [points]", "en", **nobody) == "Hi there, since your last visit: 0"
    assert filled("Hi [given]", "en", family="Smith", given="") == "Hi Smith"


def test_values_are_never_expanded_again() -> None:
    assert filled("[姓]様", family="[名]{0}[店名]") == "[名]{0}[店名]様"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_name_comes_out_as_itself(family: str, given: str) -> None:
    text = filled("«[姓]»[名]«", family=family, given=given)
    assert text.startswith("«")
    assert unicodedata.category(text[0]) != "Cc"
    assert "\r" not in text


def test_unknown_placeholder_is_refused_with_its_name() -> None:
    with pytest.raises(ShopError, match="placeholder_unknown") as caught:
        filled("[姓]様、[クーポン]をどうぞ")
    assert caught.value.facts == {"placeholder": "クーポン"}


def test_marks_tell_where_placeholders_stand() -> None:
    assert marks("a[姓]様[XX]") == (Mark(start=1, end=4, key="family"), Mark(start=5, end=9, key=""))


def test_text_is_composed_and_lines_end_in_lf() -> None:
    apart = unicodedata.normalize("NFD", "が")
    assert filled(f"{apart}\r\nあ\rい\u2028う") == "が\nあ\nい\nう"
    assert filled("[姓]様", family=unicodedata.normalize("NFD", "ガスコン")) == "ガスコン様"


def test_compatibility_kanji_of_a_name_stay() -> None:
    assert filled("[姓]様", family="福\ufa1b山髙﨑") == "福\ufa1b山髙﨑様"


def test_control_and_bidi_characters_are_taken_out_and_emoji_joiners_stay() -> None:
    assert clean(" a\x00b\u202ec\u2066d\x1b\u200b\ufeff ") == "abcd"
    assert clean("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
    assert filled("[姓]様", family="高\n橋\t ") == "高 橋様"


def test_days_carry_their_year_when_it_is_another() -> None:
    assert day_text(date(2025, 10, 3), "ja", TODAY) == "2025年10月3日"
    assert day_text(date(2025, 10, 3), "en", TODAY) == "3 Oct 2025"


def test_labels_are_told_apart_and_in_both_languages() -> None:
    for language in ("ja", "en"):
        labels = [placeholder.label(language) for placeholder in PLACEHOLDERS]
        assert len(set(labels)) == len(labels)
        assert all(marks(f"[{label}]")[0].key for label in labels)
