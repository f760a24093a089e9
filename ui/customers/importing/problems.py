"""Every problem of the file with its row, to be filtered by kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from ui.customers.importing.words import found_word
from ui.shared.choice_field import ChoiceField
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.row_delegate import RowDelegate, prepare_table
from ui.shared.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from retention_desktop.transfer import Problem
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

WIDTHS: Final = (88, 200)
ALL: Final = "all"


class Problems(QWidget):
    """Row, column and what was found there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._problems: Sequence[Problem] = ()
        self._filter = ChoiceField(theme)
        self._filter.chosen.connect(lambda _code: self.model.reload())
        self.model: RowsModel[Problem] = RowsModel(self._columns(), self._fetch, lambda problems: problems, self)
        self._view = QTableView()
        prepare_table(self._view, RowDelegate(theme, self._view), tr("Problems", "Problems of the file"), 36)
        self._view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._view, 1)

    def show_problems(self, problems: Sequence[Problem], formats: ShopFormats) -> None:
        """These, in the order of the rows."""
        self._problems = sorted(problems, key=lambda problem: problem.row)
        chosen = self._filter.value
        self._filter.clear()
        counts = Counter(problem.code for problem in problems)
        self._filter.add(ALL, tr("Problems", "All problems: {count}").format(count=formats.number(len(problems))))
        for code, count in counts.most_common():
            self._filter.add(code, f"{found_word(code)}: {formats.number(count)}")
        self._filter.choose(chosen if chosen in counts else ALL)
        self.model.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The finding takes what is left."""
        super().resizeEvent(event)
        for section, width in enumerate(WIDTHS):
            self._view.setColumnWidth(section, self._theme.px(width))
        self._view.setColumnWidth(2, self.width() - sum(self._theme.px(width) for width in WIDTHS) - 16)

    def _head(self) -> QHBoxLayout:
        label = text_label(tr("Problems", "Show"), "caption", "secondary")
        label.setBuddy(self._filter)
        self._filter.setAccessibleName(tr("Problems", "Show only"))
        self._filter.setMinimumWidth(320)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self._filter)
        row.addStretch(1)
        return row

    def _columns(self) -> list[Column[Problem]]:
        return [
            Column(title=tr("Problems", "Row"), text=lambda problem: str(problem.row), numeric=True),
            Column(title=tr("Problems", "Column"), text=lambda problem: problem.column),
            Column(title=tr("Problems", "What was found"), text=lambda problem: found_word(problem.code)),
        ]

    def _fetch(self) -> list[Problem]:
        code = self._filter.value
        return [problem for problem in self._problems if code in {ALL, "", problem.code}]
