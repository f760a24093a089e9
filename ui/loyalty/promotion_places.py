"""Places of a promotion that stand for more than one value: how it adds, when it counts, its pair of hours."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from retention_desktop.domain.terms import instant_text
from ui.loyalty.fields import Place, WordsField

if TYPE_CHECKING:
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path, Sheet


class KindPlace(Place):
    """Whether a promotion multiplies or adds; the figure of the other way goes."""

    def __init__(self, editing: Editing, uid: str, at: Path) -> None:
        super().__init__(editing.draft, uid, (*at, "kind"))
        self._draft = editing.draft

    def put(self, value: object) -> None:
        """Begin with twice the points, or with a hundred more."""
        if value == self.get():
            return
        promotion = self.sheet.value(self.programme, self.path[:-1])
        for key in ("times", "points"):
            promotion.pop(key, None)
        few = self._draft.programme(self.programme).unit == "punch"
        promotion |= {"kind": value} | ({"points": 1 if few else 100} if value == "add" else {"times": "2"})
        self.sheet.reshape()


class WindowPlace(Place):
    """Whether a promotion has dates, days of the week, or neither."""

    def __init__(self, editing: Editing, uid: str, at: Path) -> None:
        super().__init__(editing.draft, uid, (*at, "when"))
        self._editing = editing

    def get(self) -> str:
        """Read off what the promotion says."""
        promotion = self.sheet.value(self.programme, self.path[:-1]) or {}
        if "from" in promotion or "until" in promotion:
            return "dates"
        return "weekly" if "weekdays" in promotion or "hours" in promotion else "always"

    def put(self, value: object) -> None:
        """Begin with two days from now, or with Tuesdays."""
        if value == self.get():
            return
        promotion = self.sheet.value(self.programme, self.path[:-1])
        for key in ("from", "until", "weekdays", "hours"):
            promotion.pop(key, None)
        now = self._editing.kit.clock().replace(microsecond=0)
        dates = {"from": instant_text(now), "until": instant_text(now + timedelta(hours=48))}
        weekly = {"weekdays": [1], "hours": ["16:00", "18:00"]}
        promotion |= {"dates": dates, "weekly": weekly}.get(str(value), {})
        self.sheet.reshape()


class HourField(WordsField):
    """One of the two hours of a weekly window; both empty is the whole day."""

    def __init__(self, editing: Editing, uid: str, at: Path, side: int, name: str) -> None:
        super().__init__(editing.kit.theme, HourPlace(editing.draft, uid, (*at, "hours"), side), name, 5)


class HourPlace(Place):
    """One of two hours that are kept as a pair."""

    def __init__(self, sheet: Sheet, uid: str, path: Path, side: int) -> None:
        super().__init__(sheet, uid, path, "")
        self._side = side

    def get(self) -> str:
        """This side's hour, "" where there are none."""
        hours = self.sheet.value(self.programme, self.path)
        return str(hours[self._side]) if isinstance(hours, list) and len(hours) == 2 else ""

    def put(self, value: object) -> None:
        """Write this side; with both empty the window is the whole day."""
        hours = self.sheet.value(self.programme, self.path)
        pair = list(hours) if isinstance(hours, list) and len(hours) == 2 else ["", ""]
        pair[self._side] = str(value or "")
        self.sheet.put(self.programme, self.path, pair if any(pair) else None)
