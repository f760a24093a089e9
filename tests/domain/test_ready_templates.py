"""The texts that come with the program: complete, short enough, and alike in both languages."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from retention_desktop.domain.parts import GSM_7, count
from retention_desktop.domain.recipient import Recipient, values_for
from retention_desktop.domain.template import fill, marks

FOLDER = Path(__file__).parents[2] / "resources" / "messages"
TEMPLATES = {language: json.loads((FOLDER / f"{language}.json").read_text("utf-8")) for language in ("ja", "en")}
PEOPLE = {
    "ja": (Recipient(customer="u", customer_key=1, family="佐々木", given="花子"), "美容室こもれび"),
    "en": (Recipient(customer="u", customer_key=1, family="Williams", given="Margaret"), "Komorebi Hair"),
}
_TRADES = json.loads((FOLDER.parent / "presets" / "templates.json").read_text("utf-8"))
OF_TRADES = [
    (language, {"key": one["key"], "purpose": one["purpose"], "text": one["text"][language]})
    for texts in _TRADES.values() for one in texts for language in ("ja", "en")
]  # fmt: skip
EACH = [(language, template) for language, templates in TEMPLATES.items() for template in templates] + OF_TRADES
IDS = [f"{language}-{template['key']}" for language, template in EACH]


def ordinary(language: str, text: str) -> str:
    person, shop = PEOPLE[language]
    known = Recipient(
        customer="u", customer_key=1, family=person.family, given=person.given,
        points=1240, punches=7, to_go=3, visits=4, last_visit=date(2026, 10, 23),
    )  # fmt: skip
    return fill(text, values_for(known, language, date(2026, 11, 21), shop), language)


@pytest.mark.parametrize(("language", "template"), EACH, ids=IDS)
def test_service_is_one_part_and_promo_at_most_two(language: str, template: dict[str, str]) -> None:
    counted = count(ordinary(language, template["text"]))
    assert counted.parts <= {"service": 1, "promo": 2}[template["purpose"]], counted
    if language == "en":
        assert counted.encoding == GSM_7


@pytest.mark.parametrize("template", [template for _, template in EACH], ids=IDS)
def test_each_names_the_shop_first_and_a_promo_says_how_to_stop(template: dict[str, str]) -> None:
    assert (marks(template["text"])[0].start, marks(template["text"])[0].key) == (0, "shop")
    assert all(mark.key for mark in marks(template["text"]))
    assert ("STOP" in template["text"]) == (template["purpose"] == "promo")


def test_both_languages_have_the_same_templates_for_five_groups() -> None:
    shapes = [[(t["key"], t["group"], t["purpose"]) for t in TEMPLATES[language]] for language in ("ja", "en")]
    assert shapes[0] == shapes[1]
    assert {group for _, group, _ in shapes[0]} == {"thanks", "notice", "winback", "birthday", "season"}


@pytest.mark.parametrize(("language", "template"), EACH, ids=IDS)
def test_each_reads_well_for_somebody_without_a_name_or_a_visit(language: str, template: dict[str, str]) -> None:
    nobody = Recipient(customer="u", customer_key=1)
    text = fill(template["text"], values_for(nobody, language, date(2026, 11, 21), "Shop"), language)
    assert "None" not in text
    assert "お客様様" not in text
    assert "[" not in text
