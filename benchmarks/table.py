"""Opening the list of 100,000 customers: the customers page against a plain model over a Python list.

The floor reads the same columns with `sqlite3` alone, keeps every row in a list and shows it in a bare QTableView. Both
are timed from nothing to the painted rows; the page has a good deal more on it than its table.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.measure import Figure, tell
from benchmarks.store import big_shop
from benchmarks.window import Paints, program_on, settle, wait_until
from ui.customers.customer_table import CustomerTable

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


def open_page(data: Path) -> tuple[float, float]:
    """Milliseconds to the painted rows of the customers page, and MB it took."""
    with program_on(data) as program:
        application = QApplication.instance()
        assert application is not None
        settle()
        before, start = memory_mb(), perf_counter()
        program.window.open_room("customers")
        table = program.window.page.findChild(CustomerTable)
        assert table is not None
        paints = Paints(table)
        application.installEventFilter(paints)
        wait_until(lambda: paints.count > 0 and table.rows is not None and table.rows.rowCount() > 0)
        took = (perf_counter() - start) * 1000
        application.removeEventFilter(paints)
        return took, memory_mb() - before


def open_list(data: Path) -> tuple[float, float]:
    """The same for the floor."""
    application = QApplication.instance()
    assert application is not None
    with closing(sqlite3.connect(data / "shop.db")) as connection:
        before, start = memory_mb(), perf_counter()
        model, view = ListModel(connection.execute(ROWS).fetchall()), QTableView()
        view.resize(1000, 720)
        paints = Paints(view)
        application.installEventFilter(paints)
        view.setModel(model)
        view.show()
        wait_until(lambda: paints.count > 0)
        took = (perf_counter() - start) * 1000
        application.removeEventFilter(paints)
        held = memory_mb() - before
        view.close()
        return took, held


def main(count: int) -> None:
    """Open each three times, the page first, and keep the best time of each and the first's memory."""
    with TemporaryDirectory() as name:
        big_shop(Path(name), count).close()
        pages = [open_page(Path(name)) for _ in range(3)]
        lists = [open_list(Path(name)) for _ in range(3)]
    page, plain = min(took for took, _ in pages), min(took for took, _ in lists)
    name = f"opening the list of {count:,}"
    tell(Figure(name=name, floor_name="a list model", ours=page, floor=plain, unit="ms", goal=1 / 6))
    tell(Figure(name=f"{name}, memory", floor_name="", ours=pages[0][1], floor=0, unit="MB", goal=25))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
