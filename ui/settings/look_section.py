"""Language and look, both switched at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.settings.section import LABELS, Section
from ui.shared.card import Card
from ui.shared.form import Form
from ui.shared.language import tr
from ui.shared.segmented import Segmented
from ui.shared.theme import THEME_MODES

if TYPE_CHECKING:
    from ui.shared.page import Page


class LookSection(Section):
    """Each choice holds from the moment it is made; what is typed elsewhere stays."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("LookSection", "Language and look"), tr("LookSection", "Changes at once"))
        theme = self.kit.theme
        self._language = Segmented(theme, "", [("ja", "日本語"), ("en", "English")])
        self._theme = Segmented(
            theme, "", [
                ("system", tr("LookSection", "As the system")), ("light", tr("LookSection", "Light")),
                ("dark", tr("LookSection", "Dark")),
            ],
        )  # fmt: skip
        self.cards.column.addWidget(self._card())
        self.cards.column.addStretch(1)

    def reload(self) -> None:
        """What is in force."""
        self._language.choose(self.kit.language.code)
        self._theme.choose(self.kit.theme.mode)

    def start(self) -> None:
        """The language in force."""
        for button in self._language.findChildren(QPushButton):
            if button.isChecked():
                button.setFocus()

    def _card(self) -> Card:
        card, form = Card(), Form(self.kit.theme, LABELS)
        form.add(
            tr("LookSection", "Language"), self._language, beside=_room(self._language),
            hint=tr("LookSection", "Of this window and of new templates. Names and texts stay as they were written."),
        )  # fmt: skip
        form.add(
            tr("LookSection", "Colours"), self._theme, beside=_room(self._theme),
            hint=tr("LookSection", "“As the system” turns dark in the evening if this PC does."),
        )  # fmt: skip
        self._language.chosen.connect(self._choose_language)
        self._theme.chosen.connect(self._choose_theme)
        card.column.addWidget(form)
        return card

    def _choose_language(self, code: str) -> None:
        if self.change(language=code):
            self.kit.language.choose("ja" if code == "ja" else "en")

    def _choose_theme(self, chosen: str) -> None:
        if self.change(theme=chosen):
            self.kit.theme.set_mode(next(mode for mode in THEME_MODES if mode == chosen))


def _room(choices: QWidget) -> QWidget:
    """Empty room beside choices that need not be wide."""
    choices.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return room
