"""The desk's frame: find box, what stands below it, today at the right; how it fits smaller windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desk.find_results import FindResults
from ui.desk.person_view import TOAST_ROOM, PersonView
from ui.desk.start_view import StartView
from ui.desk.today_panel import TodayPanel
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.find_box import FindBox
from ui.shared.labels import set_style_property
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ui.desk.correct_visit import CorrectVisit
    from ui.desk.done_list import DoneList
    from ui.desk.new_customer import NewCustomer
    from ui.desk.sale_view import SaleView
    from ui.shared.kit import Kit
    from ui.shared.refund_form import RefundForm

View = Literal["start", "results", "person", "new", "correct", "sale", "refund", "done"]

NARROW_BELOW: Final = 1000
"""Below this width of the page, today stands behind a button."""
LOW_BELOW: Final = 760
"""Below this height of the page, punches and facts take one row each."""
LOW_NARROW_BELOW: Final = 1240
"""Below this width of a low page, those rows need the place of today, too."""


SIDE: Final = 24
BELOW_BOX: Final = 72
"""Where today begins when it lies over the page."""


class DeskFrame(QWidget):
    """The widgets; those for a person are made when first needed, or when the window has time.

    Attributes:
        made: name of a view that has just been made and wants to be connected.
    """

    made = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._low = False
        self._narrow = False
        self._person: PersonView | None = None
        self._new: NewCustomer | None = None
        self._correct: CorrectVisit | None = None
        self._sale: SaleView | None = None
        self._refund: RefundForm | None = None
        self._done: DoneList | None = None
        self._results: FindResults | None = None
        self.box = FindBox(kit.theme, tr("DeskFrame", "Last 4 digits, kana, name, member no. or QR"), keys_text("find"))
        self.new_button = Button(
            kit.theme, tr("DeskFrame", "New customer"), tier="large", icon="user-plus", keys=keys_text("new_customer")
        )
        self.today_button = IconButton(kit.theme, "calendar-days", tr("DeskFrame", "Today"), "large", framed=True)
        self.today_button.hide()
        self.notices = QVBoxLayout()
        self.stack = QStackedWidget()
        self.start = StartView(kit)
        self.today = TodayPanel(kit)
        self.centre = QWidget()
        self._views: dict[View, QWidget] = {"start": self.start}
        self.stack.addWidget(self.start)
        self._lay_out()
        self.box.typed.connect(self._dress_box)
        kit.theme.changed.connect(self._dress_again)
        on_press(self.today_button, self.toggle_today)

    # -- views -----------------------------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """Which view is on show."""
        return next(name for name, widget in self._views.items() if widget is self.stack.currentWidget())

    def show_view(self, name: View) -> None:
        """Show a view."""
        made: dict[View, Callable[[], QWidget]] = {
            "results": lambda: self.results,
            "person": lambda: self.person,
            "new": lambda: self.new,
            "correct": lambda: self.correct,
            "sale": lambda: self.sale,
            "refund": lambda: self.refund,
            "done": lambda: self.done,
        }
        if name not in self._views:
            made[name]()
        self.stack.setCurrentWidget(self._views[name])

    @property
    def results(self) -> FindResults:
        """Who was found."""
        if self._results is None:
            self._results = FindResults(self._kit)
            self._add("results", self._results)
        return self._results

    @property
    def person(self) -> PersonView:
        """The person at the counter."""
        if self._person is None:
            self._person = PersonView(self._kit)
            self._person.set_low(low=self._low)
            self._add("person", self._person)
        return self._person

    @property
    def new(self) -> NewCustomer:
        """The form for a new customer."""
        if self._new is None:
            from ui.desk.new_customer import NewCustomer  # noqa: PLC0415 - not before the first search

            self._new = NewCustomer(self._kit)
            self._add("new", _scrolling(self._new))
        return self._new

    @property
    def correct(self) -> CorrectVisit:
        """The form for a visit."""
        if self._correct is None:
            from ui.desk.correct_visit import CorrectVisit  # noqa: PLC0415 - not before the first search

            self._correct = CorrectVisit(self._kit)
            self._add("correct", _scrolling(self._correct))
        return self._correct

    @property
    def sale(self) -> SaleView:
        """A sale without a customer."""
        if self._sale is None:
            from ui.desk.sale_view import SaleView  # noqa: PLC0415 - not before the first search

            self._sale = SaleView(self._kit)
            self._add("sale", self._sale)
        return self._sale

    @property
    def refund(self) -> RefundForm:
        """The form that gives money back."""
        if self._refund is None:
            from ui.shared.refund_form import RefundForm  # noqa: PLC0415 - not before the first search

            self._refund = RefundForm(self._kit)
            self._add("refund", _scrolling(self._refund))
        return self._refund

    @property
    def done(self) -> DoneList:
        """What was done today."""
        if self._done is None:
            from ui.desk.done_list import DoneList  # noqa: PLC0415 - not before the first search

            self._done = DoneList(self._kit)
            self._add("done", self._done)
        return self._done

    def _add(self, name: View, widget: QWidget) -> None:
        self._views[name] = widget
        self.stack.addWidget(widget)
        self.made.emit(name)

    def make_ready(self) -> None:
        """Make now what the first keys will need."""
        _ = self.results, self.person

    def focus_form(self) -> bool:
        """Give the keyboard to the form on show. False if there is none."""
        if self.view == "new":
            self.new.focus_start()
        elif self.view == "correct":
            self.correct.focus_start()
        elif self.view == "sale":
            self.sale.bar.focus_amount()
        elif self.view == "refund":
            self.refund.focus_start()
        elif self.view == "done":
            self.done.focus_start()
        else:
            return False
        return True

    def show_saving(self, *, busy: bool) -> None:
        """Whether something entered is still being saved, on the buttons that would enter more of it."""
        if self._person is not None:
            self._person.sale.set_busy(busy=busy)
        if self._new is not None:
            self._new.set_busy(busy=busy)
        if self._sale is not None:
            self._sale.bar.set_busy(busy=busy)

    def _dress_box(self, text: str) -> None:
        """What is looked for stands out; what could be is quiet."""
        self.box.setFont(self._kit.theme.font("title", strong=True) if text else self._kit.theme.font("body"))

    def _dress_again(self) -> None:
        self._dress_box(self.box.whole_text())

    # -- size ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts into the room there is."""
        super().resizeEvent(event)
        self._set_low(low=self.height() < LOW_BELOW)
        self._set_narrow(narrow=self.width() < (LOW_NARROW_BELOW if self._low else NARROW_BELOW))
        self._place_today()

    def toggle_today(self) -> None:
        """Open or close today over the page."""
        self.today.setVisible(self.today.isHidden())
        self._place_today()

    def close_today(self) -> bool:
        """Close today where it lies over the page. False if it does not."""
        if not self._narrow or self.today.isHidden():
            return False
        self.today.hide()
        return True

    def _set_low(self, *, low: bool) -> None:
        if low == self._low:
            return
        self._low = low
        self._column.setSpacing(12 if low else 16)
        if self._person is not None:
            self._person.set_low(low=low)

    def _set_narrow(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.today_button.setVisible(narrow)
        set_style_property(self.today, "card", "rest" if narrow else "panel")
        if narrow:
            self._row.removeWidget(self.today)
            self.today.hide()
        else:
            self._row.addWidget(self.today)
            self.today.show()

    def _place_today(self) -> None:
        if self._narrow and not self.today.isHidden():
            width = self.today.width()
            self.today.setGeometry(self.width() - width - SIDE, BELOW_BOX, width, self.height() - BELOW_BOX - SIDE)
            self.today.raise_()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.box, 1)
        top.addWidget(self.new_button)
        top.addWidget(self.today_button)
        self.notices.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self.centre)
        self._column.setContentsMargins(SIDE, 16, SIDE, SIDE)
        self._column.setSpacing(16)
        self._column.addLayout(top)
        self._column.addLayout(self.notices)
        self._column.addWidget(self.stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.centre, 1)
        self._row.addWidget(self.today)


def _scrolling(form: QWidget) -> QWidget:
    scroll = ScrollColumn(gap=16)
    scroll.column.addWidget(form)
    scroll.column.addSpacing(TOAST_ROOM - 20)
    scroll.column.addStretch(1)
    return scroll
