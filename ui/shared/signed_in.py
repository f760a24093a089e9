"""Who is at the desk, at the foot of the navigation; pressing it opens the panel to sign in.

Nothing of it is there while nobody is on the staff's list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.shared.avatar import SIZE, paint_avatar
from ui.shared.focus_ring import ring_on_focus
from ui.shared.language import tr
from ui.shared.staff_text import role_words

if TYPE_CHECKING:
    from retention_desktop.staff import Staff, StaffMember
    from ui.shared.kit import Kit
    from ui.shared.theme import Theme

HEIGHT: Final = 52


class PersonButton(QPushButton):
    """The sign, the name and the role; the sign alone where the navigation is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._name = self._role = self._initial = ""
        self.setProperty("kind", "room")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ring_on_focus(self, theme)

    def show_person(self, person: StaffMember | None) -> None:
        """Whoever is at the desk, None = nobody has signed in."""
        self._initial = person.name if person else ""
        self._name = person.name if person else tr("SignedIn", "Sign in")
        self._role = role_words(person) if person else tr("SignedIn", "Nobody yet")
        self.setAccessibleName(
            tr("SignedIn", "{name}, {role}. Change who is here").format(name=self._name, role=self._role)
            if person
            else self._name
        )
        self.setToolTip(f"{self._name}\n{self._role}")
        self.updateGeometry()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """The sign only, with the words as tooltip."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rooms above it."""
        return QSize(8 + SIZE, max(HEIGHT, self._theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's ground, then sign and words; a long name ends in an ellipsis, the tooltip has it whole."""
        super().paintEvent(event)
        painter = QPainter(self)
        left = (self.width() - SIZE) / 2 if self._narrow else 8
        paint_avatar(painter, self._theme, self._initial, QRectF(left, (self.height() - SIZE) / 2, SIZE, SIZE))
        if self._narrow:
            return
        middle = self.height() / 2
        self._paint_line(painter, self._name, middle - 4, "Text", first=True)
        self._paint_line(painter, self._role, middle + 14, "textSecondary", first=False)

    def _paint_line(self, painter: QPainter, text: str, base: float, role: str, *, first: bool) -> None:
        font = self._theme.font("body" if first else "caption")
        left = 8 + SIZE + 8
        room = self.width() - left - 4
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, base), shown)


class SignedIn(QWidget):
    """The foot of the navigation.

    Attributes:
        changed: somebody else is at the desk now.
    """

    changed = Signal()

    def __init__(self, kit: Kit, staff: Staff) -> None:
        super().__init__()
        self._kit = kit
        self._staff = staff
        self._button = PersonButton(kit.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._button)
        self._button.clicked.connect(self.open_panel)
        self.reload()

    def reload(self) -> None:
        """Read again who is here; where nobody is on the list, nothing is shown."""
        self.setVisible(bool(self._staff.members()))
        self._button.show_person(self._staff.current)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line above; a divider would not be seen on the navigation's ground."""
        painter = QPainter(self)
        painter.setPen(self._kit.theme.color("border"))
        painter.drawLine(4, 6, self.width() - 4, 6)

    def hear(self, tables: frozenset[str]) -> None:
        """The store has changed."""
        if "staff" in tables:
            self.reload()

    def set_narrow(self, *, narrow: bool) -> None:
        """See `PersonButton`."""
        self._button.set_narrow(narrow=narrow)

    def open_panel(self) -> None:
        """Ask who is here, above the button."""
        from ui.shared.sign_in_panel import SignInPanel  # noqa: PLC0415 - not before it is asked for

        panel = SignInPanel(self._kit, self._staff, self.window())
        panel.changed.connect(self._change)
        panel.finished.connect(lambda _result: self._button.setFocus(Qt.FocusReason.PopupFocusReason))
        panel.adjustSize()
        corner = self._button.mapToGlobal(QPoint(0, 0))
        panel.move(corner.x(), corner.y() - panel.height() - 8)
        panel.open()

    def _change(self) -> None:
        self.reload()
        self.changed.emit()
