"""The desk with nobody at the counter: what to do, drawn with the real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk.key_hints import key_hints
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.card import hairline
from ui.shared.key_cap import KeyCap
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.punch_card import Punch, PunchCard
from ui.shared.scroll_column import ScrollColumn
from ui.shared.shortcuts import keys_text
from ui.shared.steps import StepBadge

if TYPE_CHECKING:
    from ui.shared.kit import Kit


class HowToStart(Surface):
    """Four digits, Enter, Enter."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._title = text_label("", "title", strong=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = tr("HowToStart", "Type the last four digits of the phone and press Enter. Enter again logs the visit.")
        sentence = text_label(words, "body", "secondary", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.setContentsMargins(20, 24, 20, 32)
        self.column.setSpacing(12)
        self.column.addWidget(_example_card(kit), 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self._title)
        self.column.addWidget(sentence)
        self.column.addSpacing(4)
        self.column.addLayout(_example_keys(kit))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_visits(0)

    def show_visits(self, count: int) -> None:
        """The first visit of the day is asked for, then the next."""
        first = tr("HowToStart", "Find the first customer")
        self._title.setText(tr("HowToStart", "Find the next customer") if count else first)


def _example_card(kit: Kit) -> PunchCard:
    card = PunchCard(kit.theme, tr("HowToStart", "An example of a punch card"), diameter=40)
    punches = [*(Punch("next", "", number) for number in range(1, 5)), Punch("reward")]
    card.show_punches(punches, tr("HowToStart", "An example of a punch card"))
    card.setFixedWidth(264)
    return card


def _example_keys(kit: Kit) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    row.addWidget(text_label(tr("HowToStart", "e.g."), "caption", "secondary"))
    for key in ("1", "2", "8", "4", keys_text("enter"), keys_text("enter")):
        row.addWidget(KeyCap(kit.theme, key))
    row.addStretch(1)
    return row


class FirstSteps(Surface):
    """For a shop without customers: bring them in, or look round first.

    Attributes:
        list_wanted: bring a list in.
        sample_wanted: fill the sample shop.
        new_wanted: type the first customer.
    """

    list_wanted = Signal()
    sample_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(padded=False)
        self._kit = kit
        theme = kit.theme
        bring = Button(theme, tr("FirstSteps", "Bring in a list"), "primary", "touch", icon="file-input")
        self.sample = Button(theme, tr("FirstSteps", "Try the sample shop"), tier="touch", icon="store")
        new = Button(
            theme, tr("FirstSteps", "New customer"), tier="touch", icon="user-plus", keys=keys_text("new_customer")
        )
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 16)
        head.addWidget(text_label(tr("FirstSteps", "There are no customers yet"), strong=True))
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self._add(1, tr("FirstSteps", "Bring your customers"),
                  tr("FirstSteps", "Excel or CSV; you may also drop the file on this window"), bring)  # fmt: skip
        self._add(2, tr("FirstSteps", "Or register them as they come"),
                  tr("FirstSteps", "Name, number, consent: ten seconds"), new)  # fmt: skip
        self._add(3, tr("FirstSteps", "Or look round first"),
                  tr("FirstSteps", "60 invented people with six months of visits, removed again in one step"),
                  self.sample)  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        on_press(bring, self.list_wanted.emit)
        on_press(self.sample, self.sample_wanted.emit)
        on_press(new, self.new_wanted.emit)

    def _add(self, number: int, title: str, sentence: str, button: Button) -> None:
        self.column.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(title, strong=True))
        words.addWidget(text_label(sentence, "caption", "secondary", wrap=True))
        row.addWidget(StepBadge(self._kit.theme, number, "current" if number == 1 else "ahead"))
        row.addLayout(words, 1)
        row.addWidget(button)
        self.column.addLayout(row)


class StartView(QWidget):
    """How to start, and for an empty shop the first steps."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.how = HowToStart(kit)
        self.first = FirstSteps(kit)
        self.first.hide()
        scroll = ScrollColumn(gap=16)
        scroll.column.addWidget(self.how)
        scroll.column.addWidget(self.first)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(scroll, 1)
        keys = (
            (keys_text("new_customer"), tr("StartView", "new customer")),
            (keys_text("sale"), tr("StartView", "sale without a customer")),
            (keys_text("undo"), tr("StartView", "take the last thing back")),
            (keys_text("help"), tr("StartView", "all keys")),
        )
        whole.addWidget(key_hints(kit, keys))
