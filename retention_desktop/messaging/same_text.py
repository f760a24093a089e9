"""Are two texts the same to a reader?"""

from __future__ import annotations

import unicodedata


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in width, composition and blanks at most: all that a provider might tidy up."""
    return _tidied(one) == _tidied(other)


def _tidied(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
