"""A label that may be cut, with the whole text as tooltip: for kana, notes and snippets only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from ui.shared.theme import TextKind, Theme


class ElideLabel(QWidget):
    """One line that ends in an ellipsis where there is no room; never for names, amounts, dates or buttons."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: TextKind = "body",
        role: str = "Text",
        *,
        strong: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._kind: TextKind = kind
        self._role = role
        self._strong = strong
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    @property
    def cut(self) -> bool:
        """Whether an ellipsis stands for some of it."""
        return self._metrics().horizontalAdvance(self._text) > self.width()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text.replace("\n", " ")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole text on the size's own line."""
        return QSize(self._metrics().horizontalAdvance(self._text), self._line())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(24, self._line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._kind, strong=self._strong))
        painter.setPen(self._theme.color(self._role))
        shown = self._metrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(self._kind, strong=self._strong))

    def _line(self) -> int:
        return {"caption": 16, "body": 20, "title": 26, "figure": 36}[self._kind] * self._theme.px(100) // 100
