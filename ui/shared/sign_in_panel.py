"""The small panel that asks who is at the desk: choose a name, type the PIN, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.shared.buttons import Button, on_press
from ui.shared.error_text import error_sentence
from ui.shared.focus_ring import ring_on_focus
from ui.shared.form import Form
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn
from ui.shared.staff_text import role_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from retention_desktop.staff import Staff, StaffMember
    from ui.shared.kit import Kit
    from ui.shared.theme import Theme

WIDTH: Final = 300
SHOWN: Final = 6
"""Names that fit without scrolling."""
ROW: Final = 44


class _Name(QPushButton):
    """One person of the list; arrows walk through it as through radio buttons."""

    def __init__(self, theme: Theme, person: StaffMember) -> None:
        super().__init__(f"{person.name}  ·  {role_words(person)}".replace("&", "&&"))
        self.person = person
        self.setProperty("kind", "room")
        self.setProperty("on", "card")
        self.setAccessibleName(f"{person.name}, {role_words(person)}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setMinimumHeight(max(ROW, theme.px(ROW)))
        ring_on_focus(self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)


class SignInPanel(QDialog):
    """Signs somebody in or out; a wrong PIN is said below the field and keeps the panel open.

    Attributes:
        changed: somebody else is at the desk now.
    """

    changed = Signal()

    def __init__(self, kit: Kit, staff: Staff, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._kit = kit
        self._staff = staff
        self._names = QButtonGroup(self)
        self.setWindowTitle(tr("SignInPanel", "Who is at the desk?"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(kit.theme.px(WIDTH))
        self._form = Form(kit.theme)
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setProperty("tier", "touch")
        self._enter = Button(kit.theme, tr("SignInPanel", "Sign in"), "primary", "touch")
        self._fill()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is the field's
        self._choose_first()

    def _fill(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QFrame()
        frame.setProperty("card", "rest")
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(text_label(self.windowTitle(), strong=True))
        column.addWidget(self._list())
        self._form.add(tr("SignInPanel", "&PIN"), self._pin)
        column.addWidget(self._form)
        column.addWidget(self._enter)
        column.addLayout(self._ways_out())
        self._pin.returnPressed.connect(self._sign_in)
        on_press(self._enter, self._sign_in)

    def _ways_out(self) -> QHBoxLayout:
        row = QHBoxLayout()
        if self._staff.current is not None:
            leave = Button(self._kit.theme, tr("SignInPanel", "Sign out"), "text", "touch")
            on_press(leave, self._sign_out)
            row.addWidget(leave)
        row.addStretch(1)
        cancel = Button(self._kit.theme, tr("SignInPanel", "Cancel"), "text", "touch")
        on_press(cancel, self.reject)
        row.addWidget(cancel)
        return row

    def _list(self) -> QWidget:
        people = self._staff.members()
        names = ScrollColumn(gap=4, margin=4)
        for number, person in enumerate(people):
            button = _Name(self._kit.theme, person)
            self._names.addButton(button, number)
            names.column.addWidget(button)
        height = max(ROW, self._kit.theme.px(ROW)) + 4
        names.setFixedHeight(min(len(people), SHOWN) * height + 8)
        self._names.idToggled.connect(lambda _number, on: self._chosen() if on else None)
        self._names.idClicked.connect(lambda _number: self._ask())
        return names

    def _choose_first(self) -> None:
        """Whoever isn't here yet comes first: that is whom the panel is opened for."""
        here = self._staff.current
        buttons = self._names.buttons()
        others = [one for one in buttons if isinstance(one, _Name) and (here is None or one.person.uid != here.uid)]
        first = (others or buttons)[0]
        first.setChecked(True)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def _person(self) -> StaffMember:
        button = self._names.checkedButton()
        if not isinstance(button, _Name):
            raise TypeError(button)
        return button.person

    def _chosen(self) -> None:
        self._pin.clear()
        self._form.set_error(self._pin, "")
        self._form.set_row_visible(self._pin, visible=self._person.has_pin)

    def _ask(self) -> None:
        """A name was chosen: the PIN next, where there is one."""
        field = self._pin if self._person.has_pin else self._enter
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign_in(self) -> None:
        """Looking at a PIN takes a fifth of a second: in a worker."""
        if self._enter.busy:
            return
        person, pin = self._person, self._pin.text()
        self._enter.set_busy(busy=True)
        task = self._kit.tasks.start(lambda _progress, _stop: self._staff.sign_in(person.uid, pin))
        task.finished.connect(self._signed_in)
        task.failed.connect(self._refused)

    def _signed_in(self, _person: StaffMember) -> None:
        self.changed.emit()
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self._enter.set_busy(busy=False)
        if not isinstance(error, ShopError):
            raise error
        self._pin.clear()
        self._form.set_row_visible(self._pin, visible=True)
        self._form.set_error(self._pin, error_sentence(error))
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign_out(self) -> None:
        self._staff.sign_out()
        self.changed.emit()
        self.accept()
