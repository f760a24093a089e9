"""The punch card: done punches with the trade's icon, the next one with its number, gifts at milestones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Property, QEasingCurve, QEvent, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QToolTip

from ui.shared.icons import icon_source, paint_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.theme import Theme

PunchState = Literal["done", "today", "gift", "next", "reward", "expired"]
CAPTION: Final = 20
RING_ROOM: Final = 5


@dataclass(frozen=True, slots=True)
class Punch:
    """One place on the card.

    Attributes:
        state: "done"; "today" (done, with a ring); "gift" (done, a milestone); "next" (open, with its number);
            "reward" (open, a milestone); "expired".
        caption: the date beneath, "Today", "Free" or ""; cut where its place is too narrow.
        number: shown inside an open place.
        gift: a milestone stands here; today's punch then shows the gift.
        tip: what the milestone gives, shown under the mouse.
    """

    state: PunchState
    caption: str = ""
    number: int = 0
    gift: bool = False
    tip: str = ""


class PunchCard(QProgressBar):
    """A row or two of punches; to assistive tools a progress bar with its value.

    Args:
        theme: colours.
        name: accessible name.
        icon: the trade's icon, Lucide's name.
        diameter: 48 at the desk, 40 where low, 24 in a preview.
        columns: punches in a row.
    """

    def __init__(self, theme: Theme, name: str, icon: str = "stamp", diameter: int = 48, columns: int = 5) -> None:
        super().__init__()
        icon_source(icon)
        self._theme = theme
        self._icon = icon
        self._diameter = diameter
        self._columns = columns
        self._punches: Sequence[Punch] = ()
        self._grown = 1.0
        self._growth = QPropertyAnimation(self, b"grown", self)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_punches(self, punches: Sequence[Punch], value: str, *, grow: bool = False) -> None:
        """Show the card.

        Args:
            punches: all places in order.
            value: what is read out, "7 of 10, 3 more for a free treatment".
            grow: let the last done punch grow once (the one just given).
        """
        self._punches = punches
        done = sum(punch.state in {"done", "today", "gift"} for punch in punches)
        self.setMaximum(max(len(punches), 1))
        self.setValue(done)
        self.setAccessibleDescription(value)
        self.updateGeometry()
        if grow and self._theme.duration(160):
            self._growth.setDuration(self._theme.duration(160))
            self._growth.setStartValue(0.9)
            self._growth.setEndValue(1.0)
            self._growth.start()
        self.update()

    def set_shape(self, diameter: int, columns: int) -> None:
        """Smaller punches in fewer rows, for a low window."""
        self._diameter = diameter
        self._columns = columns
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Under the mouse a milestone says what it gives."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = [p.tip for i, p in enumerate(self._punches) if self._place(i).contains(event.pos().toPointF())]
            if under and under[0]:
                QToolTip.showText(event.globalPos(), under[0], self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Room for each punch, its ring and its caption."""
        rows = -(-max(len(self._punches), 1) // self._columns)
        step = self._diameter + 2 * RING_ROOM
        gaps = 4 * (rows - 1)
        return QSize(self._columns * (step + 4), rows * (step + self._caption_height()) + gaps)

    def minimumSizeHint(self) -> QSize:
        """As the hint: punches are never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each punch with its caption."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = max((i for i, punch in enumerate(self._punches) if punch.state in {"done", "today", "gift"}), default=-1)
        for index, punch in enumerate(self._punches):
            self._paint_punch(painter, punch, self._place(index), self._grown if index == last else 1.0)

    def _caption_height(self) -> int:
        return self._theme.px(CAPTION) if any(punch.caption for punch in self._punches) else 0

    def _place(self, index: int) -> QRectF:
        row, column = divmod(index, self._columns)
        cell = self.width() / self._columns
        top = row * (self._diameter + 2 * RING_ROOM + self._caption_height() + 4) + RING_ROOM
        return QRectF(column * cell + (cell - self._diameter) / 2, top, self._diameter, self._diameter)

    def _paint_punch(self, painter: QPainter, punch: Punch, place: QRectF, size: float) -> None:
        circle = _scaled(place, size)
        if punch.state in {"done", "today", "gift"}:
            self._paint_done(painter, punch, circle)
        elif punch.state == "expired":
            self._paint_open(painter, punch, circle, "border", "disabledText", Qt.PenStyle.SolidLine)
        elif punch.state == "next":
            self._paint_open(painter, punch, circle, "fieldBorder", "textSecondary", Qt.PenStyle.DashLine)
        else:
            self._paint_reward(painter, circle)
        strong = punch.state in {"today", "reward"}
        painter.setFont(self._theme.font("caption", strong=strong))
        painter.setPen(self._theme.color("Accent" if strong else "textSecondary"))
        room = self.width() / self._columns
        below = QRectF(place.center().x() - room / 2, place.bottom() + RING_ROOM, room, self._caption_height())
        metrics = QFontMetrics(painter.font())
        caption = metrics.elidedText(punch.caption, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, caption)

    def _paint_done(self, painter: QPainter, punch: Punch, circle: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("Accent"))
        painter.drawEllipse(circle)
        if punch.state == "today":
            painter.setPen(QPen(self._theme.color("Accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(-4, -4, 4, 4))
        self._paint_mark(painter, circle, "gift" if punch.state == "gift" or punch.gift else self._icon, "onAccent")

    def _paint_open(
        self, painter: QPainter, punch: Punch, circle: QRectF, border: str, text: str, line: Qt.PenStyle
    ) -> None:
        painter.setPen(_pen(self._theme, border, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(self._theme.color(text))
        painter.setFont(self._theme.font("body"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(punch.number) if punch.number else "")

    def _paint_reward(self, painter: QPainter, circle: QRectF) -> None:
        painter.setPen(_pen(self._theme, "Accent", Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.color("tint"))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_mark(painter, circle, "gift", "Accent")

    def _paint_mark(self, painter: QPainter, circle: QRectF, icon: str, role: str) -> None:
        side = self._diameter * 0.46
        place = QRectF(0, 0, side, side)
        place.moveCenter(circle.center())
        paint_icon(painter, self._theme, icon, role, place)

    def _get_grown(self) -> float:
        return self._grown

    def _set_grown(self, grown: float) -> None:
        self._grown = grown
        self.update()

    grown = Property(float, _get_grown, _set_grown)


def _scaled(place: QRectF, size: float) -> QRectF:
    less = place.width() * (1 - size) / 2
    return place.adjusted(less, less, -less, -less)


def _pen(theme: Theme, role: str, line: Qt.PenStyle) -> QPen:
    pen = QPen(theme.color(role), 1.25)
    pen.setStyle(line)
    if line == Qt.PenStyle.DashLine:
        pen.setDashPattern([3, 2.4])
    return pen
