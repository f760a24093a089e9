"""What placeholders are called on chips, in the reader's language."""

from __future__ import annotations

from typing import Final

from retention_desktop.domain.template import PLACEHOLDERS, Placeholder
from ui.shared.language import mark, tr

_NAMES: Final = {
    "family": mark("Placeholders", "Last name"),
    "given": mark("Placeholders", "First name"),
    "name": mark("Placeholders", "Full name"),
    "points": mark("Placeholders", "Points"),
    "punches": mark("Placeholders", "Punches"),
    "to_go": mark("Placeholders", "Punches to go"),
    "last_visit": mark("Placeholders", "Last visit"),
    "shop": mark("Placeholders", "Shop name"),
}
BY_KEY: Final[dict[str, Placeholder]] = {placeholder.key: placeholder for placeholder in PLACEHOLDERS}


def chip_name(key: str) -> str:
    """The word on a placeholder's chip."""
    return tr("Placeholders", _NAMES[key])
