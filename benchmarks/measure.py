"""Time two things side by side and say how many times the floor ours takes.

Absolute times do not carry over to another machine, so every figure is printed beside a floor that was measured in
the same run, turn by turn where that is possible: what must be compared is the ratio.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MARK = "FIGURE "


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured pair.

    Attributes:
        name: what was measured.
        floor_name: what it is compared with; "" = the goal is absolute.
        ours, floor: in `unit`.
        goal: the largest ratio (or, with no floor, value) that is good enough; None = told for information.
    """

    name: str
    floor_name: str
    ours: float
    floor: float
    unit: str
    goal: float | None

    @property
    def compared(self) -> float:
        """The number that the goal limits."""
        return self.ours / self.floor if self.floor_name else self.ours

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.goal is None:
            return ""
        return "met" if self.compared <= self.goal else "MISSED"


def tell(figure: Figure) -> None:
    """Print a figure for a person, and once more for `benchmarks/run.py`."""
    beside = (
        f"{figure.floor_name} {figure.floor:.3g} {figure.unit}: x {figure.compared:.2f}" if figure.floor_name else ""
    )
    goal = "" if figure.goal is None else f"goal {figure.goal:g}: {figure.verdict}"
    print(f"{figure.name}: {figure.ours:.3g} {figure.unit}", *(part for part in (beside, goal) if part), sep=" | ")
    print(MARK + json.dumps(asdict(figure), ensure_ascii=False), flush=True)


def quantile(times: Sequence[float], share: float) -> float:
    """The value below which `share` of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def in_turn(rounds: int, *works: Callable[[int], object]) -> list[list[float]]:
    """Milliseconds of each work, called in turn with the round's number so that a busy moment hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    for number in range(rounds):
        for index, work in enumerate(works):
            start = perf_counter()
            work(number)
            times[index].append((perf_counter() - start) * 1000)
    return times


def compare(
    name: str, floor_name: str, ours: Sequence[float], floor: Sequence[float], goal: float | None, share: float = 0.5
) -> None:
    """Tell the given quantile of two lists of milliseconds."""
    label = f"{name}, {'p50' if share == 0.5 else f'p{share * 100:.0f}'}"
    pair = quantile(ours, share), quantile(floor, share)
    tell(Figure(name=label, floor_name=floor_name, ours=pair[0], floor=pair[1], unit="ms", goal=goal))
