"""The pairs of language and theme in which everything must be legible."""

from __future__ import annotations

from typing import Final

import pytest

LOOKS: Final = (
    pytest.param("ja", "light", id="ja-light"),
    pytest.param("en", "dark", id="en-dark"),
    pytest.param("ja", "dark", id="ja-dark", marks=pytest.mark.long),
    pytest.param("en", "light", id="en-light", marks=pytest.mark.long),
)
"""Each language and each theme once in the fast suite; the other two pairs in the long one."""
