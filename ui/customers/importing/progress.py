"""Long work under way: what, how far, how much longer, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.customers.joined import joined
from ui.shared.bar import BarPart, PartBar
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit

SHOW_AFTER_MS: Final = 300
TIME_LEFT_AFTER_MS: Final = 3000


class Progress(QWidget):
    """A card in the middle; nothing shows for the first 300 ms.

    Attributes:
        cancelled: stop it.
    """

    cancelled = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._since = QElapsedTimer()
        self._title = text_label("", "title", strong=True, wrap=True)
        self._numbers = text_label("", tone="secondary")
        self._bar = PartBar(kit.theme, tr("Progress", "Progress"))
        self._cancel = Button(kit.theme, tr("Progress", "Cancel"), icon="x")
        on_press(self._cancel, self._stop)
        self._card = Card()
        self._card.setFixedWidth(kit.theme.px(480))
        for widget in (self._title, self._bar, self._numbers):
            self._card.column.addWidget(widget)
        self._card.column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._late = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._late.timeout.connect(self._card.show)

    def begin(self, title: str) -> None:
        """Something has begun."""
        self._title.setText(title)
        self._numbers.setText("")
        self._bar.show_parts([], 1, title)
        self._cancel.set_busy(busy=False)
        self._card.hide()
        self._since.start()
        self._late.start()

    def show_progress(self, done: int, total: int, formats: ShopFormats) -> None:
        """So much of it is done; a total of 0 is not known yet."""
        if not total:
            return
        words = tr("Progress", "{done} of {total} rows").format(done=formats.number(done), total=formats.number(total))
        if done and self._since.elapsed() > TIME_LEFT_AFTER_MS and done < total:
            left = self._since.elapsed() / 1000 * (total - done) / done
            words = joined(words, tr("Progress", "{time} left").format(time=self._kit.formats.duration(left)))
        self._numbers.setText(words)
        self._bar.show_parts([BarPart(done, "Accent")], total, words)

    def end(self) -> None:
        """It is over, however."""
        self._late.stop()

    def _stop(self) -> None:
        self._cancel.set_busy(busy=True)
        self.cancelled.emit()
