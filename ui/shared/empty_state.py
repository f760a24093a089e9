"""What stands where there is nothing yet: an icon, what to do, at most one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.icons import icon_source, paint_icon
from ui.shared.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ui.shared.theme import Theme


class TintedIcon(QWidget):
    """An icon of 24 in a tinted circle of 56."""

    def __init__(self, theme: Theme, icon: str, size: int = 56) -> None:
        super().__init__()
        icon_source(icon)
        self._theme = theme
        self._icon = icon
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tint"))
        painter.drawEllipse(self.rect())
        side = self.width() * 24 / 56
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, self._theme, self._icon, "Accent", place)


class EmptyState(QWidget):
    """Centred in whatever room it gets.

    Args:
        theme: colours.
        icon: Lucide's name.
        title: what is missing or what to do, in a few words.
        sentence: one sentence.
        button: at most one.
    """

    def __init__(
        self, theme: Theme, icon: str, title: str, sentence: str = "", button: QPushButton | None = None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(TintedIcon(theme, icon), 0, Qt.AlignmentFlag.AlignHCenter)
        labels = [text_label(title, "title", strong=True, wrap=True)]
        if sentence:
            labels.append(text_label(sentence, "body", "secondary", wrap=True))
        for label in labels:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
