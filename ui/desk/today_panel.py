"""Today: how many came, what was sold, and the visits, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk.person_name import name_lines, spoken_name
from ui.desk.words_line import Words, WordsLine, base_line, paint_words, words_width
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.card import hairline
from ui.shared.empty_state import EmptyState
from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon
from ui.shared.language import tr
from ui.shared.rule_words import joined_words
from ui.shared.scroll_column import ScrollColumn
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from datetime import tzinfo

    from retention_desktop.desk import Today, TodayVisit
    from ui.shared.kit import Kit

WIDTH: Final = 296
WIDEST: Final = 420
ROW: Final = 53
TIME_AT: Final = 17
NAME_AT: Final = 62
EDGE: Final = 16


class TodayRow(QAbstractButton):
    """One visit of today; pressing it opens it for correction."""

    def __init__(self, kit: Kit, line: TodayVisit, zone: tzinfo, *, current: bool) -> None:
        super().__init__()
        icon_source("gift")
        self._kit = kit
        self._theme = kit.theme
        self._line = line
        self._current = current
        self._time = "" if line.visit.at is None else kit.formats.time(line.visit.at, zone)
        self._below = self._second_line()
        self._title = spoken_name(line.name, line.kind, kit.language.code) if line.customer else self._without()
        punches = f"{line.punches}/{line.card_size}" if line.customer and line.card_size else ""
        self._punches = f"{line.card_size}/{line.card_size}" if line.filled else punches
        self.setAccessibleName(
            ", ".join(part for part in (self._time, self._title, self._below, self._punches) if part)
        )
        self.setToolTip(tr("TodayRow", "Correct this visit"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ring_on_focus(self, kit.theme)

    def sizeHint(self) -> QSize:
        """Two lines, more for a very long name."""
        more = len(self._names()) - 1
        return QSize(WIDTH - 2, self._theme.px(ROW) + more * self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """As high as the hint; the panel sets the width."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Hover changes the ground."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Time, name, what it was, punches."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current or self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("tint" if self._current else "hover"))
        px = self._theme.px
        names = self._names()
        top = (self.height() - len(names) * px(20) - px(18)) / 2
        middle = self.height() / 2
        self._words(painter, TIME_AT, middle - px(8), px(16), [Words(self._time, "caption", "textSecondary")])
        for place, line in enumerate(names):
            self._words(painter, NAME_AT, top + place * px(20), px(20), line)
        below = top + len(names) * px(20)
        metrics = QFontMetrics(self._theme.font("caption"))
        second = metrics.elidedText(self._below, Qt.TextElideMode.ElideRight, int(self._room()))
        self._words(painter, NAME_AT, below, px(18), [Words(second, "caption", "textSecondary")])
        self._paint_punches(painter, middle - px(8))

    def _paint_punches(self, painter: QPainter, top: float) -> None:
        if not self._punches:
            return
        strong = self._current or self._line.filled
        words = [Words(self._punches, "caption", "Accent" if strong else "textSecondary", strong)]
        left = self.width() - EDGE - words_width(self._theme, words)
        self._words(painter, left, top, self._theme.px(16), words)
        if self._line.filled:
            side = 14
            paint_icon(
                painter, self._theme, "gift", "Accent", QRectF(left - side - 5, self.height() / 2 - 7, side, side)
            )

    def _words(self, painter: QPainter, left: float, top: float, height: float, words: list[Words]) -> None:
        paint_words(painter, self._theme, QPointF(left, base_line(self._theme, words, top, height)), words)

    def _room(self) -> float:
        width = self.width() if self.width() > NAME_AT * 2 else WIDTH - 2
        taken = words_width(self._theme, [Words(self._punches, "caption", strong=True)]) if self._punches else 0
        return width - NAME_AT - EDGE - taken - (19 if self._line.filled else 0) - 8

    def _names(self) -> list[list[Words]]:
        lines = name_lines(self._theme, self._title, "", int(self._room()), ("body",))
        return [[Words(one.text, "body", strong=self._current) for one in line] for line in lines]

    def _second_line(self) -> str:
        visit = self._line.visit
        if visit.amount is None:
            return tr("TodayRow", "Visit · sale to enter") if self._line.customer else tr("TodayRow", "No amount")
        money = self._kit.formats.money(visit.amount, visit.currency)
        card = self._line.card_name  # only where there are several: which one is counted
        return joined_words((visit.note, money, card))

    @staticmethod
    def _without() -> str:
        return tr("TodayRow", "Without a customer")


class TodayPanel(Surface):
    """The panel at the right, or over the page where the window is narrow.

    Attributes:
        visit_wanted: correct the visit with this uid.
        sale_wanted: enter a sale without a customer.
        done_wanted: show what was done today, to take some of it back.
    """

    visit_wanted = Signal(str)
    sale_wanted = Signal()
    done_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__("panel", padded=False)
        self._kit = kit
        self._shown: tuple[Today, str] | None = None
        self._day = WordsLine(kit.theme)
        self._figures = QHBoxLayout()
        self._numbers = [WordsLine(kit.theme) for _ in range(3)]
        self._scroll = ScrollColumn(gap=0)
        self._list: list[QWidget] = []
        self._empty = EmptyState(
            kit.theme,
            "stamp",
            tr("TodayPanel", "No visits yet"),
            tr("TodayPanel", "Find a customer and press Enter: today's visits line up here."),
        )
        self._sale = Button(
            kit.theme, tr("TodayPanel", "Sale without a customer"), "text", "touch", keys=keys_text("sale")
        )
        self._done = IconButton(kit.theme, "history", tr("TodayPanel", "Done today, with undo"), "touch")
        self.setAccessibleName(tr("TodayPanel", "Today"))
        self._fit()
        self._lay_out()
        kit.theme.changed.connect(self._fit)
        on_press(self._sale, self.sale_wanted.emit)
        on_press(self._done, self.done_wanted.emit)

    def _fit(self) -> None:
        """Larger texts need a wider panel."""
        self.setFixedWidth(min(max(WIDTH, self._kit.theme.px(WIDTH)), WIDEST))

    def show_today(self, today: Today, zone: tzinfo, current: str) -> None:
        """Show the day; `current` is the uid of the person at the counter."""
        if self._shown == (today, current):
            return
        self._shown = (today, current)
        formats = self._kit.formats
        self._day.show_words(
            Words(tr("TodayPanel", "Today"), strong=True),
            Words(f" {formats.day(today.day)}", role="textSecondary"),
        )
        values = (str(len(today.visits)), formats.money(today.sales, today.currency), str(today.rewards))
        labels = (tr("TodayPanel", "Visits"), tr("TodayPanel", "Sales"), tr("TodayPanel", "Rewards"))
        for line, label, value in zip(self._numbers, labels, values, strict=True):
            line.show_words(Words(f"{label} ", "caption", "textSecondary"), Words(value, strong=True))
        self._show_list(today, zone, current)

    def _show_list(self, today: Today, zone: tzinfo, current: str) -> None:
        for old in self._list:
            self._scroll.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._list = []
        newest = next((line for line in today.visits if current and line.customer == current), None)
        for place, line in enumerate(today.visits):
            row = TodayRow(self._kit, line, zone, current=line is newest)
            row.clicked.connect(lambda _checked=False, uid=line.visit.uid: self.visit_wanted.emit(uid))
            self._list += [row, _line()]
            self._scroll.column.insertWidget(2 * place, row)
            self._scroll.column.insertWidget(2 * place + 1, self._list[-1])
        self._scroll.setVisible(bool(today.visits))
        self._empty.setVisible(not today.visits)

    def _lay_out(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 2, 8, 14)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(self._day)
        top.addStretch(1)
        top.addWidget(self._done)
        column.addLayout(top)
        self._figures.setSpacing(16)
        for line in self._numbers:
            self._figures.addWidget(line)
        self._figures.addStretch(1)
        column.addLayout(self._figures)
        self.column.setSpacing(0)
        self.column.addWidget(head)
        self.column.addWidget(hairline())
        self._scroll.column.setContentsMargins(0, 8, 0, 8)
        self._scroll.column.addStretch(1)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._empty, 1)
        self.column.addWidget(hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 8, 8, 8)
        foot.addWidget(self._sale)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self._scroll.hide()


def _line() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(hairline())
    return holder
