"""Chips: a word with a tint; filter chips that can be chosen; removable ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from ui.shared.flow_layout import FlowLayout
from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon
from ui.shared.labels import set_style_property

if TYPE_CHECKING:
    from ui.shared.theme import Theme

ChipTone = Literal["neutral", "chosen", "warn", "bad", "count"]
CROSS: Final = 14


def chip(text: str, tone: ChipTone = "neutral") -> QLabel:
    """A small word on a tint, 24 high; "count" is the accent pill of an unread number."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("chip", tone)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def set_chip(label: QLabel, text: str, tone: ChipTone) -> None:
    """Another word or tone on a chip that is already there."""
    label.setText(text)
    set_style_property(label, "chip", tone)


class FilterChip(QAbstractButton):
    """A chip that can be chosen (checkable) or taken away, painted so that its count stands bold.

    Args:
        theme: colours.
        text: the word.
        count: "" or the live number behind it.
        icon: Lucide's name or "".
        removable: shows a cross; `removed` is emitted by it, Delete and Backspace.
        tier: height 32 ("filter") or 24 ("tag").
    """

    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        count: str = "",
        *,
        icon: str = "",
        removable: bool = False,
        tier: Literal["filter", "tag"] = "filter",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._count = count
        self._icon = icon
        self._removable = removable
        self._height = 32 if tier == "filter" else 24
        self._kind: Literal["body", "caption"] = "body" if tier == "filter" else "caption"
        if icon:
            icon_source(icon)
        self.setCheckable(not removable)
        self.setChecked(removable)
        self.setText(text)
        self._name()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)
        ring_on_focus(self, theme)

    def set_count(self, count: str) -> None:
        """Show another live number."""
        if count != self._count:
            self._count = count
            self._name()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Icon, word, number, cross, with 12 on each side."""
        return QSize(24 + sum(width for width, _ in self._parts()), max(self._height, self._theme.px(self._height)))

    def event(self, event: QEvent) -> bool:
        """Hover changes the ground."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The last 32 px belong to the cross."""
        if self._removable and event.position().x() > self.width() - 32:
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take a removable chip away."""
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, icon, word, number, cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(self._theme.color("tintBorder" if chosen else "border"), 1))
        painter.setBrush(self._theme.color(self._ground(chosen=chosen)))
        radius = self.height() / 2 - 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        x = 12.0
        for width, part in self._parts():
            self._paint_part(painter, part, x, "Accent" if chosen else "Text")
            x += width

    def _ground(self, *, chosen: bool) -> str:
        if chosen:
            return "tint"
        return "hover" if self.underMouse() else "Base"

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}".strip())

    def _parts(self) -> list[tuple[int, str]]:
        word = QFontMetrics(self._theme.font(self._kind)).horizontalAdvance(self.text())
        parts = [(CROSS + 6, "icon")] if self._icon else []
        parts.append((word, "word"))
        if self._count:
            number = QFontMetrics(self._theme.font(self._kind, strong=True)).horizontalAdvance(self._count)
            parts.append((number + 6, "count"))
        if self._removable:
            parts.append((CROSS + 6, "cross"))
        return parts

    def _paint_part(self, painter: QPainter, part: str, x: float, role: str) -> None:
        middle = (self.height() - CROSS) / 2
        if part == "icon":
            paint_icon(painter, self._theme, self._icon, role, QRectF(x, middle, CROSS, CROSS))
        elif part == "cross":
            paint_icon(painter, self._theme, "x", role, QRectF(x + 6, middle, CROSS, CROSS))
        else:
            font = self._theme.font(self._kind, strong=part == "count")
            painter.setFont(font)
            painter.setPen(self._theme.color(role))
            base = (self.height() + QFontMetrics(font).capHeight()) / 2
            painter.drawText(
                QPointF(x + 6 if part == "count" else x, base), self._count if part == "count" else self.text()
            )


def chip_row(*chips: QWidget) -> QWidget:
    """Chips in a line that wraps."""
    holder = QWidget()
    layout = FlowLayout(holder)
    for one in chips:
        layout.addWidget(one)
    return holder
