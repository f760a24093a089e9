"""One person found, painted: nine of them must follow each key within a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.desk.person_name import called, honorific, name_lines
from ui.desk.words_line import Words, base_line, paint_words, words_width
from ui.shared.focus_ring import ring_on_focus
from ui.shared.formats import NOTHING
from ui.shared.icons import icon_source, paint_icon
from ui.shared.key_cap import key_cap_size, paint_key_cap
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.desk import Match
    from ui.shared.kit import Kit

HEIGHT: Final = 112
EDGE: Final = 20
CAP: Final = 32
NAME_AT: Final = 68
COLUMNS: Final = (72, 136, 158)
"""Least widths of birth month, last visit and punches, left to right."""
DOT: Final = 8


class ChoiceRow(QAbstractButton):
    """A row that is pressed; the chosen one has a tint and a bar of accent."""

    def __init__(self, kit: Kit, height: int) -> None:
        super().__init__()
        self._kit = kit
        self._theme = kit.theme
        self._height = height
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self.updateGeometry)
        ring_on_focus(self, kit.theme)

    @property
    def chosen(self) -> bool:
        """Whether Return opens this one."""
        return self._chosen

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark it."""
        self._chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the list."""
        return QSize(560, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Its columns need this much."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Hover changes the ground."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def paint_ground(self, painter: QPainter) -> None:
        """Tint and bar of the chosen row, or the hover."""
        if self._chosen:
            painter.fillRect(self.rect(), self._theme.color("tint"))
            painter.fillRect(QRectF(0, 0, 4, self.height()), self._theme.color("Accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("hover"))

    def paint_line(self, painter: QPainter, x: float, top: float, height: float, words: Sequence[Words]) -> float:
        """Words in a line of the row."""
        base = base_line(self._theme, words, top, height)
        return paint_words(painter, self._theme, QPointF(x, base), words)


class ResultRow(ChoiceRow):
    """Kana, name, masked number; birth month; last visit; punches; the button."""

    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__(kit, HEIGHT)
        self._place = place
        self._match: Match | None = None
        self._columns: tuple[tuple[str, str, str], ...] = ()

    def show_match(self, match: Match, today: date) -> None:
        """Show a person."""
        self._match = match
        formats = self._kit.formats
        last = match.last_visit_day
        self._columns = (
            (tr("ResultRow", "Birth month"), self._month(match.birth_month), ""),
            (
                tr("ResultRow", "Last visit"),
                NOTHING if last is None else formats.day(last, today),
                "" if last is None else formats.days_ago(last, today),
            ),
            (tr("ResultRow", "Visits"), formats.number(match.visit_count), ""),
        )
        self.setAccessibleName(self._spoken(match))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole row."""
        if self._match is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        self._paint_number(painter)
        right = self._paint_button(painter)
        lefts = self._lefts(right)
        self._paint_name(painter, self._match, lefts[0] - 16 - NAME_AT)
        for left, column in zip(lefts, self._columns, strict=True):
            self._paint_column(painter, left, column)
        self._paint_dots(painter, lefts[-1], self._match)

    def _lefts(self, right: float) -> list[float]:
        lefts: list[float] = []
        for width, (label, value, _) in zip(reversed(COLUMNS), reversed(self._columns), strict=True):
            words = (Words(label, "caption"), Words(value, strong=True))
            right -= max(width, *(words_width(self._theme, [one]) + 16 for one in words))
            lefts.insert(0, right)
        return lefts

    def _tops(self) -> tuple[float, float, float]:
        middle = self.height() / 2
        px = self._theme.px
        return middle - px(13) - px(16), middle - px(13), middle + px(13)

    def _paint_number(self, painter: QPainter) -> None:
        cap = QRectF(EDGE, (self.height() - CAP) / 2, CAP, CAP)
        painter.setPen(QPen(self._theme.color("Accent" if self.chosen else "fieldBorder"), 1))
        painter.setBrush(self._theme.color("Base"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(self._theme.color("Accent" if self.chosen else "Text"))
        painter.setFont(self._theme.font("body", strong=True))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))

    def _paint_name(self, painter: QPainter, match: Match, width: float) -> None:
        title = honorific(match.name, match.kind, self._kit.language.code)
        lines = name_lines(self._theme, match.name, title, int(width), ("title", "body"))
        top, middle, below = self._tops()
        px = self._theme.px
        more = px(20) * len(lines) - px(26) if len(lines) > 1 else 0
        top, middle, below = top - more / 2, middle - more / 2, below + more / 2
        kana = QFontMetrics(self._theme.font("caption"))
        shown = kana.elidedText(match.kana, Qt.TextElideMode.ElideRight, int(width))
        if shown:
            self.paint_line(painter, NAME_AT, top, px(16), [Words(shown, "caption", "textSecondary")])
        step = px(26) if len(lines) == 1 else px(20)
        for place, line in enumerate(lines):
            self.paint_line(painter, NAME_AT, middle + place * step, step, line)
        if match.last_four:
            masked = [
                Words("•••-••••-", "caption", "textSecondary"),
                Words(match.last_four, "caption", strong=True),
            ]
            self.paint_line(painter, NAME_AT, below, px(16), masked)

    def _paint_column(self, painter: QPainter, left: float, column: tuple[str, str, str]) -> None:
        top, middle, below = self._tops()
        px = self._theme.px
        label, value, extra = column
        self.paint_line(painter, left, top, px(16), [Words(label, "caption", "textSecondary")])
        self.paint_line(painter, left, middle, px(26), [Words(value, "body", strong=True)])
        if extra:
            self.paint_line(painter, left, below, px(16), [Words(extra, "caption", "textSecondary")])

    def _paint_dots(self, painter: QPainter, left: float, match: Match) -> None:
        if not match.card_size:
            return
        _, _, below = self._tops()
        height = self._theme.px(16)
        shown = min(match.card_size, 10)
        for place in range(shown):
            dot = QRectF(left + place * (DOT + 3), below + (height - DOT) / 2, DOT, DOT)
            done = place < match.punches
            painter.setPen(QPen(self._theme.color("Accent" if done else "fieldBorder"), 1))
            painter.setBrush(self._theme.color("Accent") if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5))
        count = f"{match.punches}/{match.card_size}"
        at = left + shown * (DOT + 3) + 6
        self.paint_line(painter, at, below, height, [Words(count, "caption", "textSecondary")])
        if match.card_name:
            metrics = QFontMetrics(self._theme.font("caption"))
            name = metrics.elidedText(match.card_name, Qt.TextElideMode.ElideRight, COLUMNS[-1])
            self.paint_line(painter, left, below + height, height, [Words(name, "caption", "textSecondary")])

    def _paint_button(self, painter: QPainter) -> float:
        words, keys = self._button_words()
        cap = key_cap_size(self._theme, keys)
        width = words_width(self._theme, words) + 10 + cap.width() + 32
        rect = QRectF(self.width() - EDGE - width, (self.height() - 44) / 2, width, 44)
        painter.setPen(QPen(self._theme.color("Accent" if self.chosen else "fieldBorder"), 1))
        painter.setBrush(self._theme.color("Accent" if self.chosen else "Base"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        end = self.paint_line(painter, rect.left() + 16, rect.top(), rect.height(), words)
        place = QRectF(end + 10, rect.center().y() - cap.height() / 2, cap.width(), cap.height())
        paint_key_cap(painter, self._theme, keys, place, self._theme.color("onAccent") if self.chosen else None)
        return self.width() - EDGE - self._widest_button() - 16

    def _button_words(self) -> tuple[list[Words], str]:
        role = "onAccent" if self.chosen else "Text"
        keys = keys_text("enter") if self.chosen else keys_text("pick").replace("1", str(self._place + 1))
        return [Words(tr("ResultRow", "Open"), role=role, strong=self.chosen)], keys

    def _widest_button(self) -> int:
        open_ = words_width(self._theme, [Words(tr("ResultRow", "Open"), strong=True)])
        caps = (key_cap_size(self._theme, keys).width() for keys in (keys_text("enter"), keys_text("pick")))
        return open_ + 10 + max(caps) + 32

    def _month(self, month: int | None) -> str:
        if month is None:
            return NOTHING
        return self._kit.language.locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)

    def _spoken(self, match: Match) -> str:
        parts = [called(match.name), match.kana, match.last_four and f"•••-••••-{match.last_four}"]
        parts += [f"{label} {value} {extra}".strip() for label, value, extra in self._columns]
        parts += [f"{match.card_name} {match.punches}/{match.card_size}".strip()] if match.card_size else []
        return ", ".join(part for part in parts if part)


class NewRow(ChoiceRow):
    """The way to a new customer, with what was typed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, 56)
        icon_source("user-plus")
        self._lead = ""
        self._rest = ""

    def show_query(self, query: str, *, alone: bool) -> None:
        """Offer to register what was typed; `alone`: nobody was found."""
        self._lead = "" if alone else tr("NewRow", "None of these")
        self._rest = tr("NewRow", "register “{query}” as a new customer").format(query=query)
        if alone:
            self._rest = tr("NewRow", "Register “{query}” as a new customer").format(query=query)
        self.setAccessibleName(f"{self._lead} {self._rest}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, words, keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        paint_icon(painter, self._theme, "user-plus", "textSecondary", QRectF(EDGE, (self.height() - 20) / 2, 20, 20))
        words = [Words(self._lead)] if self._lead else []
        words.append(Words(f" — {self._rest}" if words else self._rest, role="textSecondary" if words else "Text"))
        self.paint_line(painter, EDGE + 32, 0, self.height(), words)
        keys = keys_text("enter") if self.chosen else keys_text("new_customer")
        cap = key_cap_size(self._theme, keys)
        place = QRectF(
            self.width() - EDGE - 9 - cap.width(), (self.height() - cap.height()) / 2, cap.width(), cap.height()
        )
        paint_key_cap(painter, self._theme, keys, place)
        go = [Words(tr("NewRow", "Register"), role="Accent")]
        self.paint_line(painter, place.left() - 8 - words_width(self._theme, go), 0, self.height(), go)
