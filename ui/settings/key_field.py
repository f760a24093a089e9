"""The provider's key: typed once, kept in the system's key store, never shown again.

Where there is no key store the owner chooses openly between this session and a file; that choice stays on show
for as long as it lasts. Everything that may ask the key store runs in a worker: it may open a prompt and wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from retention_desktop.credentials import KeyState, Place
from retention_desktop.errors import ShopError
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.chips import chip_row
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.credentials import Credentials
    from ui.shared.kit import Kit
    from ui.shared.page import Page

PROVIDER: Final = "twilio"
DOTS: Final = "••••••••••••"


class KeyField(QWidget):
    """Where a key is typed and what is said about where it lies.

    Attributes:
        edit: the field itself.
        eye: shows and hides what is being typed; a kept key can't be shown.
        known: where the key is was found out or has changed.
    """

    known = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._kit: Kit = page.kit
        self._credentials: Credentials | None = None
        self._waiting = ""
        self.state: KeyState | None = None
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.editingFinished.connect(self._typed)
        self.eye = IconButton(self._kit.theme, "eye", tr("KeyField", "Show what is typed"), framed=True)
        on_press(self.eye, self._look)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(8)

    @property
    def kept(self) -> bool:
        """Whether there is a key, wherever it lies."""
        return self.state is not None and self.state.place is not Place.NOWHERE

    def attach(self, credentials: Credentials) -> None:
        """Ask where the key is."""
        self._credentials = credentials
        self._start(lambda: credentials.state(PROVIDER))

    def _typed(self) -> None:
        key = self.edit.text().strip()
        if key and key != self._waiting:
            self._keep(key, Place.KEYRING)

    def _keep(self, key: str, place: Place) -> None:
        credentials = self._credentials
        if credentials is None:
            return
        self._waiting = key
        self._start(lambda: credentials.keep(PROVIDER, key, place))

    def _forget(self) -> None:
        credentials = self._credentials
        if credentials is not None:
            self._start(lambda: _forgotten(credentials))

    def _start(self, work: Callable[[], KeyState]) -> None:
        self.edit.setEnabled(False)
        self._say(text_label(tr("KeyField", "Asking this PC's key store…"), "caption", "secondary"))
        task = self._kit.tasks.start(lambda _progress, _stop: work())
        task.finished.connect(self._found)
        task.failed.connect(self._failed)

    def _found(self, state: KeyState) -> None:
        self.state = state
        self._waiting = ""
        self.edit.setEnabled(state.place is not Place.ENVIRONMENT)
        self.edit.clear()
        self.edit.setPlaceholderText(DOTS if self.kept else "")
        self._say(self._words_for(state))
        self.known.emit()

    def _failed(self, error: BaseException) -> None:
        self.edit.setEnabled(True)
        if isinstance(error, ShopError) and error.code == "keyring_unavailable":
            self._say(self._question())
            return
        self._waiting = ""
        self._say(None)
        self._kit.notices.failed(self._page, error)

    def _words_for(self, state: KeyState) -> QWidget:
        words = {
            Place.NOWHERE: tr("KeyField", "It goes into this PC's key store, never into a file."),
            Place.KEYRING: tr("KeyField", "In this PC's key store. It is written into no file."),
            Place.ENVIRONMENT: tr("KeyField", "Set outside this program, in RETENTION_DESKTOP_KEY."),
            Place.SESSION: tr("KeyField", "Kept until the program closes. Next time you will be asked for it again."),
            Place.FILE: tr("KeyField", "In a file that only this account can read. Whoever uses it can read the key."),
        }[state.place]
        if state.place in {Place.NOWHERE, Place.ENVIRONMENT}:
            return text_label(words, "caption", "secondary", wrap=True)
        away = Button(self._kit.theme, tr("KeyField", "Take the key out"), "text", "small")
        on_press(away, self._forget)
        if state.place is Place.KEYRING:
            return _line(text_label(words, "caption", "secondary", wrap=True), away)
        return self._notice(words, away)

    def _question(self) -> QWidget:
        session = Button(self._kit.theme, tr("KeyField", "Only until the program closes"))
        file = Button(self._kit.theme, tr("KeyField", "In a file only this account can read"))
        on_press(session, lambda: self._keep(self._waiting, Place.SESSION))
        on_press(file, lambda: self._keep(self._waiting, Place.FILE))
        question = tr("KeyField", "This PC has no key store that can be used. Where should the key be kept?")
        return self._notice(question, session, file)

    def _notice(self, words: str, *buttons: Button) -> QFrame:
        card = Card("warn", padded=False)
        card.column.setContentsMargins(12, 10, 12, 10)
        label = text_label(words, wrap=True)
        card.column.addLayout(_row(IconView(self._kit.theme, "triangle-alert", "warn"), label))
        answers = chip_row(*buttons)
        answers.setContentsMargins(32 if len(buttons) > 1 else 24, 0, 0, 0)
        card.column.addWidget(answers)
        return card

    def _say(self, widget: QWidget | None) -> None:
        while (item := self._place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if widget is not None:
            self._place.addWidget(widget)

    def _look(self) -> None:
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        if hidden:
            self.eye.show_icon("eye-off", tr("KeyField", "Hide what is typed"))
        else:
            self.eye.show_icon("eye", tr("KeyField", "Show what is typed"))


def _forgotten(credentials: Credentials) -> KeyState:
    credentials.forget(PROVIDER)
    return credentials.state(PROVIDER)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == len(widgets) - 1 else 0)
    return row


def _line(label: QWidget, button: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label, 1)
    row.addWidget(button)
    return line
