"""The panel at the right: what the rules on the page would have cost on the shop's own last twelve months."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.loyalty.choice_tile import ChoiceTile
from ui.loyalty.lever import lever_of, with_value
from ui.loyalty.month_bars import MonthBars
from ui.loyalty.simulating import Simulating, Wish
from ui.loyalty.sums import Sums, percent_text
from ui.loyalty.unpriced import Unpriced, least_text
from ui.loyalty.value_slider import ValueSlider
from ui.shared.card import Card
from ui.shared.empty_state import EmptyState
from ui.shared.labels import set_tone, text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QLabel

    from retention_desktop.domain.simulation import Simulation
    from retention_desktop.shop import Shop
    from ui.loyalty.editing import Editing
    from ui.loyalty.lever import Lever
    from ui.loyalty.simulating import Found

WIDTH: Final = 384
MARGIN: Final = 24


class SimulatorPanel(Card):
    """384 wide.

    Attributes:
        failed: what nobody foresaw.
        cost_wanted: somebody wants to write what a reward costs: uid of the programme on the page, path of the field.
        foot: where the page puts its buttons.
    """

    failed = Signal(object)
    cost_wanted = Signal(str, object)

    def __init__(self, editing: Editing) -> None:
        super().__init__("panel", padded=False)
        self._editing = editing
        self._theme = editing.kit.theme
        self._lever: Lever | None = None
        self._found: Found | None = None
        self._stale = False
        self._simulating = Simulating(editing.kit.tasks, self)
        self._period = text_label("", "caption", "secondary", wrap=True)
        self._cost = text_label("", "figure", strong=True)
        before, after = tr("SimulatorPanel", "{share} of sales").split("{share}")
        self._before_share = text_label(before.strip(), "title", "secondary")
        self._after_share = text_label(after.strip(), "title", "secondary")
        self._share = text_label("", "title", strong=True)
        self._unpriced = Unpriced(editing)
        self._by_month = text_label("", "caption", "secondary")
        self._highest = text_label("", "caption", "secondary")
        self._bars = MonthBars(self._theme)
        self._question = text_label("", "caption", "secondary")
        self._tiles = [ChoiceTile(self._theme) for _ in range(3)]
        self._slider = ValueSlider(self._theme, tr("SimulatorPanel", "Try another figure"))
        self._sums = Sums(editing)
        title = tr("SimulatorPanel", "No visits to try the rules on yet")
        sentence = tr(
            "SimulatorPanel", "Once customers have come, this says what these rules would have cost last year."
        )
        self._views = QStackedWidget()
        self._views.addWidget(EmptyState(self._theme, "calculator", title, sentence))
        self._views.addWidget(self._build_replayed())
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(MARGIN, 12, 20, 20)
        self.column.setSpacing(0)
        self.column.addWidget(self._views, 1)
        self.column.addLayout(self.foot)
        self._simulating.found.connect(self._show)
        self._simulating.failed.connect(self.failed)
        self._slider.moved.connect(self._move)
        self._unpriced.cost_wanted.connect(self._ask_cost)
        for place, tile in enumerate(self._tiles):
            tile.clicked.connect(partial(self._take, place))
        self._scale()
        self._theme.changed.connect(self._scale)

    @property
    def found(self) -> Found | None:
        """The newest figures."""
        return self._found

    @property
    def stale(self) -> bool:
        """Whether the figures are older than the rules."""
        return self._stale

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._simulating.attach(shop.simulator)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: the figures follow the rules again."""
        super().showEvent(event)
        self._simulating.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is replayed."""
        super().hideEvent(event)
        self._simulating.rest()

    def ask(self, *, valid: bool) -> None:
        """Replay what stands on the page; what can't be kept isn't replayed, the figures of before stay in grey."""
        self._lever = lever_of(self._editing.draft)
        self._set_stale(stale=True)
        self._show_lever()
        if not valid:
            return
        drafts, keys = self._drafts()
        lever = self._lever
        others: dict[int, dict[str, dict[str, Any]]] = {}
        if lever is not None and lever.programme in keys:
            moved = replace(lever, programme=keys[lever.programme])
            others = {one: with_value(drafts, moved, one) for one in lever.choices if one != lever.value}
        self._simulating.ask(Wish(drafts, others))

    def _drafts(self) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
        """Terms of the programmes in use, and under which key each is replayed: a new one under its unit."""
        drafts: dict[str, dict[str, Any]] = {}
        keys: dict[str, str] = {}
        for one in self._editing.draft.programmes:
            key = one.unit if one.is_new else one.uid
            if one.active and key not in drafts:
                drafts[key] = one.terms
                keys[one.uid] = key
        return drafts, keys

    def _build_replayed(self) -> QWidget:
        area = ScrollColumn(gap=0)
        column = area.column
        column.setContentsMargins(MARGIN, 16, 20, 12)
        column.addWidget(text_label(tr("SimulatorPanel", "Had these rules stood last year"), strong=True, wrap=True))
        column.addWidget(self._period)
        column.addSpacing(14)
        column.addLayout(_row(self._cost, 6, self._before_share, 6, self._share, 6, self._after_share))
        column.addWidget(
            text_label(tr("SimulatorPanel", "What rewards would have cost"), "body", "secondary", wrap=True)
        )
        column.addWidget(self._unpriced)
        column.addSpacing(16)
        months = QHBoxLayout()
        months.addWidget(self._by_month)
        months.addStretch(1)
        months.addWidget(self._highest)
        column.addLayout(months)
        column.addSpacing(8)
        column.addWidget(self._bars)
        column.addSpacing(16)
        column.addWidget(self._question)
        column.addSpacing(8)
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for tile in self._tiles:
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        column.addSpacing(8)
        column.addWidget(self._slider)
        column.addSpacing(4)
        column.addWidget(self._sums)
        column.addStretch(1)
        return area

    def _show(self, found: Found) -> None:
        self._found = found
        simulation = found.simulation
        self._views.setCurrentIndex(1 if simulation.visits else 0)
        self._set_stale(stale=False)
        self._show_head(simulation)
        self._show_months(simulation)
        self._show_lever()
        self._sums.show_simulation(simulation)

    def _show_head(self, simulation: Simulation) -> None:
        formats = self._editing.kit.formats
        visits = tr("SimulatorPanel", "%n real visit(s)", simulation.visits)
        span = tr("SimulatorPanel", "{first} to {last} · {visits}").format(
            first=formats.short_day(simulation.first, simulation.last),
            last=formats.short_day(simulation.last, simulation.first),
            visits=visits.replace(str(simulation.visits), formats.number(simulation.visits), 1),
        )
        self._period.setText(span)
        known = not simulation.unpriced
        self._cost.setText(least_text(self._editing, simulation.cost, known=known))
        self._share.setText(percent_text(self._editing, simulation.percent_of_sales))
        for label in (self._before_share, self._share, self._after_share):
            label.setVisible(known and bool(label.text()))
        self._unpriced.show_simulation(simulation)

    def _show_months(self, simulation: Simulation) -> None:
        """Cost by month; the number of rewards where a cost is unknown."""
        number = self._editing.kit.formats.number
        counted = bool(simulation.unpriced)
        words = number if counted else self._editing.money
        title = tr("SimulatorPanel", "Rewards by month") if counted else tr("SimulatorPanel", "Cost by month")
        bars = [(one.month.month, one.rewards if counted else one.cost) for one in simulation.months]
        highest = words(max((amount for _, amount in bars), default=0))
        self._by_month.setText(title)
        self._bars.setAccessibleName(title)
        self._highest.setText(tr("SimulatorPanel", "highest {amount}").format(amount=highest))
        said = [f"{month}: {words(amount)}" for month, amount in bars]
        self._bars.show_bars([(number(month), amount) for month, amount in bars], "\n".join(said))

    def _show_lever(self) -> None:
        lever = self._lever
        for widget in (self._question, self._slider, *self._tiles):
            widget.setVisible(lever is not None)
        if lever is None:
            return
        self._question.setText(lever.question)
        self._slider.show_values(lever.values, lever.value, lever.words(self._editing, lever.value))
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(lever.choices))
            if place < len(lever.choices):
                value = lever.choices[place]
                share, count = self._figures_of(value)
                tile.show_lines(lever.words(self._editing, value), share, count, chosen=value == lever.value)

    def _figures_of(self, value: int) -> tuple[str, str]:
        """Share of sales and number of rewards with the lever at a value; the number alone where a cost is unknown."""
        found, lever = self._found, self._lever
        simulation = found.others.get(value) if found is not None else None
        if found is not None and simulation is None and lever is not None and value == lever.value:
            simulation = found.simulation
        if simulation is None:
            return "—", " "
        count = tr("SimulatorPanel", "%n×", simulation.issued)
        if found is not None and any(one.unpriced for one in (found.simulation, *found.others.values())):
            return count, tr("SimulatorPanel", "cost unknown")
        return percent_text(self._editing, simulation.percent_of_sales), count

    def _move(self, value: int) -> None:
        if self._lever is not None:
            self._lever.put(self._editing.draft, value)
            self._editing.draft.moved.emit()

    def _take(self, place: int, _on: object = None) -> None:
        if self._lever is not None:
            self._move(self._lever.choices[place])

    def _ask_cost(self, key: str, path: object) -> None:
        uid = next((uid for uid, one in self._drafts()[1].items() if one == key), "")
        self.cost_wanted.emit(uid, path)

    def _set_stale(self, *, stale: bool) -> None:
        self._stale = stale
        figures: list[QLabel] = [self._cost, self._share]
        for label in figures:
            set_tone(label, "secondary" if stale else "")
        self._bars.set_stale(stale=stale)
        self._sums.set_stale(stale=stale)
        for tile in self._tiles:
            tile.set_stale(stale=stale)

    def _scale(self) -> None:
        self.setFixedWidth(max(WIDTH, self._theme.px(WIDTH)))


def _row(*parts: QWidget | int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for part in parts:
        if isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part)
    row.addStretch(1)
    return row
