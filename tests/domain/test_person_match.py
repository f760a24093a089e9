"""When two rows of a list are one person."""

from __future__ import annotations

from typing import Any

import pytest

from retention_desktop.domain.birthday import Birthday
from retention_desktop.domain.name import fold
from retention_desktop.domain.person_match import KnownPeople, Number, Person, merge


def person(name: str = "", phone: str = "", kana: str = "", **more: Any) -> Person:
    phones = (Number(phone, phone, mobile=True),) if phone else ()
    return Person(name=name, kana=kana, phones=phones, name_key=fold(name), kana_key=fold(kana), **more)


@pytest.mark.parametrize(
    ("known", "row"),
    [
        (person("佐藤 花子", "+819012345678"), person("佐藤　花子", "+819012345678")),
        (person("髙橋", "+819012345678"), person("高橋", "+819012345678")),
        (person("佐藤", "+819012345678", "サトウ"), person("左藤", "+819012345678", "ｻﾄｳ")),
        (person("", "+819012345678"), person("", "+819012345678")),
        (person("佐藤", "", "サトウ", member_number="7"), person("佐藤", "", "さとう", member_number="7")),
        (person("佐藤", "+819012345678", member_number="7"), person("佐藤", member_number="7")),
    ],
)
def test_one_person(known: Person, row: Person) -> None:
    assert KnownPeople([known]).find(row) is known


@pytest.mark.parametrize(
    ("known", "row"),
    [
        (person("佐藤 花子", "+819012345678"), person("佐藤 一郎", "+819012345678")),
        (person("佐藤", "+819012345678"), person("", "+819012345678")),
        (person("", "+819012345678", "サトウ"), person("", "+819012345678", "スズキ")),
        (person("佐藤", "+819012345678"), person("佐藤", "+819012345679")),
        (person("佐藤", "+819012345678", member_number="7"), person("佐藤", "+819012345679", member_number="7")),
        (person("佐藤"), person("佐藤")),
        (person("佐藤", member_number="7"), person("佐藤", member_number="8")),
        (person("佐藤", "", "サトウ", member_number="7"), person("佐藤", "", "", member_number="7")),
        (person("", member_number="7"), person("", member_number="7")),
    ],
)
def test_two_people(known: Person, row: Person) -> None:
    assert KnownPeople([known]).find(row) is None


def test_what_is_empty_is_filled_and_what_differs_is_kept_and_reported() -> None:
    known = person(
        "佐藤 花子", "+819012345678", sex="female", notes="犬", tags=("vip",), birthday=Birthday(None, 5, 14)
    )
    more = person(
        "佐藤 花子", "+819012345678", "サトウ ハナコ", sex="male", notes="犬", postal_code="150-0001",
        tags=("vip", "new"), birthday=Birthday(1978, 5, 14), emails=("a@example.jp",),
    )  # fmt: skip
    assert merge(known, more) == ["sex"]
    assert (known.kana, known.sex, known.postal_code, known.tags) == (
        "サトウ ハナコ",
        "female",
        "150-0001",
        ("vip", "new"),
    )
    assert (known.birthday, known.emails) == (Birthday(1978, 5, 14), ("a@example.jp",))


def test_another_spelling_is_no_conflict_and_another_birthday_is() -> None:
    known = person("髙橋", "+819012345678", "タカハシ", birthday=Birthday(1978, 5, 14))
    more = person("高橋", "+819012345678", "ﾀｶﾊｼ", birthday=Birthday(None, 5, 15))
    assert merge(known, more) == ["birthday"]
    assert (known.name, known.kana, known.birthday) == ("髙橋", "タカハシ", Birthday(1978, 5, 14))


def test_another_name_with_the_same_reading_is_a_conflict() -> None:
    known = person("佐藤", "+819012345678", "サトウ")
    assert merge(known, person("左藤", "+819087654321", "サトウ")) == ["display_name"]
    assert [phone.e164 for phone in known.phones] == ["+819012345678", "+819087654321"]
