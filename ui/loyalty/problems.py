"""Where on the page something is wrong: the tab a path of the terms stands on, and the sentence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.loyalty.problem_text import name_sentence, problem_sentence
from ui.loyalty.standing_cards import LIST

if TYPE_CHECKING:
    from retention_desktop.loyalty.rules import Rules
    from retention_desktop.loyalty.standing import StandingDiscounts
    from ui.loyalty.editing import Editing


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong.

    Attributes:
        programme: uid.
        path: as problems write it.
        tab: name of the tab it stands on.
        sentence: what is wrong, in words.
    """

    programme: str
    path: str
    tab: str
    sentence: str


def find_wrong(editing: Editing, rules: Rules) -> list[Wrong]:
    """Everything that keeps the draft from being used, programmes in the order of the page."""
    found: list[Wrong] = []
    for one in editing.draft.programmes:
        if not one.name.strip():
            found.append(Wrong(one.uid, "name", "rules", name_sentence()))
        for problem in rules.problems(one.unit, one.terms):
            path = seen_path(problem.path)
            found.append(Wrong(one.uid, path, tab_of(path), problem_sentence(editing, problem)))
    return found


def find_wrong_standing(editing: Editing, standing: StandingDiscounts) -> list[Wrong]:
    """What keeps the standing discounts from being used."""
    found = standing.problems(editing.standing.sheet.value("", (LIST,), []))
    return [Wrong("", seen_path(f"{LIST}.{one.path}"), "rewards", problem_sentence(editing, one)) for one in found]


def tab_of(path: str) -> str:
    """The tab on which a place of the terms is edited."""
    head = path.split(".", maxsplit=1)[0]
    if head in {"rewards", "promotions", "tiers"}:
        return head
    deep = path.split(".")
    gift = (head == "reward" and deep[1:2] not in ([], ["name"])) or (
        head == "milestones" and deep[2:3] not in ([], ["at"], ["name"])
    )
    return "rewards" if gift else "rules"


def seen_path(path: str) -> str:
    """The field that shows a place: an entry of a list stands for the whole list, an hour for the pair."""
    parts = path.split(".")
    for number, part in enumerate(parts):
        if part in {"items", "categories", "except_items", "except_categories", "hours", "weekdays"}:
            return ".".join(parts[: number + 1])
    return path
