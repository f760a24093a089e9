"""How a text begins that names its sender."""

from __future__ import annotations

from typing import Final

OPENING: Final = {"ja": "[店名]です。", "en": "[shop]: "}
"""By the text's language."""


def without_opening(text: str, language: str) -> str:
    """The text on one line, from where it says something of its own."""
    return text.removeprefix(OPENING[language]).replace("\n", " ")
