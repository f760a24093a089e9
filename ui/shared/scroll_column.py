"""A column that scrolls up and down only, for pages that may be taller than the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """A vertical scroll area whose content is as wide as the area; the field with the keyboard scrolls into view.

    Args:
        gap: pixels between the column's items.
        margin: pixels round them.

    Attributes:
        column: the layout to fill.
    """

    def __init__(self, gap: int = 16, margin: int = 0) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("card", "clear")
        self.viewport().setProperty("card", "clear")
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        content.setSizePolicy(policy)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(gap)
        self.setWidget(content)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never narrower than the content needs: nothing scrolls sideways."""
        content = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and content is not None and watched is content:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(content.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)
