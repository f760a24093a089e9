"""Opening a table of 100,000 customers: our window over SQL against a plain model over a Python list.

The floor reads the same columns with `sqlite3` alone, keeps every row in a list and shows it in a bare QTableView. Ours
shows its model in the same kind of view; both are timed from nothing to the painted rows. The whole customers page,
with its side pane and its search, is told beside them.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.measure import Figure, tell
from benchmarks.store import big_shop
from benchmarks.window import Paints, program_on, settle, wait_until
from ui.customers.customer_table import CustomerTable
from ui.shared.rows_model import RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.app import Program

ROWS = (
    "SELECT customer.display_name, customer.kana, contact_point.address, customer.last_visit_day, customer.visit_count,"
    " customer.spend FROM customer LEFT JOIN contact_point ON contact_point.customer = customer.id"
    " ORDER BY customer.sort_key, customer.id"
)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ListModel(QAbstractTableModel):
    """Every row in a Python list."""

    def __init__(self, rows: list[Any]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Six."""
        return 0 if parent.isValid() else 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """One cell."""
        return str(self._rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None


def memory_mb() -> float:
    """The memory this process holds, in MB (Linux; 0 elsewhere)."""
    file = Path("/proc/self/statm")
    return int(file.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if file.exists() else 0.0


def shown(model: QAbstractTableModel, load: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from loading a model to its painted rows in a bare view, and MB that this took."""
    application = QApplication.instance()
    assert application is not None
    view = QTableView()
    view.resize(1000, 720)
    paints = Paints(view)
    settle()
    before, start = memory_mb(), perf_counter()
    load()
    application.installEventFilter(paints)
    view.setModel(model)
    view.show()
    wait_until(lambda: paints.count > 0)
    took = (perf_counter() - start) * 1000
    application.removeEventFilter(paints)
    held = memory_mb() - before
    view.close()
    return took, held


def open_ours(program: Program) -> tuple[float, float]:
    """Our model, with the page's columns and the shop's own reads."""
    shop, table = program.shop, program.window.page.findChild(CustomerTable)
    assert shop is not None
    assert table is not None
    assert table.rows is not None
    model = RowsModel(table.rows.columns, shop.customers.keys, shop.customers.rows)
    return shown(model, model.reload)


def open_list(data: Path) -> tuple[float, float]:
    """The floor."""
    rows: list[Any] = []
    with closing(sqlite3.connect(data / "shop.db")) as connection:
        return shown(ListModel(rows), lambda: rows.extend(connection.execute(ROWS)))


def open_page(program: Program) -> float:
    """Milliseconds to the painted rows of the whole page, made for the first time in this process."""
    application = QApplication.instance()
    assert application is not None
    settle()
    start = perf_counter()
    program.window.open_room("customers")
    table = program.window.page.findChild(CustomerTable)
    assert table is not None
    paints = Paints(table)
    application.installEventFilter(paints)
    wait_until(lambda: paints.count > 0 and table.rows is not None and table.rows.rowCount() > 0)
    took = (perf_counter() - start) * 1000
    application.removeEventFilter(paints)
    return took


def main(count: int) -> None:
    """Open the page, then ours and the floor in turn; the best time of each, and what the first of each held."""
    with TemporaryDirectory() as name:
        big_shop(Path(name), count).close()
        with program_on(Path(name)) as program:
            page = open_page(program)
            pairs = [(open_ours(program), open_list(Path(name))) for _ in range(5)]
    ours, floor = (min(pair[which][0] for pair in pairs) for which in (0, 1))
    title = f"opening the table of {count:,}"
    tell(Figure(name=title, floor_name="a list model", ours=ours, floor=floor, unit="ms", goal=round(1 / 6, 3)))
    tell(Figure(name=f"{title}, memory", floor_name="", ours=pairs[0][0][1], floor=0, unit="MB", goal=25))
    whole = "first opening of the whole customers page"
    tell(Figure(name=whole, floor_name="a list model", ours=page, floor=floor, unit="ms", goal=None))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
