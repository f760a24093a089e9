"""The table of customers: a window over the store's order, with its columns, keys and choice of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView

from ui.customers.row_look import NAME, STAGE, CustomerDelegate, customer_name
from ui.customers.stage_text import stage_word
from ui.customers.table_header import HeaderEnd, TableHeader
from ui.shared.language import tr
from ui.shared.row_delegate import HEADER_HEIGHT, ROW_HEIGHT, prepare_table
from ui.shared.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from retention_desktop.customers import CustomerRow
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

WIDTHS: Final = {"phone": 122, "last_visit": 94, "visits": 60, "spend": 96, "points": 72}
"""Pixels of the columns; the stage is as wide as its longest word, the name takes the rest."""
NARROWEST_NAME: Final = 172
GIVEN_UP: Final = ("points", "phone", "spend")
"""Columns that make room for the name, first to go first."""
DESCENDING_FIRST: Final = frozenset({"last_visit", "visits", "spend"})


def customer_columns(formats: ShopFormats) -> dict[str, Column[CustomerRow]]:
    """What the list shows of a customer, by a name for each column."""
    return {
        "name": Column(title=tr("CustomerTable", "Name"), text=customer_name, second=lambda row: row.kana, key="name"),
        "phone": Column(title=tr("CustomerTable", "Phone"), text=lambda row: formats.phone(row.phone)),
        "last_visit": Column(
            title=tr("CustomerTable", "Last visit"), text=lambda row: formats.narrow_day(row.last_visit_day),
            numeric=True, key="last_visit",
        ),
        "visits": Column(
            title=tr("CustomerTable", "Visits"), text=lambda row: formats.number(row.visit_count), numeric=True,
            key="visits",
        ),
        "spend": Column(
            title=tr("CustomerTable", "Spend"), text=lambda row: formats.money(row.spend), numeric=True, key="spend"
        ),
        "points": Column(
            title=tr("CustomerTable", "Points"), text=lambda row: formats.number(row.points), numeric=True
        ),
        "stage": Column(title=tr("CustomerTable", "Stage"), text=lambda row: stage_word(row.stage)),
    }  # fmt: skip


class CustomerTable(QTableView):
    """Rows to choose one or many of.

    Attributes:
        looked_at: uid of the row the keyboard or mouse is on, alone.
        opened: uid of a row that was pressed, or on which Return was pressed.
        counted: how many rows are chosen.
        sort_wanted: a sort key and whether it is to be descending.
    """

    looked_at = Signal(str)
    opened = Signal(str)
    counted = Signal(int)
    sort_wanted = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = CustomerDelegate(theme, self)
        self._names: tuple[str, ...] = ()
        self._sort = ("name", False)
        self._rows: RowsModel[CustomerRow] | None = None
        self._header = TableHeader(theme, self)
        self.setHorizontalHeader(self._header)
        prepare_table(self, self._delegate, tr("CustomerTable", "Customers"))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self._header_end = HeaderEnd(theme, HEADER_HEIGHT)
        self.addScrollBarWidget(self._header_end, Qt.AlignmentFlag.AlignTop)
        self._header.sectionClicked.connect(self._sort_by)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._scale)

    def show_rows(
        self,
        columns: dict[str, Column[CustomerRow]],
        fetch_keys: Callable[[], Sequence[int]],
        fetch_rows: Callable[[list[int]], Sequence[CustomerRow | None]],
    ) -> RowsModel[CustomerRow]:
        """Show rows from here on; `reload_rows` reads them."""
        self._names = tuple(columns)
        self._delegate.kinds = tuple(name if name in {NAME, STAGE} else "" for name in columns)
        self._rows = RowsModel(tuple(columns.values()), fetch_keys, fetch_rows, self)
        self.setModel(self._rows)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._scale()
        return self._rows

    @property
    def rows(self) -> RowsModel[CustomerRow] | None:
        """The rows on show, None before there is a shop."""
        return self._rows

    def reload_rows(self) -> None:
        """Read the order again; what was chosen stays chosen, by key."""
        if self._rows is None:
            return
        chosen, current = self.chosen_keys(), self._current_key()
        top = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._rows.reload()
        self._choose_again(chosen, current)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(top)
        self.counted.emit(self.chosen_count())

    def chosen_count(self) -> int:
        """How many rows are chosen, without touching one of them."""
        return sum(part.height() for part in self._parts())

    def chosen_keys(self) -> list[int]:
        """Keys of the chosen rows."""
        rows = self._rows
        if rows is None:
            return []
        return [rows.row_id(row) for part in self._parts() for row in range(part.top(), part.bottom() + 1)]

    def _parts(self) -> list[QItemSelectionRange]:
        """The chosen rows as ranges, each over the whole width."""
        return self.selectionModel().selection().toList() if self._rows else []

    def choose_place(self, place: int) -> None:
        """Choose one row and bring it into view; -1 or a place past the end chooses nothing."""
        if self._rows is None or not 0 <= place < self._rows.rowCount():
            self.clearSelection()
            return
        self.setCurrentIndex(self._rows.index(place, 0))
        self.scrollTo(self._rows.index(place, 0))

    def choose_key(self, key: int) -> bool:
        """Choose the customer with this key; False where the list does not hold it."""
        place = self._rows.place_of(key) if self._rows else -1
        if self._rows is None or place < 0:
            return False
        index = self._rows.index(place, 0)
        self.setCurrentIndex(index)
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
        return True

    def move_by(self, step: int) -> None:
        """Go up or down from wherever the keyboard is."""
        here = self.currentIndex().row()
        self.choose_place(max(0, here + step) if here >= 0 else 0)

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sort = (key, descending)
        if self._rows is not None:
            keys = [column.key for column in self._rows.columns]
            self._header.show_sort(keys.index(key) if key in keys else -1, descending=descending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the person; Escape is the page's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain press opens the person."""
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() == Qt.MouseButton.LeftButton
        if plain and self.chosen_count() == 1:
            self._open(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name takes what is left; nothing scrolls sideways."""
        super().resizeEvent(event)
        self._fit()

    def row_uid(self, place: int) -> str:
        """The uid of the customer at a place, "" where nobody is."""
        row = self._rows.row(place) if self._rows and 0 <= place < self._rows.rowCount() else None
        return row.uid if row else ""

    def _open(self, index: QModelIndex) -> None:
        uid = self.row_uid(index.row())
        if uid:
            self.opened.emit(uid)

    def _sort_by(self, section: int) -> None:
        key = self._rows.columns[section].key if self._rows else ""
        if key:
            again = key == self._sort[0]
            self.sort_wanted.emit(key, not self._sort[1] if again else key in DESCENDING_FIRST)

    def _current_key(self) -> int | None:
        row = self.currentIndex().row()
        return self._rows.row_id(row) if self._rows and 0 <= row < self._rows.rowCount() else None

    def _choose_again(self, keys: Iterable[int], current: int | None) -> None:
        rows, wanted = self._rows, set(keys)
        if rows is None or not (wanted or current is not None):
            return
        selection = QItemSelection()
        last = rows.columnCount() - 1
        for first, end in _runs([place for place in range(rows.rowCount()) if rows.row_id(place) in wanted]):
            selection.select(rows.index(first, 0), rows.index(end, last))
        place = rows.place_of(current) if current is not None else -1
        if place >= 0:
            self.selectionModel().setCurrentIndex(rows.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _selection_changed(self) -> None:
        self.counted.emit(self.chosen_count())

    def _current_changed(self, current: QModelIndex) -> None:
        uid = self.row_uid(current.row())
        if uid:
            self.looked_at.emit(uid)

    def _scale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self._theme.px(ROW_HEIGHT)))
        height = max(HEADER_HEIGHT, self._theme.px(HEADER_HEIGHT))
        self._header.setFixedHeight(height)
        self._header_end.setFixedHeight(height)
        self._fit()

    def _fit(self) -> None:
        widths = {name: self._theme.px(WIDTHS[name]) for name in self._names if name in WIDTHS}
        widths[STAGE] = self._delegate.stage_width()
        room = self.viewport().width()
        shown = dict(widths)
        for name in GIVEN_UP:
            if room - sum(shown.values()) < NARROWEST_NAME:
                shown.pop(name, None)
        for section, name in enumerate(self._names):
            self._header.setSectionHidden(section, name != NAME and name not in shown)
            width = room - sum(shown.values()) if name == NAME else widths[name]
            self._header.resizeSection(section, max(width, 60))


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Consecutive places joined: [1, 2, 3, 7] -> [(1, 3), (7, 7)]."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
