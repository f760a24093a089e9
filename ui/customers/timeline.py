"""The timeline: what happened to a customer, newest first; each entry says why, and can be taken back, where it can."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.customers.timeline_text import EntryWords, entry_words
from ui.shared.buttons import Button, on_press
from ui.shared.elide_label import ElideLabel
from ui.shared.icons import icon_source, paint_icon
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.photo import PhotoLabel
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retention_desktop.history import TimelineEntry
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

FIRST: Final = 20
MORE: Final = 40
BADGE: Final = 28
ICON: Final = 14
SIDE: Final = 20
LEAST: Final = 80
"""Words wrap down to this width, so that the buttons beside them never widen the pane."""


class TimelineRow(QWidget):
    """A badge on the line, a title that wraps, what stands below it, and perhaps Undo.

    Args:
        theme: colours.
        words: what it says.
        last: no line goes on from its badge.
        whole: details wrap instead of being cut.
    """

    def __init__(self, theme: Theme, words: EntryWords, *, last: bool, whole: bool = False) -> None:
        super().__init__()
        icon_source(words.icon)
        self._theme = theme
        self._words = words
        self._last = last
        self.setAccessibleName(f"{words.title}, {words.below}")
        grid = QGridLayout(self)
        grid.setContentsMargins(BADGE + 12, 2, 0, 14)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        title, below = text_label(words.title, wrap=True), text_label(words.below, "caption", "secondary", wrap=True)
        for label in (title, below):
            label.setMinimumWidth(LEAST)
        grid.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(below, 1, 0)
        if words.details:
            cut = ElideLabel(theme, words.details, "caption", "textSecondary")
            grid.addWidget(text_label(words.details, "caption", wrap=True) if whole else cut, 2, 0, 1, 2)
        self._why = text_label("", "caption", wrap=True)
        self._why.hide()
        grid.addWidget(self._why, 3, 0, 1, 2)
        self._photo: PhotoLabel | None = None
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        grid.addLayout(self._buttons, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid = grid
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add_button(self, button: Button) -> None:
        """Put a button at the right of the title."""
        self._buttons.addWidget(button)

    def add_below(self, button: Button) -> None:
        """Put a button below the others, at the right."""
        self._grid.addWidget(button, 1, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def toggle_why(self, ask: Callable[[], Sequence[str]], photo: Callable[[], bytes] = bytes) -> None:
        """Say below the entry why its points are what they are, or no longer, with the photo that was kept with it."""
        if self._why.isHidden():
            self._why.setText("\n".join(ask()))
            self._show_photo(photo())
        elif self._photo is not None:
            self._photo.hide()
        self._why.setVisible(self._why.isHidden())

    def _show_photo(self, data: bytes) -> None:
        if data and self._photo is None:
            self._photo = PhotoLabel(self._theme)
            self._grid.addWidget(self._photo, 4, 0, 1, 2)
        if self._photo is not None:
            self._photo.show_photo(data)

    @property
    def why(self) -> str:
        """What it says, "" while it says nothing."""
        return "" if self._why.isHidden() else self._why.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Badge and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = BADGE / 2
        if not self._last:
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(middle, BADGE), QPointF(middle, self.height()))
        tinted = self._words.tinted
        painter.setPen(QPen(self._theme.color("tintBorder" if tinted else "border"), 1))
        painter.setBrush(self._theme.color("tint" if tinted else "AlternateBase"))
        painter.drawEllipse(QRectF(0.5, 0.5, BADGE - 1, BADGE - 1))
        place = QRectF((BADGE - ICON) / 2, (BADGE - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._theme, self._words.icon, "Accent" if tinted else "textSecondary", place)

    def minimumSizeHint(self) -> QSize:
        """At least as high as the badge."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), BADGE + 8))


class Timeline(ScrollColumn):
    """The first entries at once, earlier ones on demand.

    Args:
        theme: colours and fonts.
        whole: details of an entry are shown in full.

    Attributes:
        undo_wanted: uid of the operation to take back, and its kind.
        refund_wanted: uid of the visit whose money to give back.
        explain: says why these entries of the ledger (uids) are what they are; None = nothing is explained.
        photo: the JPEG kept with an entry of the ledger (uid), b"" without one.
    """

    undo_wanted = Signal(str, str)
    refund_wanted = Signal(str)

    def __init__(self, theme: Theme, *, whole: bool = False) -> None:
        super().__init__(gap=0)
        self._theme = theme
        self._whole = whole
        self._entries: Sequence[TimelineEntry] = ()
        self._formats: ShopFormats | None = None
        self._shown = FIRST
        self.explain: Callable[[Sequence[str]], Sequence[str]] | None = None
        self.photo: Callable[[str], bytes] = lambda _entry: b""
        self.column.setContentsMargins(SIDE, 16, SIDE, 16)
        self.setAccessibleName(tr("TimelineView", "What happened"))

    def show_entries(self, entries: Sequence[TimelineEntry], formats: ShopFormats, *, anew: bool) -> None:
        """Show these entries; `anew` goes back to the top and the first few."""
        if not anew and entries == self._entries:
            return
        self._entries, self._formats = entries, formats
        if anew:
            self._shown = FIRST
            self.verticalScrollBar().setValue(0)
        self._fill()

    def _fill(self) -> None:
        formats = self._formats
        if formats is None:
            return
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._entries[: self._shown]
        for place, entry in enumerate(shown):
            self.column.addWidget(self._row(entry, formats, last=place == len(self._entries) - 1))
        if not shown:
            self.column.addWidget(self._nothing())
        if len(self._entries) > len(shown):
            self.column.addWidget(self._earlier(), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _row(self, entry: TimelineEntry, formats: ShopFormats, *, last: bool) -> TimelineRow:
        words = entry_words(entry, formats)
        row = TimelineRow(self._theme, words, last=last, whole=self._whole)
        self._add_why(row, entry, words)
        if entry.kind == "visit" and entry.facts.get("amount"):
            refund = Button(self._theme, tr("TimelineView", "Refund"), "text", "small")
            refund.setAccessibleName(tr("TimelineView", "Refund: {what}").format(what=words.title))
            on_press(refund, partial(self.refund_wanted.emit, entry.facts["visit"]))
            row.add_below(refund)
        if entry.operation:
            button = Button(self._theme, tr("TimelineView", "Undo"), "text", "small")
            button.setAccessibleName(tr("TimelineView", "Undo: {what}").format(what=words.title))
            on_press(button, partial(self.undo_wanted.emit, entry.operation, entry.kind))
            row.add_button(button)
        return row

    def _add_why(self, row: TimelineRow, entry: TimelineEntry, words: EntryWords) -> None:
        entries, explain = entry.facts.get("entries", ()), self.explain
        if not entries or explain is None:
            return
        button = Button(self._theme, tr("TimelineView", "Why?"), "text", "small")
        button.setAccessibleName(tr("TimelineView", "Why: {what}").format(what=words.title))
        photo = partial(self.photo, entries[0]) if entry.kind == "opening" else bytes
        on_press(button, partial(row.toggle_why, partial(explain, entries), photo))
        row.add_button(button)

    def _nothing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        words = tr("TimelineView", "Nothing yet. Visits, messages and changes will stand here.")
        if self._whole:
            words = tr("TimelineView", "Nobody has asked yet. What this person agrees to will stand here.")
        column.addWidget(text_label(words, tone="secondary", wrap=True))
        return holder

    def _earlier(self) -> Button:
        button = Button(self._theme, tr("TimelineView", "Show earlier"), "text", icon="chevron-down")

        def show() -> None:
            self._shown += MORE
            self._fill()

        on_press(button, show)
        return button
