"""Seven rows, Monday first: open or closed, from, to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from ui.settings.hours import WEEK, read_hours, split_hours
from ui.shared.buttons import Button, on_press
from ui.shared.labels import set_style_property, text_label
from ui.shared.language import tr
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.kit import Kit

USUAL: Final = "10:00-19:00"
"""What a day gets that is opened for the first time while no other is open."""


@dataclass(frozen=True, slots=True)
class _Day:
    """The widgets of one day."""

    switch: Switch
    word: QLabel
    start: QLineEdit
    dash: QLabel
    end: QLineEdit
    error: QLabel


class HoursField(QWidget):
    """The week's opening hours.

    Attributes:
        edited: seven texts, Monday first, "" = closed, when all of them are times.
    """

    edited = Signal(object)

    def __init__(self, kit: Kit, label_width: int) -> None:
        super().__init__()
        self._kit = kit
        self._hours = [""] * WEEK
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(6, 1)
        self._days = [self._row(day) for day in range(WEEK)]
        same = Button(kit.theme, tr("HoursField", "Same hours on every open day"), "text")
        on_press(same, self._same_every_day)
        self._grid.addWidget(same, WEEK, 1, 1, 6)

    def show_hours(self, hours: Sequence[str]) -> None:
        """Show what is kept; a day being typed wrongly stays as typed."""
        for number, (day, kept) in enumerate(zip(self._days, hours, strict=True)):
            if not day.error.text():
                self._hours[number] = kept
                self._show_day(number)

    def first(self) -> QWidget:
        """Where the keyboard goes first."""
        return self._days[0].switch

    def _row(self, number: int) -> _Day:
        name = self._kit.language.locale.standaloneDayName(number + 1, QLocale.FormatType.LongFormat)
        day = _Day(
            Switch(self._kit.theme, tr("HoursField", "{day} open").format(day=name)),
            text_label("", tone="secondary"),
            _time_edit(tr("HoursField", "{day} from").format(day=name)),
            text_label("–"),
            _time_edit(tr("HoursField", "{day} to").format(day=name)),
            text_label("", "caption", "bad", wrap=True),
        )
        self._grid.addWidget(text_label(name), number, 0)
        for column, widget in enumerate((day.switch, day.word, day.start, day.dash, day.end, day.error), 1):
            self._grid.addWidget(widget, number, column)
        day.switch.clicked.connect(lambda _checked=False: self._switched(number))
        for edit in (day.start, day.end):
            edit.editingFinished.connect(partial(self._typed, number))
        self._grid.setRowMinimumHeight(number, 36)
        return day

    def _show_day(self, number: int) -> None:
        day, hours = self._days[number], self._hours[number]
        day.switch.setChecked(bool(hours))
        day.word.setText(tr("HoursField", "Open") if hours else tr("HoursField", "Closed"))
        for edit, text in zip((day.start, day.end), split_hours(hours), strict=True):
            if edit.text() != text:
                edit.setText(text)
        for widget in (day.start, day.dash, day.end):
            widget.setVisible(bool(hours))

    def _switched(self, number: int) -> None:
        others = (hours for hours in self._hours if hours)
        self._hours[number] = next(others, USUAL) if self._days[number].switch.isChecked() else ""
        self._say(number, "")
        self._show_day(number)
        self.edited.emit(tuple(self._hours))

    def _typed(self, number: int) -> None:
        day = self._days[number]
        hours = read_hours(day.start.text(), day.end.text())
        if not hours:
            self._say(number, tr("HoursField", "Write two times like 10:00 and 19:00."))
            return
        self._say(number, "")
        changed = hours != self._hours[number]
        self._hours[number] = hours
        self._show_day(number)
        if changed:
            self.edited.emit(tuple(self._hours))

    def _say(self, number: int, sentence: str) -> None:
        day = self._days[number]
        day.error.setText(sentence)
        for edit in (day.start, day.end):
            set_style_property(edit, "error", "true" if sentence else "false")
            edit.setAccessibleDescription(sentence)

    def _same_every_day(self) -> None:
        first = next((hours for hours in self._hours if hours), USUAL)
        for number, hours in enumerate(self._hours):
            if hours:
                self._hours[number] = first
                self._say(number, "")
                self._show_day(number)
        self.edited.emit(tuple(self._hours))


def _time_edit(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setFixedWidth(84)
    edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return edit
