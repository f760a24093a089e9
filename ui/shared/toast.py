"""The toast: what was just done, and Undo for ten seconds. Never takes the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shared.theme import Theme

SECONDS: Final = 10
HEIGHT: Final = 48
FOOT: Final = 24
SIDE: Final = 24


class Toast(QFrame):
    """A dark strip (light in the dark theme) at the foot of a page's column.

    Attributes:
        gone: it has closed, however.
    """

    gone = Signal()

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        column: QWidget,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._column = column
        self._left = SECONDS
        self.setProperty("card", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        self._seconds = text_label("", "caption", "toastSecondary")
        self._fill(text, icon, undo)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        for watched in {page, column}:
            watched.installEventFilter(self)
        self._say_seconds()

    def appear(self) -> None:
        """Slide in, announce itself to assistive tools, and start counting down."""
        self._place()
        self.show()
        self.raise_()
        self._tick.start()
        # A screen reader says it without the keyboard having to come here.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._slide()

    def close_now(self) -> None:
        """Go away at once."""
        self._tick.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep its place when the page changes its size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return False

    def _fill(self, text: str, icon: str, undo: Callable[[], object] | None) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(IconView(self._theme, icon, "toastAction", 20))
        words = text_label(text, "body", "toast")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words.setToolTip(text)
        row.addWidget(words, 1)
        row.addWidget(self._seconds)
        if undo is not None:
            row.addWidget(self._undo_button(undo))

    def _undo_button(self, undo: Callable[[], object]) -> Button:
        button = Button(self._theme, tr("Toast", "Undo"), "toast", icon="undo-2", keys=keys_text("undo"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        def press() -> None:
            self.close_now()
            undo()

        on_press(button, press)
        return button

    def _second(self) -> None:
        if self.underMouse():
            return
        self._left -= 1
        if self._left <= 0:
            self.close_now()
        else:
            self._say_seconds()

    def _say_seconds(self) -> None:
        self._seconds.setText(tr("Toast", "%n s", self._left))

    def _target(self) -> QPoint:
        corner = self._column.mapTo(self._page, QPoint(0, 0))
        return QPoint(corner.x() + SIDE, corner.y() + self._column.height() - FOOT - self.height())

    def _place(self) -> None:
        self.resize(max(self._column.width() - 2 * SIDE, 200), max(HEIGHT, self._theme.px(HEIGHT)))
        self.move(self._target())

    def _slide(self) -> None:
        duration = self._theme.duration(160)
        if not duration:
            return
        motion = QPropertyAnimation(self, b"pos", self)
        motion.setDuration(duration)
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.setStartValue(self._target() + QPoint(0, 8))
        motion.setEndValue(self._target())
        motion.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
