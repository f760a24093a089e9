"""A table model that is a window over SQL: ids in order, rows fetched in pages as they come into view.

100,000 rows cost one list of ids; a page of rows is read when the view asks for it and kept in an LRU. Never
use `resizeColumnsToContents` or a `ResizeToContents` header on it: they would read every row.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 64
PAGES_KEPT: Final = 32
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Data role under which each cell gives its whole row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        title: header, in the reader's language.
        text: what stands in the cell.
        second: a quieter text for the same cell (kana beside or below the name), or None.
        numeric: right-aligned.
        key: what the page sorts by when this header is pressed, "" = can't be sorted.
    """

    title: str
    text: Callable[[Row], str]
    second: Callable[[Row], str] | None = None
    numeric: bool = False
    key: str = ""


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind.

    Args:
        columns: what is shown.
        fetch_ids: the ids of all rows in order; called by `reload`.
        fetch_rows: the rows of some ids, in that order; an id that is gone is left out or None.
        parent: owner.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch_ids: Callable[[], Sequence[Any]],
        fetch_rows: Callable[[list[Any]], Sequence[Row | None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch_ids = fetch_ids
        self._fetch_rows = fetch_rows
        self._ids: Sequence[Any] = ()
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    def reload(self) -> None:
        """Read the ids again; rows follow as they are looked at."""
        ids = self._fetch_ids()
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def refresh_rows(self) -> None:
        """Read the visible rows again, the order staying as it is."""
        self._pages.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_id(self, row: int) -> Any:  # noqa: ANN401 - whatever the store calls a row
        """The id of the row at a place."""
        return self._ids[row]

    def place_of(self, row_id: object) -> int:
        """Where an id stands, -1 if nowhere."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def row(self, row: int) -> Row | None:
        """The row at a place; None if it has been deleted since the ids were read."""
        number, within = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
        else:
            self._pages.move_to_end(number)
        return page[within] if within < len(page) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """As many as there are ids."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """As many as were given."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's contract
        """Text, alignment, the whole row under `ROW_ROLE`, and the cell's words for assistive tools."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(numeric=self.columns[index.column()].numeric)
        if role not in _TEXT_ROLES:
            return None
        row = self.row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        return self._text(self.columns[index.column()], row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:  # noqa: ANN401 - Qt's contract
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(numeric=self.columns[section].numeric)
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, column: Column[Row], row: Row, role: int) -> str:
        first = column.text(row)
        if role == Qt.ItemDataRole.DisplayRole or column.second is None:
            return first
        return f"{first} {column.second(row)}".strip()

    def _read(self, number: int) -> Sequence[Row | None]:
        ids = list(self._ids[number * PAGE : (number + 1) * PAGE])
        page = self._fetch_rows(ids)
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page


_TEXT_ROLES: Final = {
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    ROW_ROLE,
}


def _alignment(*, numeric: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
