"""What is wrong with a field of a rule, in words that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from retention_desktop.loyalty.rules import Problem
    from ui.loyalty.editing import Editing

SENTENCES: Final[dict[str, str]] = {
    "missing": mark("ProblemText", "Something is missing here."),
    "unknown_field": mark("ProblemText", "This can't be said here."),
    "unknown_choice": mark("ProblemText", "“{value}” can't be chosen here."),
    "not_a_number": mark("ProblemText", "“{value}” is not a number. Write digits only."),
    "not_a_text": mark("ProblemText", "Write a few words here."),
    "not_yes_or_no": mark("ProblemText", "Choose one of the two."),
    "not_a_list": mark("ProblemText", "Write words with commas between them."),
    "not_an_object": mark("ProblemText", "Something is missing here."),
    "not_an_instant": mark("ProblemText", "“{value}” is not a day and time. Write it like 2026-11-21 09:00:00."),
    "not_hours": mark("ProblemText", "Write two times like 16:00 and 18:00."),
    "too_small": mark("ProblemText", "This must be {least} or more."),
    "too_large": mark("ProblemText", "This must be {most} or less."),
    "not_above_zero": mark("ProblemText", "This must be above zero."),
    "too_many_decimals": mark("ProblemText", "At most {most} digits after the point."),
    "duplicate": mark("ProblemText", "“{value}” stands here twice. Choose another."),
    "window_ends_first": mark("ProblemText", "This ends before it begins. Choose a later end."),
    "carry_without_amount": mark("ProblemText", "Only what is earned by amount can be kept for the next visit."),
    "pays_nobody": mark("ProblemText", "Nobody gets anything from this rule. Write how much."),
    "tax_rate_missing": mark("ProblemText", "To count without tax, write the tax in percent."),
    "reward_costs_more": mark("ProblemText", "It would cost {cost} and give only {gives}. Lower the cost."),
    "points_worth_more": mark(
        "ProblemText", "These points would take {worth} off a bill, the reward gives only {gives}. Lower its price."
    ),
    "gives_more_than_spent": mark(
        "ProblemText", "A customer who spends {spent} would get back {gives}. Lower the points."
    ),
    "cap_below_reward": mark(
        "ProblemText", "Nobody could ever reach a reward with this limit. Make it {least} or more."
    ),
    "tiers_not_rising": mark("ProblemText", "Each level must begin above the one before ({above})."),
    "tiers_missing": mark("ProblemText", "Add at least one level."),
    "milestone_beyond_card": mark(
        "ProblemText", "The gift must come before the card is full. Choose fewer than {size} punches."
    ),
    "start_fills_card": mark("ProblemText", "A new card would be full already. Begin with fewer than {size}."),
    "visit_fills_card": mark("ProblemText", "One visit would fill more than a card. Give {size} at most."),
    "name_missing": mark("ProblemText", "Write a name."),
}
"""Code -> English sentence with the names of its facts in braces."""

_MONEY: Final = frozenset({"cost", "gives", "worth", "spent"})


def problem_sentence(editing: Editing, problem: Problem) -> str:
    """What is wrong and what to do, in the reader's language, money in the shop's currency."""
    facts = {
        name: editing.money(value) if name in _MONEY and isinstance(value, int) else _number(editing, value)
        for name, value in problem.facts.items()
    }
    return tr("ProblemText", SENTENCES[problem.code]).format(**facts)


def name_sentence() -> str:
    """A programme must be called something."""
    return tr("ProblemText", SENTENCES["name_missing"])


def _number(editing: Editing, value: object) -> str:
    return editing.kit.formats.number(value) if isinstance(value, int) else str(value)
