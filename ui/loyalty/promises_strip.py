"""What is promised already: open points and rewards in money, and whose points lapse soon."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.loyalty.unpriced import least_text
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card, hairline
from ui.shared.elide_label import ElideLabel
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.loyalty.figures import Expiring, Liability, LoyaltyFigures
    from retention_desktop.shop import Shop
    from ui.loyalty.editing import Editing
    from ui.shared.tasks import Task

DAYS: Final = 30
MOST: Final = 20
"""So many people are named, the soonest first."""


class PromisesStrip(Card):
    """Two figures and, opened, the people whose points lapse in the next days."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._figures: LoyaltyFigures | None = None
        self._task: Task | None = None
        self._again = False
        self._rows: list[QWidget] = []
        self._promised = text_label("—", "title", strong=True)
        self._of = text_label("", "caption", "secondary", wrap=True)
        self._lapsing = text_label("—", "title", strong=True)
        self._what = text_label("", "caption", "secondary", wrap=True)
        self._whose = Button(editing.kit.theme, "", "text", icon="chevron-down", trailing=True)
        on_press(self._whose, lambda: self.open_people(shown=self._people.isHidden()))
        self._people = QWidget()
        self._lines = QVBoxLayout(self._people)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lay_out()
        self.open_people(shown=False)
        self._whose.hide()

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._figures = shop.loyalty_figures

    def reload(self) -> None:
        """Read them again beside the window's work: a large shop takes a moment."""
        figures = self._figures
        if figures is None:
            return
        if self._task is not None:
            self._again = True
            return
        self._task = self._editing.kit.tasks.start(
            lambda _progress, _stop: (figures.liability(), figures.expiring(DAYS))
        )
        self._task.finished.connect(self._show)
        self._task.ended.connect(self._ended)

    def open_people(self, *, shown: bool) -> None:
        """Show whose points lapse, or put them away."""
        self._people.setVisible(shown)
        self._whose.say(tr("PromisesStrip", "Hide the people") if shown else tr("PromisesStrip", "Show the people"))

    def _lay_out(self) -> None:
        self.column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(24)
        for words, figure, below in (
            (tr("PromisesStrip", "Promised to customers now"), self._promised, self._of),
            (tr("PromisesStrip", "Lapses in the next 30 days"), self._lapsing, self._what),
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(text_label(words, "caption", "secondary"))
            column.addWidget(figure)
            column.addWidget(below)
            column.addStretch(1)
            row.addLayout(column, 1)
        row.addWidget(self._whose)
        self.column.addLayout(row)
        self.column.addWidget(self._people)

    def _show(self, found: tuple[Liability, Sequence[Expiring]]) -> None:
        liability, expiring = found
        self._promised.setText(least_text(self._editing, liability.money, known=liability.known))
        parts = [self._editing.amount(line.unit, line.open) for line in liability.lines if line.open]
        rewards = sum(line.rewards for line in liability.lines)
        if rewards:
            parts.append(tr("PromisesStrip", "%n reward(s) not used", rewards))
        joined = tr("PromisesStrip", ", ").join(parts)
        unknown = tr("PromisesStrip", ", ").join(self._unknown(liability))
        template = tr("PromisesStrip", "{what}. What these cost you isn't written yet: {unknown}")
        self._of.setText(template.format(what=joined, unknown=unknown) if unknown else joined)
        people = len({one.customer for one in expiring})
        self._lapsing.setText(
            tr("PromisesStrip", "%n customer(s)", people) if people else tr("PromisesStrip", "Nothing")
        )
        sums: dict[str, int] = {}
        for one in expiring:
            sums[one.unit] = sums.get(one.unit, 0) + one.amount
        rewards = sums.pop("reward", 0)
        lapsing = [self._editing.amount(unit, amount) for unit, amount in sums.items()]
        lapsing += [tr("PromisesStrip", "%n reward(s) not used", rewards)] if rewards else []
        self._what.setText(tr("PromisesStrip", ", ").join(lapsing))
        self._whose.setVisible(bool(people))
        self._show_people(expiring)

    def _unknown(self, liability: Liability) -> list[str]:
        """What is owed and of unknown cost."""
        lines = [line for line in liability.lines if line.open and line.worth is None]
        said = [self._editing.amount(line.unit, line.open) for line in lines]
        rewards = sum(line.without_cost for line in liability.lines)
        return said + ([tr("PromisesStrip", "%n reward(s) not used", rewards)] if rewards else [])

    def _show_people(self, expiring: Sequence[Expiring]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._person(one) for one in expiring[:MOST]]
        for row in self._rows:
            self._lines.addWidget(row)
            row.show()
        if not expiring:
            self.open_people(shown=False)

    def _person(self, one: Expiring) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        theme, formats = self._editing.kit.theme, self._editing.kit.formats
        row.addWidget(ElideLabel(theme, one.name or tr("PromisesStrip", "No name")), 1)
        row.addWidget(text_label(self._said(one), strong=True))
        today = self._editing.local(self._editing.kit.clock()).date()
        row.addWidget(text_label(formats.day(one.day, today), "caption", "secondary"))
        show = Button(theme, tr("PromisesStrip", "Open"), "text")
        show.setAccessibleName(tr("PromisesStrip", "Open {customer}").format(customer=one.name))
        on_press(show, partial(self._editing.kit.go_to.open_customer, one.customer))
        row.addWidget(show)
        column.addLayout(row)
        return holder

    def _said(self, one: Expiring) -> str:
        """29 points; of a reward its name, and how many where there are several."""
        if one.unit != "reward":
            return self._editing.amount(one.unit, one.amount)
        return one.reward if one.amount == 1 else f"{one.reward} ×{one.amount}"

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.reload()
