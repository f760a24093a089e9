"""Reads kept as text, for what must be answered before SQLAlchemy is loaded.

The first search after a start is waited for; SQLAlchemy and the tables cost it half of its time (benchmarks/start.py).
A `Plain` is standard SQL with named values, run by the driver alone; on another dialect SQLAlchemy runs the same text.
Values go in and come out as they are kept: days and instants are text, whose order is that of time.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    Values = Mapping[str, Any]

_LIST: Final = re.compile(r"\bIN :(\w+)")


class Plain:
    """A read as a module's constant.

    Args:
        text: one SELECT; `IN :name` takes a list, which may be empty.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text: Final = text

    def spelled_out(self, values: Values) -> tuple[str, dict[str, Any]]:
        """The text with a name for each member of its lists, and the values by those names."""
        lists = {name: values[name] for name in _LIST.findall(self.text)}
        if not lists:
            return self.text, dict(values)
        flat = {name: value for name, value in values.items() if name not in lists}
        flat |= {f"{name}_{place}": member for name, members in lists.items() for place, member in enumerate(members)}
        return _with_names(self.text, tuple((name, len(members)) for name, members in lists.items())), flat

    def run(self, driver: sqlite3.Connection, values: Values) -> list[tuple[Any, ...]]:
        """Every row. Raises sqlite3.Error."""
        return driver.execute(*self.spelled_out(values)).fetchall()


@lru_cache(maxsize=64)
def _with_names(text: str, sizes: tuple[tuple[str, int], ...]) -> str:
    for name, size in sizes:
        names = ", ".join(f":{name}_{place}" for place in range(size))
        text = re.sub(rf"\bIN :{name}\b", f"IN ({names})", text)
    return text


class Reader(Protocol):
    """What runs plain reads: a transaction of the open store, or the first look before it."""

    def run(self, statement: Plain, values: Values | None = None, /) -> Sequence[Sequence[Any]]:
        """Every row of one statement."""


def as_day(value: str | date | None) -> date | None:
    """A calendar day as it is kept, or as another driver gives it."""
    return date.fromisoformat(value) if isinstance(value, str) else value
