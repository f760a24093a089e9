"""The newest revision of the store: what a new one is stamped with and an older one is brought to."""

from __future__ import annotations

from typing import Final

HEAD: Final = "0002"
