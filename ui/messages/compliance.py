"""What an offer must carry, ticked where it does, and a button where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from retention_desktop.domain.campaign import Sender, names_sender, says_how_to_stop
from retention_desktop.domain.sending_policy import Purpose
from ui.shared.buttons import Button, on_press
from ui.shared.flow_layout import FlowLayout
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class Compliance(QWidget):
    """A row of ticks.

    Attributes:
        name_wanted: put the shop's name in front.
        stop_wanted: put the line that says how to stop at the end.
        settings_wanted: the shop has no name yet.
    """

    name_wanted = Signal()
    stop_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(self, gap=16)
        self._shown: tuple[object, ...] = ()

    def show_draft(self, text: str, purpose: Purpose | None, sender: Sender) -> None:
        """Look at a draft again."""
        named, stops = names_sender(text, sender), says_how_to_stop(text, sender)
        shown = (purpose, named, stops, bool(sender.name.strip()))
        if shown == self._shown:
            return
        self._shown = shown
        self._flow.clear()
        if purpose is Purpose.PROMO:
            self._show_offer(named=named, stops=stops, has_name=bool(sender.name.strip()))
        elif purpose is Purpose.SERVICE:
            words = tr("Compliance", "Only about a visit, a booking or an order: no offer in it")
            self._flow.addWidget(text_label(words, "caption", "secondary"))
        self.updateGeometry()

    def _show_offer(self, *, named: bool, stops: bool, has_name: bool) -> None:
        if named:
            self._flow.addWidget(self._tick(tr("Compliance", "Says who writes")))
        elif has_name:
            self._add(tr("Compliance", "Add the shop's name"), self.name_wanted)
        else:
            self._add(tr("Compliance", "Name the shop in the settings"), self.settings_wanted)
        if stops:
            self._flow.addWidget(self._tick(tr("Compliance", "Says how to stop")))
        else:
            self._add(tr("Compliance", "Add the opt-out line"), self.stop_wanted)

    def _tick(self, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(6)
        row.addWidget(IconView(self._theme, "check", "good", 14))
        row.addWidget(text_label(words, "caption", "secondary"))
        return holder

    def _add(self, words: str, wanted: object) -> None:
        button = Button(self._theme, words, "quiet", "small", icon="plus")
        on_press(button, wanted.emit)  # type: ignore[attr-defined]
        self._flow.addWidget(button)
