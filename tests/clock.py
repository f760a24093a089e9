"""A clock that moves when told to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Starts on a Saturday evening in Tokyo: 2026-11-21 18:00."""

    def __init__(self, now: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **parts: float) -> None:
        """Let time go by: minutes=5, days=1, ..."""
        self.now += timedelta(**parts)
