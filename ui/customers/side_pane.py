"""The pane at the right: nobody, one person, or a new customer; over the list where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedWidget

from ui.customers.add_form import AddForm
from ui.customers.person_pane import PersonPane
from ui.shared.card import Card
from ui.shared.empty_state import EmptyState
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.kit import Kit

WIDTH: Final = 344


class SidePane(Card):
    """Three views of which one shows.

    Attributes:
        person: one customer.
        adding: the form for a new one.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__("panel", padded=False)
        self._theme = kit.theme
        self.person = PersonPane(kit)
        self.adding = AddForm(kit.theme)
        sentence = tr("SidePane", "Their visits, messages and details will stand here.")
        self._nobody = EmptyState(kit.theme, "user-round", tr("SidePane", "Choose a customer"), sentence)
        self._views = QStackedWidget()
        for view in (self._nobody, self.person, self.adding):
            self._views.addWidget(view)
        self.column.addWidget(self._views)
        self._scale()
        kit.theme.changed.connect(self._scale)

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        self._views.setCurrentWidget(self._nobody)

    def show_person(self) -> None:
        """The person's view."""
        self._views.setCurrentWidget(self.person)

    def show_adding(self) -> None:
        """The form for a new customer."""
        self._views.setCurrentWidget(self.adding)

    @property
    def is_adding(self) -> bool:
        """Whether the form is on show."""
        return self._views.currentWidget() is self.adding

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on show."""
        return self._views.currentWidget() is self._nobody

    def _scale(self) -> None:
        self.setFixedWidth(max(WIDTH, self._theme.px(WIDTH)))
