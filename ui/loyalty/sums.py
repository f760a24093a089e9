"""The sums behind the simulator's figure, written out: 96 × ¥1,650 = ¥158,400."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.loyalty.unpriced import least_text
from ui.shared.card import hairline
from ui.shared.labels import set_tone, text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from fractions import Fraction

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from retention_desktop.domain.simulation import RewardLine, Simulation
    from ui.loyalty.editing import Editing

MOST: Final = 6
"""So many rewards have a line of their own: those of unknown cost, then the dearest; the others share one."""


class Sums(QWidget):
    """A line a reward, then what lapses, what is still promised, and what a visit costs."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._values: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_simulation(self, simulation: Simulation) -> None:
        """Write them again."""
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._values = []
        lines = sorted(simulation.rewards, key=lambda one: (not one.unpriced, -one.cost))
        for line in lines[:MOST]:
            self._add(self._name(line), *self._sum(line))
        if len(lines) > MOST:
            rest, known = sum(one.cost for one in lines[MOST:]), not any(one.unpriced for one in lines[MOST:])
            self._add(tr("Sums", "Other rewards"), "", least_text(self._editing, rest, known=known))
        lapsed = percent_text(self._editing, simulation.breakage, digits=0, factor=100)
        self._add(tr("Sums", "Lapses unused"), lapsed, tr("Sums", "expected"), figure_first=True)
        promised = least_text(self._editing, simulation.open_promises, known=simulation.promises_known)
        self._add(tr("Sums", "Still promised at the end"), "", promised)
        each = simulation.cost_per_visit
        self._add(tr("Sums", "For each visit"), "", self._editing.money(round(each)) if each is not None else "—")
        if any(one.left_out for one in simulation.programmes):
            note = tr("Sums", "Birthdays, friends, surveys and tasks can't be told from past visits and are left out.")
            label = text_label(note, "caption", "secondary", wrap=True)
            label.setContentsMargins(0, 8, 0, 0)
            self._column.addWidget(label)

        self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._claim_height()

    def set_stale(self, *, stale: bool) -> None:
        """What stands there is older than the rules."""
        for label in self._values:
            set_tone(label, "secondary" if stale else "")

    def _claim_height(self) -> None:
        """Wrapped words claim no height by themselves; without it they would be squeezed before anything scrolls."""
        self.setMinimumHeight(max(self._column.totalHeightForWidth(self.width()), 0))

    def _name(self, line: RewardLine) -> str:
        return line.name or tr("Sums", "Points taken off bills")

    def _sum(self, line: RewardLine) -> tuple[str, str]:
        count = self._editing.kit.formats.number(line.count)
        if line.kind == "money_off":
            return tr("Sums", "{count}×, together").format(count=count), self._editing.money(line.cost)
        if line.unit_cost is None:
            return tr("Sums", "{count}×").format(count=count), tr("Sums", "cost unknown")
        each = self._editing.money(line.unit_cost)
        return tr("Sums", "{count}× {each} =").format(count=count, each=each), self._editing.money(line.cost)

    def _add(self, name: str, before: str, value: str, *, figure_first: bool = False) -> None:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        row = QGridLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setHorizontalSpacing(8)
        row.addWidget(text_label(name, tone="secondary", wrap=True), 0, 0)
        row.setColumnStretch(0, 1)
        figures = QHBoxLayout()
        figures.setSpacing(6)
        texts = ((before, not figure_first, False), (value, figure_first, not figure_first))
        for text, quiet, strong in texts:
            if text:
                label = text_label(
                    text, "caption" if quiet and figure_first else "body", "secondary" if quiet else "", strong=strong
                )
                figures.addWidget(label)
                self._values += [] if quiet else [label]
        row.addLayout(figures, 0, 1)
        outer.addLayout(row)
        outer.addWidget(hairline())
        self._column.addWidget(holder)
        holder.show()


def percent_text(editing: Editing, share: Fraction | None, *, digits: int = 1, factor: int = 1) -> str:
    """1.7%; a dash where nothing is known."""
    if share is None:
        return "—"
    return f"{editing.kit.formats.decimal(float(share * factor), digits)}%"
