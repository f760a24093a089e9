"""What was sent, newest first: one row a campaign with how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from retention_desktop.domain.message import MessageState
from ui.messages.state_text import left, total
from ui.shared.card import Card
from ui.shared.focus_ring import ring_on_focus
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from retention_desktop.domain.campaign import Campaign
    from ui.shared.theme import Theme

WIDTH: Final = 304
ROW: Final = 76


class CampaignRow(QAbstractButton):
    """Name, when, how many arrived, and a bar."""

    def __init__(self, theme: Theme, uid: str) -> None:
        super().__init__()
        self.uid = uid
        self._theme = theme
        self._when = self._words = ""
        self._share = 0.0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ring_on_focus(self, theme)

    def show_campaign(self, campaign: Campaign, when: str) -> None:
        """Show how far it is."""
        everyone = total(campaign.states)
        arrived = campaign.states.get(MessageState.DELIVERED, 0)
        self._when = when
        self._words = tr("CampaignRow", "{arrived} of %n delivered", everyone).format(arrived=arrived)
        self._share = 1 - left(campaign.states) / everyone if everyone else 1.0
        self.setText(campaign.name)
        self.setAccessibleName(campaign.name)
        self.setAccessibleDescription(f"{when} {self._words}")
        self.setToolTip(campaign.name)
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(WIDTH - 16, max(ROW, self._theme.px(ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._theme.color("tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        self._paint_bar(painter)
        width = self.width() - 24
        strong = self._theme.font("body", strong=True)
        painter.setFont(strong)
        painter.setPen(self._theme.color("Accent" if self.isChecked() else "Text"))
        name = QFontMetrics(strong).elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(12, self._theme.px(24)), name)
        caption = self._theme.font("caption")
        painter.setFont(caption)
        painter.setPen(self._theme.color("textSecondary"))
        painter.drawText(QPointF(12, self._theme.px(44)), self._words)
        when = QFontMetrics(caption).horizontalAdvance(self._when)
        painter.drawText(QPointF(self.width() - 12 - when, self._theme.px(44)), self._when)

    def _paint_bar(self, painter: QPainter) -> None:
        track = QRectF(12, self.height() - 18, self.width() - 24, 6)
        painter.setBrush(self._theme.color("tintBorder" if self.isChecked() else "divider"))
        painter.drawRoundedRect(track, 3, 3)
        if self._share > 0:
            done = QRectF(track.x(), track.y(), max(track.width() * self._share, 6), track.height())
            painter.setBrush(self._theme.color("Accent"))
            painter.drawRoundedRect(done, 3, 3)


class CampaignList(Card):
    """304 wide.

    Attributes:
        chosen: uid of the campaign somebody wants to see.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panelLeft", padded=False)
        self.setFixedWidth(WIDTH)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._rows: dict[str, CampaignRow] = {}
        self._list = ScrollColumn(gap=4)
        self._list.column.setContentsMargins(8, 12, 8, 8)
        self._list.column.addStretch(1)
        self.column.addWidget(self._list)

    def show_campaigns(self, campaigns: Sequence[Campaign], whens: Sequence[str]) -> None:
        """Rows that are there already only change their words."""
        for place, (campaign, when) in enumerate(zip(campaigns, whens, strict=True)):
            row = self._rows.get(campaign.uid)
            if row is None:
                row = CampaignRow(self._theme, campaign.uid)
                self._rows[campaign.uid] = row
                self._group.addButton(row)
                row.clicked.connect(lambda _checked=False, uid=campaign.uid: self.chosen.emit(uid))
                self._list.column.insertWidget(place, row)
            row.show_campaign(campaign, when)

    def mark(self, uid: str) -> None:
        """Show which campaign is open, without `chosen`."""
        if uid in self._rows:
            self._rows[uid].setChecked(True)
