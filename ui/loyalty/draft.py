"""What is typed on the loyalty page and not yet in use: the terms of every programme as JSON, field by field.

Fields write where they stand into the JSON; what can't be read as a number stays there as it was typed, so that the
rules themselves say what is wrong with it and nothing is lost by a slip.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.terms import read_terms, write_terms
from ui.loyalty.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from retention_desktop.domain.programme_rules import ProgrammeRules

NEW: Final = "new:"
"""How the uid of a programme begins that isn't kept yet."""


@dataclass
class ProgrammeDraft:
    """One programme as it stands on the page.

    Attributes:
        uid: the programme's, or one that begins with `NEW`.
        unit: "point", "punch" or "credit".
        terms: as kept with a version, in the fullest form.
        kept: name, active and terms in use; None for a programme that isn't kept yet.
    """

    uid: str
    unit: str
    name: str
    active: bool
    terms: dict[str, Any]
    kept: tuple[str, bool, dict[str, Any]] | None

    @property
    def is_new(self) -> bool:
        """Whether the shop doesn't have it yet."""
        return self.kept is None

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what is in use."""
        return self.kept != (self.name, self.active, self.terms)


class RuleDraft(Sheet):
    """Every programme of the shop as it stands on the page; each one's terms stand under its uid."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda uid: self._programmes[uid].terms, parent)
        self._programmes: dict[str, ProgrammeDraft] = {}
        self._made = 0

    @property
    def programmes(self) -> tuple[ProgrammeDraft, ...]:
        """All of them: punch cards first, then points, then credit."""
        order = {"punch": 0, "point": 1, "credit": 2}
        return tuple(sorted(self._programmes.values(), key=lambda one: order.get(one.unit, 3)))

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what is in use."""
        return any(one.dirty for one in self._programmes.values())

    def of_unit(self, *units: str) -> tuple[ProgrammeDraft, ...]:
        """The programmes that count in one of these units."""
        return tuple(one for one in self.programmes if one.unit in units)

    def programme(self, uid: str) -> ProgrammeDraft:
        """One programme. Raises KeyError for one that isn't there."""
        return self._programmes[uid]

    def load(self, kept: Iterable[ProgrammeRules]) -> None:
        """Show what is in use now; what is being changed stays as typed."""
        before = {uid: (one.name, one.active, one.terms) for uid, one in self._programmes.items()}
        found: dict[str, ProgrammeDraft] = {}
        for one in kept:
            now = (one.name, one.active, full_terms(one.unit, one.terms))
            mine = self._programmes.get(one.uid)
            shown = (mine.name, mine.active, mine.terms) if mine is not None and mine.dirty else deepcopy(now)
            found[one.uid] = ProgrammeDraft(one.uid, one.unit, *shown, kept=now)
        found |= {uid: one for uid, one in self._programmes.items() if one.is_new}
        self._programmes = found
        if before != {uid: (one.name, one.active, one.terms) for uid, one in found.items()}:
            self.reshaped.emit()
        self.changed.emit()

    def forget_changes(self) -> None:
        """Everything as it is in use again."""
        for uid, one in list(self._programmes.items()):
            if one.kept is None:
                del self._programmes[uid]
            else:
                one.name, one.active, one.terms = deepcopy(one.kept)
        self.reshape()

    def forget(self, uid: str) -> None:
        """Take a programme off the page: one that isn't kept yet, or one that has just been saved under its uid."""
        self._programmes.pop(uid, None)

    def add_programme(self, unit: str, name: str, terms: dict[str, Any]) -> str:
        """A further programme, in use once it is saved; returns its place-holding uid."""
        self._made += 1
        uid = f"{NEW}{self._made}"
        self._programmes[uid] = ProgrammeDraft(uid, unit, name, active=True, terms=full_terms(unit, terms), kept=None)
        self.reshape()
        return uid

    def remove_programme(self, uid: str) -> None:
        """Take a programme away that isn't kept yet."""
        if self._programmes[uid].is_new:
            self.forget(uid)
            self.reshape()

    def rename(self, uid: str, name: str) -> None:
        """Another name for a programme."""
        self._programmes[uid].name = name
        self.changed.emit()

    def switch(self, uid: str, *, on: bool) -> None:
        """Use a programme, or don't."""
        self._programmes[uid].active = on
        self.changed.emit()

    def replace(self, uid: str, terms: dict[str, Any], name: str | None = None) -> None:
        """Other terms altogether."""
        one = self._programmes[uid]
        one.terms = full_terms(one.unit, terms)
        one.name = name or one.name
        self.reshape()

    def free_id(self, uid: str, part: str) -> str:
        """A number no entry of a list has yet."""
        entries = self.value(uid, (part,), []) if part != "steps" else self.value(uid, ("tiers", "steps"), [])
        taken = {str(one.get("id", "")) for one in entries}
        return next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)

    def keep(self) -> list[dict[str, Any]]:
        """What isn't in use yet, for a page that is built anew."""
        return [
            {"uid": one.uid, "unit": one.unit, "name": one.name, "active": one.active, "terms": deepcopy(one.terms)}
            for one in self._programmes.values()
            if one.dirty
        ]

    def restore(self, kept: Sequence[dict[str, Any]]) -> None:
        """Type it again."""
        for each in kept:
            mine = self._programmes.get(each["uid"])
            self._programmes[each["uid"]] = ProgrammeDraft(**each, kept=mine.kept if mine is not None else None)
            self._made += each["uid"].startswith(NEW)
        self.reshape()


def full_terms(unit: str, terms: dict[str, Any]) -> dict[str, Any]:
    """Kept terms in their fullest form: one way to write each rule, whatever revision kept them."""
    full = write_terms(read_terms(unit, terms))
    if unit == "punch":
        full.setdefault("per_visit", 1)
    return full
