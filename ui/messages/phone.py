"""The text on somebody's phone, beginning with the people whose copy is worth a look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages.reasons import hardship_word
from ui.shared.buttons import IconButton, on_press
from ui.shared.card import Card, hairline
from ui.shared.chips import FilterChip, chip, set_chip
from ui.shared.flow_layout import FlowLayout
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from retention_desktop.campaigns import Campaigns
    from retention_desktop.domain.campaign import Draft
    from retention_desktop.domain.recipient import Recipient
    from ui.messages.measuring import Measured
    from ui.shared.kit import Kit
    from ui.shared.theme import Theme

WIDTH: Final = 280


class _Outline(QFrame):
    """A rounded shape painted from tokens."""

    def __init__(self, theme: Theme, fill: str, line: str, *, radius: int, width: int) -> None:
        super().__init__()
        self._theme, self._fill, self._line = theme, fill, line
        self._radius, self._width = radius, width
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(self._line), self._width))
        painter.setBrush(self._theme.color(self._fill))
        inset = self._width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, self._radius, self._radius)


class _Sender(QWidget):
    """The circle with the sender's initial."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.letter = ""
        self.setFixedSize(32, 32)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tinted circle with one letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tint"))
        painter.drawEllipse(self.rect())
        painter.setPen(self._theme.color("Accent"))
        painter.setFont(self._theme.font("body", strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.letter)


class PhonePanel(Card):
    """280 wide: title, phone, stepper with name and reason, and what this copy costs."""

    def __init__(self, kit: Kit) -> None:
        super().__init__("panel", padded=False)
        self.setFixedWidth(WIDTH)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(10)
        self._kit = kit
        self._campaigns: Campaigns | None = None
        self._draft: Draft | None = None
        self._order: list[tuple[Recipient, str]] = []
        self._at = 0
        self._bubble = text_label("", wrap=True)
        self._bubble.setAccessibleName(tr("PhonePanel", "Text as it arrives"))
        self._bubble.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sender = _Sender(kit.theme)
        self._from = text_label("", "caption")
        self._time = text_label("", "caption", strong=True)
        self._day = text_label("", "caption", "secondary")
        self._name = text_label("", strong=True, wrap=True)
        self._why = text_label("", "caption", "secondary", wrap=True)
        self._cost = chip("")
        self._hints = QWidget()
        self._hint_flow = FlowLayout(self._hints, gap=6)
        self._hint_chips: list[tuple[FilterChip, str]] = []
        self._back = IconButton(kit.theme, "chevron-left", tr("PhonePanel", "Person before"), framed=True)
        self._next = IconButton(kit.theme, "chevron-right", tr("PhonePanel", "Next person"), framed=True)
        self.column.addLayout(self._head())
        self.column.addWidget(self._phone(), 20)
        self.column.addLayout(self._stepper())
        self.column.addWidget(self._cost, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self._hints)
        self.column.addStretch(1)
        self._empty()

    def attach(self, campaigns: Campaigns) -> None:
        """The shop is open."""
        self._campaigns = campaigns

    def show_sender(self, name: str, number: str) -> None:
        """Who the phone says it is from: the number, or the name where it isn't sent by a number."""
        self._sender.letter = (name.strip() or "?")[0]
        self._sender.update()
        self._from.setText(self._kit.formats.phone(number) if number else name)

    def show_time(self, time: str, day: str) -> None:
        """The clock and the day on the phone."""
        self._time.setText(time)
        self._day.setText(f"{day} {time}")

    def show_measured(self, measured: Measured) -> None:
        """People in the order in which they are worth a look; the one on show stays if they are still there."""
        here = self._order[self._at][0].customer if self._order else ""
        self._draft = measured.draft
        hard = measured.meter.hardest if measured.meter is not None else ()
        why: dict[str, str] = {}
        for one in hard:
            why.setdefault(one.copy.recipient.customer, hardship_word(one.hardship))
        people = {one.copy.recipient.customer: one.copy.recipient for one in hard}
        first = [(person, why[uid]) for uid, person in people.items()]
        self._order = first + [(one, "") for one in measured.audience.recipients if one.customer not in people]
        self._show_hints([(hardship_word(one.hardship), one.copy.recipient.customer) for one in hard])
        self._at = next((at for at, (one, _) in enumerate(self._order) if one.customer == here), 0)
        if measured.meter is None or not measured.draft.text.strip():
            self._empty()
        else:
            self._show()

    def rewind(self) -> None:
        """Another text: begin with the hardest copy again."""
        self._order = []

    def step(self, by: int) -> None:
        """The next or previous person, round and round."""
        if self._order:
            self._at = (self._at + by) % len(self._order)
            self._show()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(text_label(tr("PhonePanel", "On their phone"), strong=True))
        head.addStretch(1)
        head.addWidget(text_label(tr("PhonePanel", "Hardest first"), "caption", "secondary"))
        return head

    def _phone(self) -> QWidget:
        phone = _Outline(self._kit.theme, "Base", "Dark" if self._kit.theme.dark else "Text", radius=26, width=4)
        phone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        phone.setMaximumHeight(380)
        column = QVBoxLayout(phone)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._time)
        top.addStretch(1)
        top.addWidget(IconView(self._kit.theme, "smartphone", "textSecondary", 14))
        column.addLayout(top)
        column.addWidget(self._sender, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._from, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(hairline())
        column.addWidget(self._day, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._screen(), 1)
        return phone

    def _screen(self) -> QWidget:
        area = ScrollColumn(gap=0)
        bubble = _Outline(self._kit.theme, "AlternateBase", "border", radius=16, width=1)
        inside = QVBoxLayout(bubble)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self._bubble)
        area.column.addWidget(bubble)
        area.column.addStretch(1)
        return area

    def _stepper(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._name, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        on_press(self._back, lambda: self.step(-1))
        on_press(self._next, lambda: self.step(1))
        row.addWidget(self._back)
        row.addLayout(words, 1)
        row.addWidget(self._next)
        return row

    def _show_hints(self, hints: list[tuple[str, str]]) -> None:
        """A chip for each copy worth a look, with whose it is: a short cut to it."""
        if hints == [(one.text(), uid) for one, uid in self._hint_chips]:
            return
        self._hint_flow.clear()
        self._hint_chips = [(FilterChip(self._kit.theme, words, tier="tag"), uid) for words, uid in hints]
        for one, uid in self._hint_chips:
            one.clicked.connect(partial(self._jump, uid))
            self._hint_flow.addWidget(one)
        self._hints.updateGeometry()

    def _jump(self, uid: str) -> None:
        self._at = next((at for at, (one, _) in enumerate(self._order) if one.customer == uid), 0)
        self._show()

    def _mark_hint(self) -> None:
        here = self._order[self._at][0].customer
        for one, uid in self._hint_chips:
            one.setChecked(uid == here)

    def _empty(self) -> None:
        self._hints.hide()
        self._bubble.setText(tr("PhonePanel", "What you write appears here, as it arrives."))
        self._name.setText("–")
        self._why.setText("")
        self._cost.setText("")
        self._cost.hide()
        for button in (self._back, self._next):
            button.setEnabled(False)

    def _show(self) -> None:
        campaigns, draft = self._campaigns, self._draft
        if campaigns is None or draft is None or not self._order:
            self._empty()
            return
        recipient, why = self._order[self._at]
        text = campaigns.filled(draft, recipient)
        counted = campaigns.counted(text)
        self._bubble.setText(text)
        self._name.setText(_called(recipient, self._kit.language.code))
        place = tr("PhonePanel", "{at} of {all}").format(
            at=self._kit.formats.number(self._at + 1), all=self._kit.formats.number(len(self._order))
        )
        self._why.setText(f"{why} · {place}" if why else place)
        words = tr("PhonePanel", "{units} characters · %n part(s)", counted.parts).format(units=counted.units)
        set_chip(self._cost, words, "warn" if counted.parts > 1 else "neutral")
        self._cost.show()
        self._hints.setVisible(bool(self._hint_chips))
        self._mark_hint()
        for button in (self._back, self._next):
            button.setEnabled(len(self._order) > 1)


def _called(recipient: Recipient, language: str) -> str:
    name = recipient.display_name or tr("PhonePanel", "No name")
    return f"{name} 様" if language == "ja" and recipient.display_name and not recipient.organisation else name
