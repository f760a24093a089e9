"""While messages are being sent: how far, how long, Stop; afterwards what became of them and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.shared.banner import Banner
from ui.shared.bar import BarPart, PartBar
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.error_text import error_sentence
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.sending import Drained
    from ui.messages.run import SendingRun
    from ui.shared.banner import BannerTone
    from ui.shared.kit import Kit


class RunStrip(QWidget):
    """Follows the page's drain.

    Attributes:
        go_on: send what is left.
    """

    go_on = Signal()

    def __init__(self, kit: Kit, run: SendingRun) -> None:
        super().__init__()
        self._kit, self._run = kit, run
        self._words = text_label("", strong=True)
        self._left = text_label("", "caption", "secondary")
        self._bar = PartBar(kit.theme, tr("RunStrip", "Messages sent"))
        self._stop = Button(kit.theme, tr("RunStrip", "Stop"), icon="circle-stop")
        on_press(self._stop, run.stop)
        self._card = self._progress_card()
        self._outcome = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addLayout(self._outcome)
        run.changed.connect(self._follow)
        run.ended.connect(self._ended)
        run.failed.connect(self._failed)
        self._follow()

    def offer(self, waiting: int) -> None:
        """Messages wait and nothing sends them: offer to."""
        if self._run.running or not waiting or self._outcome.count():
            return
        self._say(tr("RunStrip", "%n message(s) wait in the outbox.", waiting), "info", again=True)

    def forget(self) -> None:
        """Take away what the run before left behind."""
        self._clear()

    def _progress_card(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self._words)
        line.addStretch(1)
        line.addWidget(self._left)
        words.addLayout(line)
        words.addWidget(self._bar)
        row.addLayout(words, 1)
        row.addWidget(self._stop)
        card.column.addLayout(row)
        return card

    def _follow(self) -> None:
        run = self._run
        self._card.setVisible(run.visible)
        if not run.visible:
            return
        self._clear()
        said = tr("RunStrip", "{done} of {all} sent").format(
            done=self._kit.formats.number(run.done), all=self._kit.formats.number(run.total)
        )
        self._words.setText(said if run.total else tr("RunStrip", "Sending…"))
        self._bar.show_parts([BarPart(run.done, "Accent")], max(run.total, 1), said)
        left = run.seconds_left
        self._left.setText(
            "" if left is None else tr("RunStrip", "{time} left").format(time=self._kit.formats.duration(left))
        )
        self._stop.refuse(tr("RunStrip", "Stopping…") if run.stopped else "")

    def _ended(self, drained: Drained) -> None:
        if not self._run.asked and not drained.claimed:
            return
        if drained.busy:
            self._say(error_sentence(ShopError("sending_busy", owner="")), "info", again=True)
        elif self._run.stopped and drained.left:
            words = tr("RunStrip", "Stopped. %n message(s) wait; they would go at the next start.", drained.left)
            self._say(words, "warn", again=True)
        elif drained.left or drained.unknown:
            waiting = tr("RunStrip", "%n message(s) still wait.", drained.left) if drained.left else ""
            unknown = tr("RunStrip", "%n unknown: look below.", drained.unknown) if drained.unknown else ""
            self._say(f"{waiting} {unknown}".strip(), "warn", again=bool(drained.left))
        elif drained.claimed:
            self._say(_summary(drained), "good")

    def _failed(self, error: BaseException) -> None:
        words = error_sentence(error) if isinstance(error, ShopError) else tr("RunStrip", "Sending broke off.")
        self._say(words, "bad", again=True)

    def _say(self, words: str, tone: BannerTone, *, again: bool = False) -> None:
        self._clear()
        action = tr("RunStrip", "Send the rest") if again else ""
        banner = Banner(self._kit.theme, words, tone, action=action, on_action=self.go_on.emit)
        self._outcome.addWidget(banner)
        banner.announce()

    def _clear(self) -> None:
        while (item := self._outcome.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()


def _summary(drained: Drained) -> str:
    parts = [tr("RunStrip", "%n sent", drained.sent)]
    counts = (
        (drained.delivered, tr("RunStrip", "%n delivered", drained.delivered)),
        (drained.opted_out, tr("RunStrip", "%n opted out", drained.opted_out)),
        (drained.rejected, tr("RunStrip", "%n rejected", drained.rejected)),
        (drained.expired, tr("RunStrip", "%n too late", drained.expired)),
    )
    parts.extend(words for count, words in counts if count)
    return " · ".join(parts)
