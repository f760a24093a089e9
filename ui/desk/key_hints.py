"""The keys that work here, at the page's foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.key_cap import KeyCap
from ui.shared.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.shared.kit import Kit


def key_hints(kit: Kit, keys: Iterable[tuple[str, str]]) -> QWidget:
    """A quiet line of (keys, what they do)."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(8)
    for cap, words in keys:
        row.addWidget(KeyCap(kit.theme, cap))
        row.addWidget(text_label(words, "caption", "secondary"))
        row.addSpacing(8)
    row.addStretch(1)
    return holder
