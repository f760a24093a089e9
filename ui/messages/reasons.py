"""Why somebody is left out, why a copy is worth a look, and what keeps a draft from being sent: short words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.domain.meter import Hardship
from retention_desktop.domain.sending_policy import Reason
from ui.shared.error_text import error_sentence
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from retention_desktop.errors import ShopError

_REASONS: Final = {
    Reason.SAMPLE_PERSON: mark("Reasons", "Sample people"),
    Reason.NO_PHONE: mark("Reasons", "No number"),
    Reason.NOT_MOBILE: mark("Reasons", "No mobile"),
    Reason.NUMBER_DEAD: mark("Reasons", "Dead number"),
    Reason.OPTED_OUT: mark("Reasons", "Opted out"),
    Reason.NO_RELATIONSHIP: mark("Reasons", "No consent"),
    Reason.SAME_TEXT_TWICE: mark("Reasons", "Shared phone"),
}
_EXPLAINED: Final = {
    Reason.SAMPLE_PERSON: mark("Reasons", "Invented people get nothing through a real service."),
    Reason.NO_PHONE: mark("Reasons", "There is no number to send to."),
    Reason.NOT_MOBILE: mark("Reasons", "Their number is a fixed line."),
    Reason.NUMBER_DEAD: mark("Reasons", "The service said that the number does not exist."),
    Reason.OPTED_OUT: mark("Reasons", "They said stop."),
    Reason.NO_RELATIONSHIP: mark("Reasons", "They never agreed and never came: writing to them is not allowed."),
    Reason.SAME_TEXT_TWICE: mark("Reasons", "The same text goes to a phone once."),
}
_HARDSHIPS: Final = {
    Hardship.LONGEST: mark("Reasons", "Longest text"),
    Hardship.NO_NAME: mark("Reasons", "No name"),
    Hardship.RARE_CHARACTER: mark("Reasons", "Rare character"),
    Hardship.COMPANY: mark("Reasons", "Company"),
    Hardship.LATIN: mark("Reasons", "Latin letters"),
}
_PROBLEMS: Final = {
    "text_empty": mark("Reasons", "Write a text first"),
    "purpose_missing": mark("Reasons", "Choose offer or service first"),
    "placeholder_unknown": mark("Reasons", "Mend “{placeholder}” first"),
    "sender_name_missing": mark("Reasons", "Add the shop's name first"),
    "opt_out_missing": mark("Reasons", "Add the opt-out line first"),
    "too_many_parts": mark("Reasons", "Shorten it: {parts} parts"),
    "audience_empty": mark("Reasons", "No one would get it"),
}


def reason_word(reason: Reason) -> str:
    """The word on the chip of people left out."""
    return tr("Reasons", _REASONS[reason])


def reason_sentence(reason: Reason) -> str:
    """Why they are left out."""
    return tr("Reasons", _EXPLAINED[reason])


def hardship_word(hardship: Hardship) -> str:
    """Why this copy is shown early."""
    return tr("Reasons", _HARDSHIPS[hardship])


def problem_words(problem: ShopError) -> str:
    """What to do before sending, short enough for a button."""
    words = _PROBLEMS.get(problem.code)
    return tr("Reasons", words).format(**problem.facts) if words else error_sentence(problem)
