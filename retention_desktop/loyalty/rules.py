"""Programmes as their owner edits them: earning rules, cards, promotions, rewards; and ready-made ones by trade.

Nothing invalid is ever kept. Terms never change in place: a save appends a version, and visits stay settled under
the one in force when they were recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retention_desktop import settings
from retention_desktop.books import journal, programmes, templates
from retention_desktop.domain.earning import Bill, earn
from retention_desktop.domain.programme_rules import ProgrammeRules
from retention_desktop.domain.term_problems import Problem, problems
from retention_desktop.domain.terms import read_terms
from retention_desktop.errors import ShopError
from retention_desktop.loyalty.presets import (
    LANGUAGES,
    Preset,
    PresetApplied,
    PresetChange,
    Presets,
    PresetTemplate,
    changes_of,
    missing_templates,
)
from retention_desktop.storage import programme_store, template_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from retention_desktop.domain.earning import Earning
    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Database, Tx

__all__ = ["Preset", "PresetApplied", "PresetChange", "PresetTemplate", "Problem", "ProgrammeRules", "Rules"]


class Rules:
    """The rule book of the shop's programmes.

    Args:
        resources: the program's read-only files; the presets are in `presets/trades`.
        allow: raises ShopError needs_owner where whoever is at the desk may not change the rules.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], resources: Path,
        *, allow: Callable[[], object] = lambda: None, staff: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._allow = allow
        self._staff = staff
        self._presets = Presets(resources / "presets" / "trades")

    def programmes(self) -> tuple[ProgrammeRules, ...]:
        """Every programme with its newest version, oldest first, those switched off included."""
        with self._db.read() as tx:
            return programme_store.programmes(tx)

    def programme(self, uid: str) -> ProgrammeRules:
        """One programme. Raises ShopError programme_not_found."""
        with self._db.read() as tx:
            return _known(tx, uid)

    def problems(self, unit: str, terms: Mapping[str, Any]) -> tuple[Problem, ...]:
        """What is wrong with terms, field by field; () where they can be kept."""
        return problems(unit, terms)

    def save(
        self, uid: str, terms: Mapping[str, Any], *, name: str | None = None, active: bool | None = None
    ) -> ProgrammeRules:
        """Keep new terms as a new version, and the name and switch where given; the same again writes nothing.

        Raises:
            ShopError: programme_not_found; terms_invalid (its `problems` are the paths of the fields), with nothing
                written; needs_owner; store_busy.
        """
        self._allow()
        with self._db.write() as tx:
            known = _known(tx, uid)
            _refuse_invalid(known.unit, terms, name)
            row = _said(name=None if name is None else name.strip(), active=active)
            if programmes.same(known.unit, known.terms, terms) and not _differs(known, row):
                return known
            operation = self._begin(tx, "programme_save")
            programmes.change(tx, operation, uid, terms, self._new_uid)
            if row:
                journal.edit(tx, operation, "programme", uid, row)
            return _written(tx, uid, operation)

    def switch(self, uid: str, *, active: bool) -> ProgrammeRules:
        """Switch a programme on or off. Raises ShopError programme_not_found, needs_owner, store_busy."""
        self._allow()
        with self._db.write() as tx:
            known = _known(tx, uid)
            if known.active == active:
                return known
            operation = self._begin(tx, "programme_save")
            journal.edit(tx, operation, "programme", uid, {"active": active})
            return _written(tx, uid, operation)

    def add(self, unit: str, name: str, terms: Mapping[str, Any]) -> ProgrammeRules:
        """Add a programme, switched on.

        Raises:
            ShopError: terms_invalid, with nothing written; needs_owner; store_busy.
        """
        self._allow()
        _refuse_invalid(unit, terms, name)
        with self._db.write() as tx:
            operation = self._begin(tx, "programme_add")
            uid = programmes.add(tx, operation, unit, name.strip(), terms, self._new_uid)
            return _written(tx, uid, operation)

    def worked_example(self, unit: str, terms: Mapping[str, Any], amount: int | None, at: datetime) -> Earning:
        """What a bill of this amount (minor units) at an instant would earn under terms not yet kept.

        Raises ShopError terms_invalid.
        """
        _refuse_invalid(unit, terms, None)
        with self._db.read() as tx:
            local = at.astimezone(settings.read(tx).zone_info)
        return earn(read_terms(unit, terms), Bill(local=local, amount=amount))

    def presets(self) -> tuple[Preset, ...]:
        """The ready-made programmes of the trades; amounts are in minor units of the shop's currency."""
        with self._db.read() as tx:
            return self._presets.all(settings.read(tx).currency)

    def preset_changes(self, trade: str, language: str) -> tuple[PresetChange, ...]:
        """What `apply_preset` would change, programme by programme; () where all is so already."""
        with self._db.read() as tx:
            return self._changes(tx, trade, language)

    def preset_templates(self, trade: str) -> tuple[PresetTemplate, ...]:
        """The texts for messages that `apply_preset` would add, in both languages; () where all are there."""
        with self._db.read() as tx:
            return self._missing_templates(tx, trade)

    def apply_preset(self, trade: str, language: str) -> PresetApplied:
        """Set the programmes as the trade's preset has them and add its templates, in one operation.

        A programme of the same unit keeps its customers' balances and gets a new version; one the preset doesn't
        use is switched off. Raises ShopError needs_owner, store_busy.
        """
        self._allow()
        with self._db.write() as tx:
            wanted, texts = self._changes(tx, trade, language), self._missing_templates(tx, trade)
            if not wanted and not texts:
                return PresetApplied(operation="", programmes=(), templates=())
            operation = self._begin(tx, "programme_preset")
            for one in texts:
                templates.add(
                    tx, operation, self._new_uid, name=one.name, text=one.text, purpose=one.purpose,
                    language=one.language,
                )  # fmt: skip
            done = tuple(_written(tx, self._apply(tx, operation, each), operation) for each in wanted)
            return PresetApplied(operation=operation.uid, programmes=done, templates=texts)

    def _missing_templates(self, tx: Tx, trade: str) -> tuple[PresetTemplate, ...]:
        preset = self._presets.one(trade, settings.read(tx).currency)
        own = [one for language in LANGUAGES for one in template_store.own_templates(tx, language)]
        return missing_templates(preset, own)

    def _changes(self, tx: Tx, trade: str, language: str) -> tuple[PresetChange, ...]:
        preset = self._presets.one(trade, settings.read(tx).currency)
        held = {each.key: programme_store.holders(tx, each.key) for each in programme_store.programmes(tx)}
        return changes_of(preset, language, programme_store.programmes(tx), held)

    def _apply(self, tx: Tx, operation: Operation, change: PresetChange) -> str:
        if not change.programme:
            return programmes.add(tx, operation, change.unit, change.name_after, change.after, self._new_uid)
        programmes.change(tx, operation, change.programme, change.after, self._new_uid)
        row = {"name": change.name_after, "active": change.active_after}
        journal.edit(tx, operation, "programme", change.programme, row)
        return change.programme

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal.begin(tx, kind, self._new_uid(), self._clock(), staff=self._staff())


def _known(tx: Tx, uid: str) -> ProgrammeRules:
    known = programme_store.find_programme(tx, uid)
    if known is None:
        raise ShopError("programme_not_found", programme=uid)
    return known


def _refuse_invalid(unit: str, terms: Mapping[str, Any], name: str | None) -> None:
    paths = [each.path for each in problems(unit, terms)]
    if name is not None and not name.strip():
        paths.insert(0, "name")
    if paths:
        raise ShopError("terms_invalid", problems=", ".join(paths))


def _said(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _differs(known: ProgrammeRules, row: Mapping[str, object]) -> bool:
    return any(getattr(known, name) != value for name, value in row.items())


def _written(tx: Tx, uid: str, operation: Operation) -> ProgrammeRules:
    now = _known(tx, uid)
    return ProgrammeRules(
        key=now.key, uid=uid, unit=now.unit, name=now.name, active=now.active, number=now.number, since=now.since,
        terms=now.terms, operation=operation.uid,
    )  # fmt: skip
