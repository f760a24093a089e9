"""The table's window over SQL, and its painter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from tests.ui.legibility import low_contrast, picture
from ui.shared.row_delegate import RowDelegate, prepare_table
from ui.shared.rows_model import PAGE, PAGES_KEPT, ROW_ROLE, Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from ui.shared.theme import Theme


class People:
    """Rows as a store would give them, counting what is asked."""

    def __init__(self, count: int) -> None:
        self.keys = list(range(count))
        self.reads: list[list[int]] = []

    def ids(self) -> Sequence[int]:
        return self.keys

    def rows(self, ids: list[int]) -> list[str | None]:
        self.reads.append(ids)
        return [f"person {key}" if key != 13 else None for key in ids]


def _model(people: People) -> RowsModel[str]:
    columns: list[Column[str]] = [
        Column(title="Name", text=lambda row: row, second=lambda row: row.upper(), key="name"),
        Column(title="Visits", text=lambda row: str(len(row)), numeric=True),
    ]
    return RowsModel(columns, people.ids, people.rows)


def test_the_model_keeps_qts_rules() -> None:
    people = People(300)
    model = _model(people)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.reload()
    people.keys = people.keys[:100]
    model.reload()
    assert tester.model() is model


def test_rows_are_read_in_pages_and_only_when_looked_at() -> None:
    people = People(100_000)
    model = _model(people)
    model.reload()
    assert model.rowCount() == 100_000
    assert people.reads == []
    assert model.data(model.index(70_000, 0)) == "person 70000"
    assert len(people.reads) == 1
    assert len(people.reads[0]) == PAGE
    assert model.data(model.index(70_001, 1)) == "12"
    assert len(people.reads) == 1


def test_old_pages_are_let_go() -> None:
    people = People(100_000)
    model = _model(people)
    model.reload()
    for page in range(PAGES_KEPT + 1):
        model.row(page * PAGE)
    model.row(0)
    assert len(people.reads) == PAGES_KEPT + 2


def test_a_row_that_is_gone_says_nothing() -> None:
    model = _model(People(20))
    model.reload()
    assert model.data(model.index(13, 0)) is None
    assert model.data(model.index(12, 0), ROW_ROLE) == "person 12"
    assert model.place_of(7) == 7
    assert model.place_of(99) == -1


def test_both_texts_are_read_out() -> None:
    model = _model(People(20))
    model.reload()
    assert model.data(model.index(1, 0), int(Qt.ItemDataRole.AccessibleTextRole)) == "person 1 PERSON 1"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("arrangement", ["beside", "below"])
def test_the_painter_draws_legible_rows(qtbot: QtBot, theme: Theme, arrangement: str) -> None:
    model = _model(People(40))
    model.reload()
    view = QTableView()
    qtbot.addWidget(view)
    prepare_table(view, RowDelegate(theme, view, "beside" if arrangement == "beside" else "below"), "People", 52)
    view.setModel(model)
    view.resize(400, 300)
    view.show()
    empty = picture(view)
    view.selectRow(2)
    chosen = picture(view)
    assert chosen != empty
    theme.set_mode("dark")
    assert picture(view) != chosen
    assert low_contrast(view) == []
    assert view.rowHeight(5) == 52
    assert view.accessibleName() == "People"
