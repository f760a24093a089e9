"""UTC instants in the store: ISO text that sorts by time; a naive value is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import String
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Dialect


class Instant(TypeDecorator[datetime]):
    """An aware datetime kept as `YYYY-MM-DDTHH:MM:SS.ffffffZ`; the fixed width makes text order time order."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write an instant; raises ValueError on a naive one."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read an instant back as aware UTC."""
        return _read(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:  # noqa: ARG002
        """The same for a prepared statement, without the steps in between."""
        return _write

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002
        """The same for a driver's value, without the steps in between: a visit reads a hundred instants."""
        return _read


def _write(value: datetime | None) -> str | None:
    return None if value is None else instant_text(value)


def _read(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


@lru_cache(maxsize=16)
def instant_text(value: datetime) -> str:
    """The stored form of an instant; raises ValueError on a naive one. The last few are kept: one write has few."""
    if value.tzinfo is None:
        raise ValueError(value)
    return value.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"
