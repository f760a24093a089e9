"""Correcting a visit: its amount, its day and time; taking it back; giving its money back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from retention_desktop.domain.birthday import read_birthday
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from datetime import tzinfo

    from retention_desktop.domain.visit import Visit
    from retention_desktop.errors import ShopError
    from ui.shared.kit import Kit

_TIME: Final = re.compile(r"(\d{1,2})[:.時h]?(\d{2})分?|(\d{1,2})時", re.ASCII)
NOON: Final = time(12, 0)
"""The time of a visit moved to another day whose time nobody knows."""


FIELD: Final = 208
"""Width of the fields, as the amount's at the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a visit shall be.

    Attributes:
        visit: uid.
        amount: minor units, None = none.
        at: UTC instant, None = as it was.
    """

    visit: str
    amount: int | None
    at: datetime | None


def read_day(text: str, today: date) -> date | None:
    """A day as people write it; without a year the last such day up to today. None if it is none."""
    read = read_birthday(text)
    if read.problem or read.month is None or read.day is None:
        return None
    years = (read.year,) if read.year else (today.year, today.year - 1)
    for year in years:
        try:
            day = date(year, read.month, read.day)
        except ValueError:
            continue
        if read.year or day <= today:
            return day
    return None


def read_time(text: str) -> time | None:
    """14:30, 1430, 14時30分, 14時 in digits of any width; None if it is no time."""
    match = _TIME.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if match is None:
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class CorrectVisit(Surface):
    """The form in place of the card.

    Attributes:
        submitted: a `Correction`.
        void_wanted: take the visit with this uid back.
        refund_wanted: give money of the visit with this uid back.
        cancelled: leave it as it is.
    """

    submitted = Signal(object)
    void_wanted = Signal(str)
    refund_wanted = Signal(str)
    cancelled = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._visit: Visit | None = None
        self._zone: tzinfo = UTC
        self._title = text_label("", "title", strong=True, wrap=True)
        self._form = Form(kit.theme, 120)
        amount = AmountField(kit.theme, tr("CorrectVisit", "Amount"), tier="regular")
        self._amount = self._form.add(tr("CorrectVisit", "Amount"), amount, beside=_room())
        day_hint = tr("CorrectVisit", "11/21 or 2026-11-21")
        self._day = self._form.add(tr("CorrectVisit", "Day"), ImeEdit(), hint=day_hint, beside=_room())
        self._time = self._form.add(tr("CorrectVisit", "Time"), ImeEdit(), beside=_room())
        self._void = Button(kit.theme, tr("CorrectVisit", "Take this visit back"), "danger", "large")
        self._refund = Button(kit.theme, tr("CorrectVisit", "Refund…"), tier="large", icon="undo-2")
        self._cancel = Button(kit.theme, tr("CorrectVisit", "Cancel"), "quiet", "large", keys=keys_text("back"))
        self._save = Button(kit.theme, tr("CorrectVisit", "Correct"), "primary", "large", keys=keys_text("enter"))
        self._lay_out()
        for field in (self._amount, self._day, self._time):
            field.returnPressed.connect(self._submit)
        on_press(self._save, self._submit)
        on_press(self._void, lambda: self.void_wanted.emit(self._visit.uid if self._visit else ""))
        on_press(self._refund, lambda: self.refund_wanted.emit(self.visit))
        on_press(self._cancel, self.cancelled.emit)

    @property
    def visit(self) -> str:
        """Uid of the visit in the form, "" before there is one."""
        return self._visit.uid if self._visit else ""

    def start(self, visit: Visit, who: str, zone: tzinfo) -> None:
        """Show a visit as it stands."""
        self._visit, self._zone = visit, zone
        self._form.clear_errors()
        self._title.setText(
            tr("CorrectVisit", "Correct the visit of {who}").format(who=who)
            if who
            else tr("CorrectVisit", "Correct the sale without a customer")
        )
        self._amount.set_currency(visit.currency, self._kit.formats.symbol(visit.currency))
        self._amount.set_amount(visit.amount)
        self._day.setText(visit.day.isoformat())
        self._time.setText("" if visit.at is None else visit.at.astimezone(zone).strftime("%H:%M"))
        self.focus_start()

    def focus_start(self) -> None:
        """The keyboard goes to the amount, chosen whole."""
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._amount.selectAll()

    def show_error(self, error: ShopError) -> bool:
        """Say it beside its field. False if it is about none of them."""
        if error.code == "instant_in_future":
            sentence = tr("CorrectVisit", "This lies in the future. Choose a day and time up to now.")
            self._form.set_error(self._day, sentence)
        elif error.code == "amount_invalid":
            self._form.set_error(self._amount, error_sentence(error))
        else:
            return False
        return True

    def keep(self) -> dict[str, Any]:
        """What was typed, for another language."""
        return {"amount": self._amount.text(), "day": self._day.text(), "time": self._time.text()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back over the visit shown."""
        self._amount.setText(str(kept.get("amount", "")))
        self._day.setText(str(kept.get("day", "")))
        self._time.setText(str(kept.get("time", "")))

    def _submit(self) -> None:
        self._form.clear_errors()
        if self._visit is None or not self._readable():
            return
        self.submitted.emit(Correction(visit=self._visit.uid, amount=self._amount.amount(), at=self._instant()))

    def _readable(self) -> bool:
        """Whether each field can be read; says so beside those that can't."""
        wrong: list[tuple[ImeEdit, str]] = []
        if self._amount.text().strip() and self._amount.amount() is None:
            wrong.append((self._amount, tr("CorrectVisit", "This is not an amount. Write digits only.")))
        if read_day(self._day.text(), self._today()) is None:
            wrong.append((self._day, tr("CorrectVisit", "This is not a day. Write it like 11/21.")))
        if self._time.text().strip() and read_time(self._time.text()) is None:
            wrong.append((self._time, tr("CorrectVisit", "This is not a time. Write it like 14:30.")))
        for field, sentence in wrong:
            self._form.set_error(field, sentence)
        if wrong:
            wrong[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _instant(self) -> datetime | None:
        """The instant in the fields, None where it is the visit's own."""
        day = read_day(self._day.text(), self._today())
        if self._visit is None or day is None:
            return None
        typed = read_time(self._time.text())
        own = None if self._visit.at is None else self._visit.at.astimezone(self._zone)
        shown = None if own is None else own.time().replace(second=0, microsecond=0)
        if day == self._visit.day and typed == shown:
            return None
        moment = datetime.combine(day, typed or NOON, tzinfo=self._zone)
        return moment.astimezone(UTC)

    def _today(self) -> date:
        return self._kit.clock().astimezone(self._zone).date()

    def _lay_out(self) -> None:
        for field in (self._amount, self._day, self._time):
            field.setProperty("tier", "touch")
            field.setMaximumWidth(FIELD)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(16)
        self.column.addWidget(self._title)
        self.column.addWidget(self._form)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._void)
        row.addWidget(self._refund)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _room() -> QWidget:
    """Takes what is left of a row beside a short field."""
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return room
