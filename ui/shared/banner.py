"""Banners and confirm strips: said on the page, at the place it is about, instead of in a pop-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.shared.buttons import Button, ButtonKind, IconButton, on_press
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shared.theme import Theme

BannerTone = Literal["info", "good", "warn", "bad"]
_LOOK: Final[dict[BannerTone, tuple[str, str]]] = {
    "info": ("info", "Accent"),
    "good": ("circle-check", "good"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-alert", "bad"),
}


class Banner(QFrame):
    """A strip with an icon, a sentence that wraps, and at most one action.

    Attributes:
        dismissed: a person closed it.
    """

    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: BannerTone = "info",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        closable: bool = False,
    ) -> None:
        super().__init__()
        icon, role = _LOOK[tone]
        self.setProperty("card", tone)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(56)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(12)
        self._row.addWidget(IconView(theme, icon, role, 24))
        self._words = text_label(text, "body", wrap=True)
        self._row.addWidget(self._words, 1)
        if action and on_action is not None:
            self._add(theme, action, "secondary", on_action)
        if closable:
            close = IconButton(theme, "x", tr("Banner", "Close"))
            on_press(close, self.dismissed.emit)
            self._row.addWidget(close)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def announce(self) -> None:
        """Have it read out without moving the keyboard."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def _add(self, theme: Theme, words: str, kind: ButtonKind, action: Callable[[], object]) -> Button:
        button = Button(theme, words, kind)
        on_press(button, action)
        self._row.addWidget(button)
        return button


class ConfirmStrip(Banner):
    """A question with its answer on a button, for the few things that can't be undone.

    Args:
        theme: colours.
        question: what will happen.
        yes: what the button says it will do, never "OK".
        on_yes: does it.
        danger: the answer is filled red.
    """

    def __init__(
        self, theme: Theme, question: str, *, yes: str, on_yes: Callable[[], object], danger: bool = False
    ) -> None:
        super().__init__(theme, question, "bad" if danger else "warn")
        self._no = self._add(theme, tr("ConfirmStrip", "Cancel"), "quiet", self.dismissed.emit)

        def agree() -> None:
            self.dismissed.emit()
            on_yes()

        self._add(theme, yes, "erase" if danger else "secondary", agree)

    def take_keyboard(self) -> None:
        """The keyboard goes to the harmless answer."""
        self._no.setFocus()
