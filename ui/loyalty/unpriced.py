"""What is said where nobody knows what a reward costs: never a sum as if it cost nothing, and where to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.simulation import RewardLine, Simulation
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path


class Unpriced(QWidget):
    """How many rewards have no cost, and a button to the first field where one is missing; hidden where none is.

    Attributes:
        cost_wanted: the programme's key in the simulation, the path of the field.
    """

    cost_wanted = Signal(str, object)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._first: RewardLine | None = None
        self._words = text_label("", "caption", "secondary", wrap=True)
        write = Button(editing.kit.theme, tr("Unpriced", "Write what it costs"), "text", icon="pencil")
        on_press(write, self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_simulation(self, simulation: Simulation) -> None:
        """Say it, or step aside."""
        self._first = next(iter(simulation.unpriced), None)
        count = simulation.without_cost
        said = tr("Unpriced", "Nobody has written yet what %n of the rewards cost(s) you.", count)
        self._words.setText(said.replace(str(count), self._editing.kit.formats.number(count), 1))
        self.setVisible(self._first is not None)

    def _ask(self) -> None:
        if self._first is not None:
            self.cost_wanted.emit(self._first.programme, cost_place(self._first))


def cost_place(line: RewardLine) -> Path:
    """Where the cost of a reward stands in its programme's terms."""
    if line.kind == "card":
        return ("reward", "cost")
    return ("milestones" if line.kind == "milestone" else "rewards", line.place, "cost")


def least_text(editing: Editing, amount: int, *, known: bool) -> str:
    """¥1,650; from ¥1,650 where that is only a part; a dash where nothing of it is known."""
    if known:
        return editing.money(amount)
    return tr("Unpriced", "from {amount}").format(amount=editing.money(amount)) if amount else "—"
