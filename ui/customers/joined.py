"""Short facts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


def joined(*parts: str) -> str:
    """What isn't empty, with middle dots between."""
    return listed(parts)


def listed(parts: Iterable[str]) -> str:
    """The same for parts that are gathered elsewhere."""
    return tr("Joined", " · ").join(part for part in parts if part)
