"""Who gets it: everyone or a tag, how many that is, and who is left out and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.campaign import Selection
from ui.messages.reasons import reason_sentence, reason_word
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card, hairline
from ui.shared.chips import FilterChip
from ui.shared.flow_layout import FlowLayout
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from retention_desktop.campaigns import Audience
    from retention_desktop.domain.recipient import Recipient
    from retention_desktop.domain.sending_policy import Reason
    from ui.shared.kit import Kit

EVERYONE: Final = ""
MOST_NAMES: Final = 100
"""Left-out people listed by name; the chip has the whole count."""
FEW_NAMES: Final = 12
"""As many need no scrolling of their own."""
LIST_HEIGHT: Final = 144


class AudienceCard(Card):
    """Filter chips, the count, and a chip a reason that opens its people.

    Attributes:
        chosen: another `Selection`.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._tag = EVERYONE
        self._tags: dict[str, int] = {}
        self._audience: Audience | None = None
        self._open: Reason | None = None
        self._tag_chips: dict[str, FilterChip] = {}
        self._reason_chips: dict[Reason, FilterChip] = {}
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._of = text_label("", "caption", "secondary")
        self._count = text_label("", "title", strong=True)
        self._out = QWidget()
        self._out_flow = FlowLayout(self._out, gap=6)
        self._people = QWidget()
        self._people_column = QVBoxLayout(self._people)
        self._people_column.setContentsMargins(0, 4, 0, 0)
        self.column.addLayout(self._head())
        self.column.addWidget(self._out)
        self.column.addWidget(self._people)
        self._people.hide()
        self._out.hide()
        self._show_tags()

    @property
    def selection(self) -> Selection:
        """Who is meant."""
        return Selection(tag=self._tag)

    def choose(self, tag: str) -> None:
        """Everyone ("") or a tag, without `chosen`."""
        self._tag = tag
        for name, one in self._tag_chips.items():
            one.setChecked(name == tag)

    def show_tags(self, tags: dict[str, int]) -> None:
        """The tags there are, with how many people carry each."""
        if tags != self._tags:
            self._tags = tags
            if self._tag not in tags:
                self._tag = EVERYONE
            self._show_tags()

    def show_audience(self, audience: Audience, people: int) -> None:
        """Who gets it; `people` is the count after those who share a phone were left out."""
        self._count.setText(tr("AudienceCard", "%n people will get it", people))
        self._of.setText(tr("AudienceCard", "of {all}").format(all=self._kit.formats.number(audience.people)))
        if audience is not self._audience:
            self._audience = audience
            self._show_left_out(audience)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        to = text_label(tr("AudienceCard", "To"), strong=True)
        to.setContentsMargins(0, 6, 0, 6)
        to.setProperty("lines", "many")
        head.addWidget(to, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._chips, 1)
        for label in (self._of, self._count):
            head.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            label.setProperty("lines", "many")
        self._of.setContentsMargins(0, 10, 0, 0)
        self._count.setContentsMargins(0, 3, 0, 0)
        return head

    def _show_tags(self) -> None:
        self._flow.clear()
        self._tag_chips.clear()
        names = {EVERYONE: tr("AudienceCard", "Everyone"), **{tag: tag for tag in self._tags}}
        for tag, words in names.items():
            count = self._kit.formats.number(self._tags[tag]) if tag else ""
            one = FilterChip(self._kit.theme, words, count)
            one.setChecked(tag == self._tag)
            one.clicked.connect(partial(self._choose, tag))
            self._flow.addWidget(one)
            self._tag_chips[tag] = one
        self._chips.updateGeometry()

    def _choose(self, tag: str) -> None:
        self.choose(tag)
        self.chosen.emit(self.selection)

    def _show_left_out(self, audience: Audience) -> None:
        self._out_flow.clear()
        self._reason_chips.clear()
        total = sum(len(group) for group in audience.excluded.values())
        self._out.setVisible(bool(total))
        label = text_label(tr("AudienceCard", "%n left out", total), "caption", "secondary")
        label.setContentsMargins(0, 4, 0, 4)
        label.setProperty("lines", "many")
        self._out_flow.addWidget(label)
        for reason, group in audience.excluded.items():
            one = FilterChip(self._kit.theme, reason_word(reason), self._kit.formats.number(len(group)), tier="tag")
            one.setToolTip(reason_sentence(reason))
            one.setChecked(reason is self._open)
            one.clicked.connect(partial(self._toggle, reason))
            self._out_flow.addWidget(one)
            self._reason_chips[reason] = one
        self._show_people()

    def _toggle(self, reason: Reason) -> None:
        self._open = None if self._open is reason else reason
        for each, one in self._reason_chips.items():
            one.setChecked(each is self._open)
        self._show_people()

    def _show_people(self) -> None:
        while (item := self._people_column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        excluded = self._audience.excluded if self._audience is not None else {}
        group = excluded.get(self._open, ()) if self._open is not None else ()
        self._people.setVisible(bool(group))
        if not group or self._open is None:
            return
        self._people_column.addWidget(hairline())
        self._people_column.addWidget(text_label(reason_sentence(self._open), "caption", "secondary", wrap=True))
        self._people_column.addWidget(self._names(group))

    def _names(self, group: tuple[Recipient, ...]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=0)
        for person in group[:MOST_NAMES]:
            name = Button(self._kit.theme, person.display_name or tr("AudienceCard", "No name"), "text", "small")
            on_press(name, partial(self._kit.go_to.open_customer, person.customer))
            flow.addWidget(name)
        if len(group) > MOST_NAMES:
            flow.addWidget(text_label(tr("AudienceCard", "and %n more", len(group) - MOST_NAMES), "caption"))
        if len(group) <= FEW_NAMES:
            return holder
        area = ScrollColumn(gap=0)
        area.column.addWidget(holder)
        area.setFixedHeight(LIST_HEIGHT)
        return area
