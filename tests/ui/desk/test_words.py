"""What the desk says and reads: the one thing, names, days, times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics

from retention_desktop.desk import Card, Punch, PunchCard
from retention_desktop.domain.customer import Customer
from retention_desktop.domain.programme import Reward
from retention_desktop.domain.stage import Stage
from retention_desktop.domain.terms import CardTerms, Gives, Milestone, Present
from ui.desk.collected import places
from ui.desk.correct_visit import read_day, read_time
from ui.desk.one_thing import one_thing
from ui.desk.person_name import honorific, name_lines, spoken_name, wrapped
from ui.desk.words_line import Words, fill, words_width

if TYPE_CHECKING:
    from ui.shared.kit import Kit

TODAY = date(2026, 11, 21)
REWARD = Reward(uid="r", name="Free cut", code="X", state="issued", issued_at=datetime(2026, 11, 21, tzinfo=UTC))


def card(**facts: object) -> Card:
    base: dict[str, object] = {
        "customer": Customer(key=1, uid="u", display_name="Ann", birth_month=11, birth_day=27, visit_count=4),
        "last_four": "1284", "consent": None, "reachable": True, "tags": (), "stage": Stage.REGULAR,
        "days_since": 20, "usual_gap": 21, "birthday_in": 100, "open_visit": None, "visits_today": (),
        "punches": (), "card_size": 10, "reward_name": "Free cut", "filled_today": False, "points": 0, "rewards": (),
    }  # fmt: skip
    return Card(**(base | facts))  # type: ignore[arg-type]


def noted(note: str) -> Customer:
    return Customer(key=1, uid="u", display_name="Ann", pinned_note=note)


@pytest.mark.parametrize(
    ("facts", "words", "reason"),
    [
        ({"birthday_in": 0, "rewards": (REWARD,)}, "Happy birthday!", "Birthday 27 Nov"),
        ({"birthday_in": 7}, "An early happy birthday", "Birthday 27 Nov"),
        ({"rewards": (REWARD,), "days_since": 300}, "A reward is ready: Free cut", "Ready to use"),
        ({"days_since": 32}, "It has been a while, nice to see you again", "Last visit 32 days ago"),
        (
            {"days_since": 70, "usual_gap": None, "stage": Stage.INACTIVE},
            "It has been a while, nice to see you again",
            "Last visit 70 days ago",
        ),
        ({"customer": noted("Sensitive skin")}, "Sensitive skin", "Pinned note"),
        ({"days_since": None}, "Thank you for coming to us", "First visit"),
        ({"punches": (Punch(day=TODAY, today=False),) * 9}, "One more visit fills the card", "9 of 10 punches"),
        ({"birthday_in": 8, "days_since": 31}, "Nice to see you again", "Last visit 21 Oct"),
    ],
)
def test_the_one_thing_is_true_and_the_most_useful(kit: Kit, facts: dict[str, object], words: str, reason: str) -> None:
    thing = one_thing(card(**facts), TODAY, kit.formats)
    assert (thing.words, thing.reason) == (words, reason)


def punch_card(size: int, *punches: Punch, filled: bool = False) -> PunchCard:
    gift = Present(name="Free cut", gives=Gives(kind="gift"))
    return PunchCard(
        programme="p",
        name="Card",
        terms=CardTerms(size=size, reward=gift, milestones=(Milestone(at=2, present=replace(gift, name="Sample")),)),
        punches=punches,
        old_terms=False,
        expires_on=None,
        filled_today=filled,
    )


def test_the_places_of_a_card_with_its_milestone_as_a_gift(kit: Kit) -> None:
    punches = (Punch(day=date(2026, 10, 3), today=False), Punch(day=TODAY, today=True))
    shown = places(punch_card(4, *punches), kit.formats)
    assert [punch.state for punch in shown] == ["done", "today", "next", "reward"]
    assert [punch.number for punch in shown] == [0, 0, 3, 0]
    assert [(punch.gift, punch.tip) for punch in shown[:2]] == [(False, ""), (True, "Sample")]
    ahead = places(punch_card(4, punches[0]), kit.formats)
    assert [punch.state for punch in ahead[1:]] == ["reward", "next", "reward"]
    assert [punch.tip for punch in ahead[1:]] == ["Sample", "", "Free cut"]
    full = places(punch_card(3, filled=True), kit.formats)
    assert [punch.state for punch in full] == ["done", "gift", "gift"]


def test_honorifics(kit: Kit) -> None:
    assert honorific("佐々木 花子", "person", "ja") == "様"
    assert honorific("株式会社こもれび", "organisation", "ja") == "御中"
    assert honorific("佐藤先生", "person", "ja") == ""
    assert honorific("Ann", "person", "en") == ""
    assert spoken_name("", "person", "ja") == "Name not known"
    assert kit.language.code == "en"


def test_a_long_name_gets_smaller_and_wraps_but_is_never_cut(kit: Kit) -> None:
    name = "Christopher Montgomery-Featherstonehaugh"
    assert name_lines(kit.theme, "Ann", "様", 400)[0][0].kind == "figure"
    assert name_lines(kit.theme, name, "様", 420)[0][0].kind == "title"
    lines = name_lines(kit.theme, name, "様", 160)
    assert len(lines) > 1
    assert all(words_width(kit.theme, line) <= 160 for line in lines)
    assert "".join(one.text for line in lines for one in line).replace(" ", "") == name.replace(" ", "") + "様"


def test_a_name_without_blanks_is_broken_anywhere(kit: Kit) -> None:
    metrics = QFontMetrics(kit.theme.font("body"))
    lines = wrapped("寿限無寿限無五劫の擦り切れ", metrics, 60)
    assert "".join(lines) == "寿限無寿限無五劫の擦り切れ"
    assert all(metrics.horizontalAdvance(line) <= 60 for line in lines)


def test_a_sentence_with_words_of_their_own_look() -> None:
    more = Words("3 more", role="Accent")
    assert fill("{more} for {reward}", Words(""), more=more, reward=Words("x")) == [more, Words(" for "), Words("x")]
    assert fill("あと {more} で{reward}", Words(""), more=more, reward=Words("")) == [
        Words("あと "),
        more,
        Words(" で"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("11/20", date(2026, 11, 20)),
        ("１１月２０日", date(2026, 11, 20)),
        ("令和8年11月1日", date(2026, 11, 1)),
        ("12/31", date(2025, 12, 31)),
        ("2/29", None),
        ("2026-12-24", date(2026, 12, 24)),
        ("11", None),
        ("someday", None),
        ("", None),
    ],
)
def test_reading_a_day(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("14:30", time(14, 30)),
        ("１４：３０", time(14, 30)),
        ("930", time(9, 30)),
        ("14時30分", time(14, 30)),
        ("9時", time(9, 0)),
        ("24:00", None),
        ("12:60", None),
        ("noon", None),
    ],
)
def test_reading_a_time(text: str, known: time | None) -> None:
    assert read_time(text) == known
