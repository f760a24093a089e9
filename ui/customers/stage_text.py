"""The stages of a customer in words and tones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.domain.stage import Stage
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from ui.shared.chips import ChipTone

_WORDS: Final = {
    Stage.NEW: mark("Stage", "New"),
    Stage.REGULAR: mark("Stage", "Regular"),
    Stage.DUE: mark("Stage", "Due"),
    Stage.INACTIVE: mark("Stage", "Inactive"),
    Stage.LOST: mark("Stage", "Lost"),
}
_TONES: Final[dict[Stage, ChipTone]] = {Stage.REGULAR: "chosen", Stage.INACTIVE: "warn"}


def stage_word(stage: Stage) -> str:
    """The stage's name in the reader's language."""
    return tr("Stage", _WORDS[stage])


def stage_tone(stage: Stage) -> ChipTone:
    """Tint for regulars, amber where someone should act now, plain for the rest."""
    return _TONES.get(stage, "neutral")
