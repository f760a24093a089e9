"""Statements that are compiled once and then run by the driver itself.

SQLAlchemy takes four times as long as SQLite to run a small statement (measured, see benchmarks/visit.py): it finds
the compiled text, makes a context, a cursor and a result anew each time. A `Prepared` statement keeps its text, the
order of its values and what each column's type does with a value, both ways, so that only the driver's work is left.
Nothing else differs: the statement is the same `select(...)`, and its types are the tables' own.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Mapping
from functools import partial
from json import dumps
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import JSON, Date
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Delete, Insert, Select, TableClause, Update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.engine import CursorResult, Dialect
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.types import TypeEngine

    Values = Mapping[str, Any]
    Change = Callable[[Any], Any]
    Statement = Select[Any] | Insert | Update | Delete


class Found:
    """What a statement gave: its rows in memory, with SQLAlchemy's names for getting at them.

    Attributes:
        rowcount: how many rows a write concerned.
        key: the integer key of the row just inserted, 0 for a table without one.
    """

    __slots__ = ("_rows", "key", "rowcount")

    def __init__(self, rows: Sequence[Any], rowcount: int = -1, key: int = 0) -> None:
        self._rows = rows
        self.rowcount = rowcount
        self.key = key

    @classmethod
    def of(cls, result: CursorResult[Any]) -> Self:
        """The same of SQLAlchemy's own result."""
        rows = result.all() if result.returns_rows else ()
        made = result.inserted_primary_key if result.context.isinsert and not result.context.executemany else None
        return cls(rows, result.rowcount, made[0] if made and isinstance(made[0], int) else 0)

    def __iter__(self) -> Iterator[Any]:
        """Row by row."""
        return iter(self._rows)

    def all(self) -> Sequence[Any]:
        """Every row."""
        return self._rows

    def first(self) -> Any:  # noqa: ANN401  a row has the columns of its statement
        """The first row, None where there is none."""
        return self._rows[0] if self._rows else None

    def one(self) -> Any:  # noqa: ANN401
        """The only row. Raises LookupError where there is none or another."""
        if len(self._rows) != 1:
            raise LookupError(len(self._rows))
        return self._rows[0]

    def one_or_none(self) -> Any:  # noqa: ANN401
        """The only row, None where there is none. Raises LookupError where there are several."""
        return self.one() if self._rows else None

    def scalars(self) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self._rows]

    def scalar_one(self) -> Any:  # noqa: ANN401
        """The first column of the only row. Raises LookupError where there is none or another."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:  # noqa: ANN401
        """The first column of the only row, None where there is none. Raises LookupError where there are several."""
        return self.one()[0] if self._rows else None


class Prepared:
    """A statement as a module's constant, compiled at its first use.

    Args:
        statement: its lists (`in_`) must be fixed; one that is handed in (`expanding`) can't be prepared.
        part: the value that says which part of the table a write concerns (see `Tx.kept`), "" = all of it.

    Attributes:
        table: the table it writes, "" for a select.
    """

    __slots__ = ("_by_names", "_reads", "part", "statement", "table")

    def __init__(self, statement: Statement, *, part: str = "") -> None:
        self.statement: Final = statement
        self.table: Final = written_table(statement)
        self.part: Final = part
        self._reads: Compiled | None = None
        self._by_names: dict[tuple[str, ...], Compiled] = {}

    def run(self, driver: sqlite3.Connection, dialect: Dialect, values: Values | Sequence[Values]) -> Found:
        """Run it by the driver, once, or a write for each of a sequence of values, which all have the same names."""
        if not isinstance(values, (dict, Mapping)):  # a dict is told at once, another mapping slowly
            return self._compile(values[0], dialect).run_many(driver, values) if values else Found((), 0)
        if self._reads is not None:
            return self._reads.read(driver, values)
        known = self._by_names.get(tuple(values)) or self._compile(values, dialect)
        return known.write(driver, values) if self.table else known.read(driver, values)

    def _compile(self, values: Values, dialect: Dialect) -> Compiled:
        """Make the text: what a write says depends on which columns it is handed, what a select says never does."""
        compiled = Compiled(self.statement, values, dialect)
        if self.table:
            self._by_names[tuple(values)] = compiled
        else:
            self._reads = compiled
        return compiled


class Compiled:
    """The text of a statement, what happens to its values on the way in, and to its rows on the way out."""

    __slots__ = ("_dialect", "_inward", "_keyed", "_make", "_sql")

    def __init__(self, statement: Statement, values: Values, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(values))
        if TYPE_CHECKING:
            assert isinstance(compiled, SQLCompiler)
        if any(bind.expanding and bind.required for bind in compiled.binds.values()):
            raise TypeError(str(compiled))
        state = compiled.construct_expanded_state(dict(values))
        kinds = _kinds(compiled, state.parameter_expansion)
        names = state.positiontup or ()
        changes = {name: change for name in names if (change := _inwards(kinds[name], dialect))}
        constants = {name: state.parameters[name] for name in names if name not in values}
        self._sql = state.statement
        self._dialect = dialect
        self._inward = _picker(names, changes, constants)
        self._make = _row_maker(statement, dialect) if isinstance(statement, Select) else None
        self._keyed = isinstance(statement, Insert) and _has_key(statement.table)

    def read(self, driver: sqlite3.Connection, values: Values) -> Found:
        """Read its rows. Raises SQLAlchemy's DBAPIError, without the values, for the driver's errors."""
        try:
            rows = driver.execute(self._sql, self._inward(values)).fetchall()
        except sqlite3.Error as error:
            raise self._named(error) from error
        return Found(list(map(self._make, rows)) if self._make is not None else rows)

    def write(self, driver: sqlite3.Connection, values: Values) -> Found:
        """Write once. Raises like `read`."""
        try:
            cursor = driver.execute(self._sql, self._inward(values))
        except sqlite3.Error as error:
            raise self._named(error) from error
        return Found((), cursor.rowcount, (cursor.lastrowid or 0) if self._keyed else 0)

    def run_many(self, driver: sqlite3.Connection, rows: Sequence[Values]) -> Found:
        """Run a write for each of these rows of values."""
        try:
            cursor = driver.executemany(self._sql, list(map(self._inward, rows)))
        except sqlite3.Error as error:
            raise self._named(error) from error
        return Found((), cursor.rowcount)

    def _named(self, error: sqlite3.Error) -> BaseException:
        return DBAPIError.instance(
            self._sql, None, error, sqlite3.Error, hide_parameters=True, dialect=self._dialect
        )  # fmt: skip


def written_table(statement: object) -> str:
    """The name of the table that a statement writes, "" where it only reads."""
    if isinstance(statement, (Insert, Update, Delete)) and isinstance(statement.table, TableClause):
        return statement.table.name
    return ""


def _has_key(table: object) -> bool:
    if TYPE_CHECKING:
        assert isinstance(table, Table)
    return table.autoincrement_column is not None


def _kinds(compiled: SQLCompiler, expanded: Mapping[str, Sequence[str]]) -> dict[str, TypeEngine[Any]]:
    """The type of each value by its name in the text; the parts of a fixed list have their list's."""
    kinds = {name: bind.type for name, bind in compiled.binds.items()}
    return kinds | {part: kinds[name] for name, parts in expanded.items() for part in parts}


def _picker(
    names: Sequence[str], changes: Mapping[str, Change], constants: Mapping[str, Any]
) -> Callable[[Values], Sequence[Any]]:
    """A function that takes these values out of a mapping, in this order, and changes those of some names."""
    changed = [(place, changes[name]) for place, name in enumerate(names) if name in changes]
    chosen = _chosen(names, constants) if constants or len(names) < 2 else itemgetter(*names)
    if not changed:
        return chosen

    def pick(values: Values) -> Sequence[Any]:
        picked = list(chosen(values))
        for place, change in changed:
            picked[place] = change(picked[place])
        return picked

    return pick


def _chosen(names: Sequence[str], constants: Mapping[str, Any]) -> Callable[[Values], Sequence[Any]]:
    """The same without changes, with some values that are always the same."""
    row = [constants.get(name) for name in names]
    own = [(place, name) for place, name in enumerate(names) if name not in constants]

    def choose(values: Values) -> Sequence[Any]:
        chosen = row.copy()
        for place, name in own:
            chosen[place] = values[name]
        return chosen

    return choose


def _inwards(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    """What a column's type does with a value on its way in; days and JSON by a shorter way to the same text."""
    own = kind.dialect_impl(dialect)
    change = own.bind_processor(dialect)
    if change is None or dialect.name != "sqlite":
        return change
    if isinstance(own, Date):
        return _day_text
    return partial(_json_text, change) if isinstance(own, JSON) else change


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _json_text(other: Change, value: object) -> Any:  # noqa: ANN401  as the driver takes it
    if type(value) is not dict:
        return other(value)
    return dumps(value) if value else "{}"


def _row_maker(statement: Select[Any], dialect: Dialect) -> Change:
    """A function that makes a row with named columns of the driver's plain one."""
    columns = statement.selected_columns
    row = namedtuple("Row", columns.keys(), rename=True)  # type: ignore[misc]  # noqa: PYI024  known at run time only
    changes = [(place, change) for place, column in enumerate(columns) if (change := _outwards(column, dialect))]
    made = partial(tuple.__new__, row)
    if not changes:
        return made
    if len(columns) == 1:
        only = changes[0][1]
        return lambda plain: made(plain if plain[0] is None else (only(plain[0]),))

    def make(plain: Sequence[Any]) -> Any:  # noqa: ANN401
        values = list(plain)
        for place, change in changes:
            if values[place] is not None:
                values[place] = change(values[place])
        return made(values)

    return make


def _outwards(column: ColumnElement[Any], dialect: Dialect) -> Change | None:
    return column.type.dialect_impl(dialect).result_processor(dialect, None)
