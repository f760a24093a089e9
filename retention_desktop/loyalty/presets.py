"""Ready-made programmes and templates for the trades of small shops, from `resources/presets`.

One file a trade in `trades`, and the templates of all in `templates.json`; each text in Japanese and English, money in
units of which a hundred make up what is roughly a dollar's worth: that many minor units in currencies of no or two
decimals, ten times as many in those of three.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain import money
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.domain.terms import CREDIT, read_terms, write_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from retention_desktop.domain.campaign import Template
    from retention_desktop.domain.programme_rules import ProgrammeRules

TRADES: Final = ("salon", "cafe", "clinic", "bakery", "gym", "retail", "repair", "lessons")
LANGUAGES: Final = ("ja", "en")
_MONEY: Final = frozenset({"per", "minimum", "value", "amount", "cap", "cost", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetTemplate:
    """A text for messages that comes with a trade, in one language."""

    key: str
    language: str
    name: str
    purpose: Purpose
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A trade's programmes.

    Attributes:
        names: of the trade, by language.
        sentences: what the programmes do and for whom, by language.
        programme_names: by language, then unit.
        terms: by language, then unit.
        templates: three in each language.
    """

    trade: str
    names: Mapping[str, str]
    sentences: Mapping[str, str]
    programme_names: Mapping[str, Mapping[str, str]]
    terms: Mapping[str, Mapping[str, dict[str, Any]]]
    templates: tuple[PresetTemplate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetChange:
    """What a preset changes about one programme.

    Attributes:
        programme: its uid, "" for one that is added.
        before, after: its terms; `before` is None for one that is added, both are the same where it is switched off.
        holders: how many customers hold something in it.
    """

    programme: str
    unit: str
    name_before: str
    name_after: str
    active_before: bool
    active_after: bool
    before: dict[str, Any] | None
    after: dict[str, Any]
    holders: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetApplied:
    """What applying a preset did; `operation` is "" where all was so already."""

    operation: str
    programmes: tuple[ProgrammeRules, ...]
    templates: tuple[PresetTemplate, ...]


class Presets:
    """The folder with the presets."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self, currency: str) -> tuple[Preset, ...]:
        """Every preset, in the order of `TRADES`, with amounts in minor units of this currency."""
        return tuple(self.one(trade, currency) for trade in TRADES)

    def one(self, trade: str, currency: str) -> Preset:
        """One trade's preset."""
        if trade not in TRADES:
            raise LookupError(trade)
        kept = json.loads((self._folder / f"{trade}.json").read_text(encoding="utf-8"))
        factor = 10 ** max(money.exponent(currency) - 2, 0)
        programmes = kept["programmes"]
        return Preset(
            trade=trade, names=kept["name"], sentences=kept["sentence"],
            programme_names={
                language: {unit: one["name"][language] for unit, one in programmes.items()} for language in LANGUAGES
            },
            terms={
                language: {unit: _terms(unit, one["terms"], language, factor) for unit, one in programmes.items()}
                for language in LANGUAGES
            },
            templates=self._templates(trade),
        )  # fmt: skip

    def _templates(self, trade: str) -> tuple[PresetTemplate, ...]:
        kept = json.loads((self._folder.parent / "templates.json").read_text(encoding="utf-8"))[trade]
        return tuple(
            PresetTemplate(
                key=one["key"], language=language, name=one["name"][language], purpose=Purpose(one["purpose"]),
                text=one["text"][language],
            )
            for language in LANGUAGES for one in kept
        )  # fmt: skip


def missing_templates(preset: Preset, own: Iterable[Template]) -> tuple[PresetTemplate, ...]:
    """The trade's texts that the shop has not: one of its own of the same name, or with the same words, stands."""
    known = {(one.language, said) for one in own for said in (one.name, one.text)}
    return tuple(one for one in preset.templates if not {(one.language, one.name), (one.language, one.text)} & known)


def changes_of(
    preset: Preset, language: str, programmes: Iterable[ProgrammeRules], holders: Mapping[int, int]
) -> tuple[PresetChange, ...]:
    """What a preset changes: of each unit it uses the first programme (one that is on before one that is off).

    Args:
        holders: by the programmes' keys how many customers hold something.
    """
    standing = sorted(programmes, key=lambda each: (not each.active, each.key))
    chosen: dict[str, ProgrammeRules] = {}
    for each in standing:
        chosen.setdefault(each.unit, each)
    found = [_set(preset, language, unit, chosen.get(unit), holders) for unit in preset.terms[language]]
    used = {chosen[unit].uid for unit in preset.terms[language] if unit in chosen}
    found += [_switched_off(each, holders) for each in standing if each.active and each.uid not in used]
    return tuple(each for each in found if _differs(each))


def _set(
    preset: Preset, language: str, unit: str, now: ProgrammeRules | None, holders: Mapping[int, int]
) -> PresetChange:
    name, terms = preset.programme_names[language][unit], preset.terms[language][unit]
    return PresetChange(
        programme=now.uid if now else "", unit=unit, name_before=now.name if now else "", name_after=name,
        active_before=now is not None and now.active, active_after=True, before=now.terms if now else None,
        after=terms, holders=holders.get(now.key, 0) if now else 0,
    )  # fmt: skip


def _switched_off(now: ProgrammeRules, holders: Mapping[int, int]) -> PresetChange:
    return PresetChange(
        programme=now.uid, unit=now.unit, name_before=now.name, name_after=now.name, active_before=True,
        active_after=False, before=now.terms, after=now.terms, holders=holders.get(now.key, 0),
    )  # fmt: skip


def _differs(change: PresetChange) -> bool:
    if change.before is None or change.active_before != change.active_after or change.name_before != change.name_after:
        return True
    return read_terms(change.unit, change.before) != read_terms(change.unit, change.after)


def _terms(unit: str, kept: dict[str, Any], language: str, factor: int) -> dict[str, Any]:
    """The terms in one language, with money in minor units, without what has its default."""
    return write_terms(read_terms(unit, _read(kept, language, factor, ("per", "value") if unit == CREDIT else ())))


def _read(kept: Any, language: str, factor: int, unscaled: tuple[str, ...]) -> Any:  # noqa: ANN401  any JSON
    """Choose the language's texts and scale money; credit is money itself, so its rate stays a share of the bill."""
    if isinstance(kept, list):
        return [_read(each, language, factor, unscaled) for each in kept]
    if not isinstance(kept, dict):
        return kept
    if set(kept) == set(LANGUAGES):
        return kept[language]
    return {
        key: value * factor
        if key in _MONEY and key not in unscaled and isinstance(value, int)
        else _read(value, language, factor, (*unscaled, "minimum") if key == "spend" else unscaled)
        for key, value in kept.items()
    }
