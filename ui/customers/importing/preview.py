"""The first rows of the file as they stand there, with the finding of each at its end.

Two tables over one model: the file's columns may scroll sideways under many headings, the finding stays.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.customers.importing.columns import ColumnHeader
from ui.customers.importing.words import RowWords, Tone, row_words
from ui.shared.icons import paint_icon
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QResizeEvent

    from retention_desktop.domain.columns import Column
    from retention_desktop.transfer import PreviewRow
    from ui.shared.theme import Theme


_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_MAY_BE_CUT: Final = frozenset(
    {"kana", "kana_family", "kana_given", "notes", "pinned_note", "address", "email", "tags"}
)
"""Kinds of columns that give up room first."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the preview.

    Attributes:
        line: in the sheet.
        words: what stands at its end, None where the row is not understood yet.
        marked: headings of the cells something was found in.
    """

    line: int
    cells: tuple[str, ...]
    words: RowWords | None = None
    marked: frozenset[str] = frozenset()

    @property
    def tone(self) -> Tone:
        """Of its ground."""
        return self.words.tone if self.words else "plain"


def shown_row(row: PreviewRow) -> ShownRow:
    """A row with its finding in words."""
    return ShownRow(row.row, row.cells, row_words(row), frozenset(finding.column for finding in row.findings))


def unread_row(line: int, cells: tuple[str, ...]) -> ShownRow:
    """A row of which only the cells are known."""
    return ShownRow(line, cells)


Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 36
LINE_WIDTH: Final = 36
FINDING_WIDTH: Final = 236
SIDE: Final = 7
NARROWEST: Final = 72
WIDEST: Final = 190
ICON: Final = 14
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_GROUNDS: Final[dict[Tone, str]] = {"plain": "Base", "good": "tint", "warn": "warnFill", "bad": "badFill"}
_INKS: Final[dict[Tone, str]] = {"plain": "textSecondary", "good": "Accent", "warn": "warn", "bad": "bad"}


class PreviewModel(QAbstractTableModel):
    """Line number, the file's columns, the finding."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings: list[str] = []
        self._rows: list[ShownRow] = []

    def show_rows(self, columns: Sequence[Column], rows: Sequence[ShownRow]) -> None:
        """These columns with these rows."""
        self.beginResetModel()
        self._headings = [column.heading for column in columns]
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """As many as were given."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """The file's columns and two of ours."""
        return 0 if parent.isValid() else len(self._headings) + 2

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's contract
        """A cell's text; the whole row with its words under `ROW_ROLE`."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if index.column() == 0:
            return str(row.line)
        if index.column() > len(self._headings):
            return row.words.text if row.words else ""
        return row.cells[index.column() - 1] if index.column() <= len(row.cells) else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:  # noqa: ANN401 - Qt's contract
        """Headings as they stand in the file."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if 1 <= section <= len(self._headings):
            return self._headings[section - 1]
        return tr("Preview", "What was found") if section else ""

    def wanted_width(self, column: int, metrics: QFontMetrics) -> int:
        """Of the widest cell in a column of the file (from 0)."""
        cells = (row.cells[column] for row in self._rows if column < len(row.cells))
        return max((metrics.horizontalAdvance(cell) for cell in cells), default=0) + 2 * SIDE


class PreviewDelegate(QStyledItemDelegate):
    """Ground by outcome, the mended cell in bold, the finding with its icon."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        del option, index
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        row: ShownRow = index.data(ROW_ROLE)
        theme, last = self._theme, index.model().columnCount() - 1
        painter.fillRect(option.rect, theme.color(_GROUNDS[row.tone]))
        painter.setPen(theme.color("divider"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if index.column() == last:
            painter.drawLine(option.rect.topLeft(), option.rect.bottomLeft())
            self._finding(painter, inner, row.words)
            return
        heading = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        strong = index.column() > 0 and heading in row.marked and row.tone in {"warn", "bad"}
        text = str(index.data())
        painter.setFont(self._cell_font(text, inner.width(), small=index.column() == 0, strong=strong))
        painter.setPen(theme.color(_INKS[row.tone] if strong else "Text" if index.column() else "textSecondary"))
        side = Qt.AlignmentFlag.AlignLeft if index.column() else Qt.AlignmentFlag.AlignRight
        self._write(painter, inner, text, side)

    def _cell_font(self, text: str, room: int, *, small: bool, strong: bool) -> QFont:
        """Smaller where that shows the whole of it: a number in full-width digits is compared digit by digit."""
        font, less = (self._theme.font(size, strong=strong) for size in ("body", "caption"))
        wide, narrow = (QFontMetrics(one).horizontalAdvance(text) for one in (font, less))
        return less if small or narrow <= room < wide else font

    def _finding(self, painter: QPainter, inner: QRect, words: RowWords | None) -> None:
        if words is None:
            return
        role = _INKS[words.tone]
        top = inner.center().y() - ICON / 2 + 0.5
        icon_role = "Accent" if words.tone == "plain" else role
        paint_icon(painter, self._theme, words.icon, icon_role, QRectF(inner.left(), top, ICON, ICON))
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color(role))
        room = inner.adjusted(ICON + 8, 0, 0, 0)
        if QFontMetrics(painter.font()).horizontalAdvance(words.text) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.text)
        else:
            painter.drawText(room, _WRAPPED, shortened(QFontMetrics(painter.font()), words.text, room))

    def _write(self, painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def shortened(metrics: QFontMetrics, text: str, room: QRect) -> str:
    """As much of the text as fits wrapped into a row; the whole of it is the row's tooltip."""

    def fits(some: str) -> bool:
        return metrics.boundingRect(room, _WRAPPED, some).height() <= room.height()

    if fits(text):
        return text
    longest = bisect_left(range(len(text)), True, key=lambda length: not fits(text[:length] + "…"))
    return text[: longest - 1].rstrip(" ・·→") + "…"


class Preview(QWidget):
    """The file's columns at the left, the finding at the right.

    Attributes:
        kind_chosen: number of a column (from 0) and its kind, "" to leave it out.
    """

    kind_chosen = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = PreviewModel(self)
        self._columns: Sequence[Column] = ()
        self._cells = self._table(tr("Preview", "First rows of the file"))
        self._findings = self._table(tr("Preview", "What was found in each row"))
        self.header = ColumnHeader(theme, self._cells)
        self._cells.setHorizontalHeader(self.header)
        self.header.kind_chosen.connect(self.kind_chosen)
        self._name_findings()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._cells, 1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._findings, 1)
        self._below = QWidget()
        self._below.setFixedHeight(self._cells.horizontalScrollBar().sizeHint().height())
        beside.addWidget(self._below)
        row.addLayout(beside)
        self._cells.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells.verticalScrollBar().valueChanged.connect(self._findings.verticalScrollBar().setValue)
        self._findings.verticalScrollBar().valueChanged.connect(self._cells.verticalScrollBar().setValue)

    @property
    def model(self) -> PreviewModel:
        """The rows on show."""
        return self._model

    def show_rows(self, columns: Sequence[Column], rows: Sequence[ShownRow]) -> None:
        """These columns with these rows."""
        self._columns = columns
        self._model.show_rows(columns, rows)
        last = len(columns) + 1
        # Our own columns have no button: the first is the line number, the last is in the table beside it.
        self.header.show_columns(columns)
        for section in range(last + 1):
            self._cells.setColumnHidden(section, section == last)
            self._findings.setColumnHidden(section, section != last)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room."""
        super().resizeEvent(event)
        self._fit()

    def _table(self, name: str) -> QTableView:
        view = QTableView()
        view.setModel(self._model)
        view.setAccessibleName(name)
        view.setItemDelegate(PreviewDelegate(self._theme, view))
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setTabKeyNavigation(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self._theme.px(ROW_HEIGHT)))
        return view

    def _name_findings(self) -> None:
        header = self._findings.horizontalHeader()
        header.setFixedHeight(self.header.height())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        count = self._model.columnCount() - 2
        if count < 0:
            return
        self._findings.setFixedWidth(min(self._theme.px(FINDING_WIDTH), self.width() * 23 // 100))
        line = self._theme.px(LINE_WIDTH)
        room = self.width() - self._findings.width() - line
        wanted = [self._wanted(number) for number in range(count)]
        least = [
            min(width, max(self._theme.px(NARROWEST), self._button(number))) for number, width in enumerate(wanted)
        ]
        soft = [column.kind in _MAY_BE_CUT or column.kind is None for column in self._columns]
        widths = _shared(wanted, least, soft, room)
        self._show_bar(needed=sum(widths) > room)
        self.header.resizeSection(0, line)
        for number, width in enumerate(widths):
            self.header.resizeSection(number + 1, width)

    def _show_bar(self, *, needed: bool) -> None:
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._cells.setHorizontalScrollBarPolicy(policy)
        self._below.setVisible(needed)

    def _wanted(self, number: int) -> int:
        cells = self._model.wanted_width(number, QFontMetrics(self._theme.font("body")))
        return min(max(cells, self._button(number)), self._theme.px(WIDEST))

    def _button(self, number: int) -> int:
        return self.header.buttons[number].wanted_width() if number < len(self.header.buttons) else 0


def _shared(wanted: list[int], least: list[int], soft: list[bool], room: int) -> list[int]:
    """Widths that fill the room: what is left over is shared; what lacks is taken from soft columns, then from all.

    No column gets less than its `least`; many columns then scroll.
    """
    widths = list(wanted)
    for giving in (soft, [True] * len(wanted)):
        while sum(widths) > room:
            spare = {at: widths[at] - least[at] for at in range(len(widths)) if giving[at] and widths[at] > least[at]}
            if not spare:
                break
            widths[max(spare, key=lambda at: widths[at])] -= 1
    share, rest = divmod(max(room - sum(widths), 0), max(len(widths), 1))
    return [width + share + (1 if number < rest else 0) for number, width in enumerate(widths)]
