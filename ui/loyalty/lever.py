"""The one figure the simulator's slider moves: the size of the punch card, or the amount that earns points."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ui.loyalty.point_rules import main_rule
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.loyalty.draft import ProgrammeDraft, RuleDraft
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path

SMALLEST_CARD: Final = 4
LARGEST_CARD: Final = 20


@dataclass(frozen=True)
class Lever:
    """Where it stands and what it may be.

    Attributes:
        values: everything the slider goes through, rising.
        choices: the three that are worked out side by side; the middle one is in use now.
        value: in the draft.
    """

    programme: str
    path: Path
    unit: str
    values: tuple[int, ...]
    choices: tuple[int, ...]
    value: int

    @property
    def question(self) -> str:
        """What is being chosen."""
        if self.unit == "punch":
            return tr("Lever", "How many punches fill a card")
        return tr("Lever", "How much is spent for a point")

    def words(self, editing: Editing, value: int) -> str:
        """One value with its unit."""
        return editing.amount("punch", value) if self.unit == "punch" else editing.money(value)

    def put(self, draft: RuleDraft, value: int) -> None:
        """Move it."""
        draft.put(self.programme, self.path, value)


def lever_of(draft: RuleDraft) -> Lever | None:
    """The first punch card in use, else the first points programme; None where there is neither."""
    for programme in draft.programmes:
        if not programme.active:
            continue
        path = _path(programme)
        value = draft.value(programme.uid, path) if path else None
        if path and isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return _lever(programme, path, value)
    return None


def with_value(drafts: dict[str, dict[str, Any]], lever: Lever, value: int) -> dict[str, dict[str, Any]]:
    """The same terms with the lever elsewhere; milestones beyond a smaller card go."""
    moved = deepcopy(drafts)
    node: Any = moved[lever.programme]
    for key in lever.path[:-1]:
        node = node[key]
    node[lever.path[-1]] = value
    if lever.unit == "punch":
        gifts = [one for one in moved[lever.programme].get("milestones", ()) if one["at"] < value]
        moved[lever.programme].pop("milestones", None)
        moved[lever.programme] |= {"milestones": gifts} if gifts else {}
        start = moved[lever.programme].get("start", 0)
        moved[lever.programme] |= {"start": min(start, value - 1)} if start else {}
    return moved


def _path(programme: ProgrammeDraft) -> Path | None:
    if programme.unit == "punch":
        return ("size",)
    rule = main_rule(programme.terms)
    return None if rule is None else ("rules", rule, "per")


def _lever(programme: ProgrammeDraft, path: Path, value: int) -> Lever:
    used = value
    if programme.kept is not None:
        kept: Any = programme.kept[2]
        for key in path:
            kept = kept[key] if isinstance(key, int) else kept.get(key, value)
        used = kept if isinstance(kept, int) else value
    if programme.unit == "punch":
        choices = tuple(one for one in (used - 2, used, used + 2) if one > 1)
        values: tuple[int, ...] = tuple(
            range(min(SMALLEST_CARD, value, *choices), max(LARGEST_CARD, value, *choices) + 1)
        )
    else:
        step = max(used // 10, 1)
        choices = (used - 2 * step, used, used + 2 * step) if used > 2 * step else (used, used + 2 * step)
        values = tuple(sorted({value, *choices, *range(5 * step, 20 * step + 1, step)}))
    return Lever(programme.uid, path, programme.unit, values, choices, value)
