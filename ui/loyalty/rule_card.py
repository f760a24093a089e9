"""A card a rule: icon, name, its own switch, sentences, a worked example, and more for those who want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.loyalty.sentence import Sentence
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import set_tone, text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QAbstractButton

    from ui.shared.kit import Kit

INDENT: Final = 32
"""Sentences stand under the title's words, not under its icon."""


class RuleCard(Card):
    """One rule.

    Args:
        kit: the window's tools.
        icon: Lucide's name.
        title: what the rule is called.
        switch: turns it on and off, or None.

    Attributes:
        opened: the details were opened or closed.
        lines_said: the sentences in their order, without the details.
    """

    opened = Signal(bool)

    def __init__(self, kit: Kit, icon: str, title: str, switch: QAbstractButton | None = None) -> None:
        super().__init__()
        self._kit = kit
        self._switch = switch
        self.lines_said: list[Sentence] = []
        self._icon = IconView(kit.theme, icon, "Accent", 20)
        self._title = text_label(title, strong=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self._icon)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        if switch is not None:
            self.head.addWidget(switch)
            switch.toggled.connect(lambda on: self._icon.show_icon(icon, "Accent" if on else "textSecondary"))
            self._icon.show_icon(icon, "Accent" if switch.isChecked() else "textSecondary")
        self.column.setContentsMargins(20, 10, 20, 12)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(INDENT, 0, 0, 0)
        self.lines.setSpacing(8)
        self.column.addLayout(self.lines)
        self._more: QWidget | None = None
        self._more_lines = QVBoxLayout()
        self._example = text_label("", "caption", "secondary", wrap=True)
        self._example.hide()
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(INDENT, 0, 0, 0)
        self._foot.setSpacing(8)
        self._foot.addWidget(self._example, 1)
        self.column.addLayout(self._foot)

    @property
    def title(self) -> str:
        """What the rule is called."""
        return self._title.text()

    def say(self, template: str, **parts: QWidget | str) -> Sentence:
        """Add a sentence."""
        sentence = Sentence(self._kit.theme, template, **parts)
        self.lines.addWidget(sentence)
        self.lines_said.append(sentence)
        return sentence

    def say_more(self, template: str, **parts: QWidget | str) -> Sentence:
        """Add a sentence that shows once the details are opened."""
        if self._more is None:
            self._more = QWidget()
            self._more_lines = QVBoxLayout(self._more)
            self._more_lines.setContentsMargins(0, 0, 0, 0)
            self._more_lines.setSpacing(8)
            self._more.hide()
            self._opener = Button(self._kit.theme, "", "text", "small", icon="chevron-down", trailing=True)
            self._opener.say(tr("RuleCard", "More"))
            self._opener.setAccessibleName(tr("RuleCard", "More about {rule}").format(rule=self.title))
            on_press(self._opener, lambda: self.open_more(shown=self._more is not None and self._more.isHidden()))
            self.lines.addWidget(self._more)
            self._foot.addStretch(0)
            self._foot.addWidget(self._opener)
        sentence = Sentence(self._kit.theme, template, **parts)
        self._more_lines.addWidget(sentence)
        return sentence

    @property
    def more_shown(self) -> bool:
        """Whether the details are open."""
        return self._more is not None and not self._more.isHidden()

    def open_more(self, *, shown: bool) -> None:
        """Open the details, or close them."""
        if self._more is None or self.more_shown == shown:
            return
        self._more.setVisible(shown)
        self._opener.say(tr("RuleCard", "Less") if shown else tr("RuleCard", "More"))
        name = tr("RuleCard", "Less about {rule}") if shown else tr("RuleCard", "More about {rule}")
        self._opener.setAccessibleName(name.format(rule=self.title))
        self.opened.emit(shown)

    def add_remove(self, name: str, action: Callable[[], object]) -> None:
        """A button that takes the rule away, before the switch."""
        button = IconButton(self._kit.theme, "trash-2", name, "small")
        on_press(button, action)
        self.head.insertWidget(self.head.count() - (1 if self._switch is not None else 0), button)

    def example(self, text: str, *, wrong: bool = False) -> None:
        """The worked example under the rule; "" shows none."""
        self._example.setText(text)
        set_tone(self._example, "bad" if wrong else "secondary")
        self._example.setVisible(bool(text))

    def hidden_sentences(self) -> Iterator[Sentence]:
        """The sentences of the details."""
        if self._more is not None:
            yield from self._more.findChildren(Sentence)
