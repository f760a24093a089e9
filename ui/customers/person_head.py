"""The head of one person's pane: kana, name, chips, three figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.name import addressed
from ui.customers.joined import joined
from ui.customers.stage_text import stage_tone, stage_word
from ui.customers.tag_field import TagField
from ui.shared.buttons import IconButton, on_press
from ui.shared.chips import FilterChip, chip
from ui.shared.elide_label import ElideLabel
from ui.shared.flow_layout import FlowLayout
from ui.shared.formats import NOTHING
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retention_desktop.customers import CustomerDetail
    from retention_desktop.domain.customer import Customer
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit


def usual_gap(customer: Customer) -> int | None:
    """Days between visits as this person keeps them, None below three visits.

    The stage's own rule says when they are due: on the day after their median gap (`domain.stage`).
    """
    if customer.due_on is None or customer.last_visit_day is None:
        return None
    return (customer.due_on - customer.last_visit_day).days - 1


class PersonHead(QWidget):
    """Who this is, at a glance.

    Attributes:
        closed: put the pane away.
        menu_wanted: the button to open a menu below.
        print_wanted: cards and statement.
        tagged, untagged: name of a tag to give or take away.
    """

    closed = Signal()
    menu_wanted = Signal(object)
    print_wanted = Signal()
    tagged = Signal(str)
    untagged = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(10)
        column.addLayout(self._names())
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column.addWidget(self._chips)
        self._tag = TagField(kit.theme, tr("PersonHead", "New tag"))
        self._tag.entered.connect(self._give)
        self._tag.hide()
        column.addWidget(self._tag)
        column.addLayout(self._figures())
        column.addWidget(self._pinned_note())

    def show_person(self, detail: CustomerDetail, formats: ShopFormats, tags: Iterable[str]) -> None:
        """Show this person."""
        customer = detail.customer
        member = tr("PersonHead", "Member {number}").format(number=customer.member_number)
        self._kana.set_text(joined(customer.kana, member if customer.member_number else ""))
        self._name.setText(self._written(customer))
        self._tag.show_tags(set(tags) - set(detail.tags))
        self._show_chips(detail, formats)
        self._note.setText(customer.pinned_note)
        self._pinned.setVisible(bool(customer.pinned_note.strip()))
        gap = usual_gap(customer)
        values = (
            tr("PersonHead", "%n visit(s)", customer.visit_count),
            self._kit.formats.days(gap) if gap is not None else NOTHING,
            formats.money(customer.spend),
        )
        for label, value in zip(self._values, values, strict=True):
            label.setText(value)

    def show_close(self, *, visible: bool) -> None:
        """Whether the pane can be put away (it lies over the list)."""
        self._close.setVisible(visible)

    def open_tag_field(self) -> None:
        """Ask for a tag."""
        self._tag.show()
        self._tag.setFocus()

    def _names(self) -> QHBoxLayout:
        theme = self._kit.theme
        self._kana = ElideLabel(theme, "", "caption", "textSecondary")
        self._name = text_label("", "title", strong=True, wrap=True)
        self._more = IconButton(theme, "ellipsis", tr("PersonHead", "More for this person"), framed=True)
        self._print = IconButton(theme, "printer", tr("PersonHead", "Print cards and statement"), framed=True)
        self._close = IconButton(theme, "x", tr("PersonHead", "Close"))
        on_press(self._print, self.print_wanted.emit)
        on_press(self._more, lambda: self.menu_wanted.emit(self._more))
        on_press(self._close, self.closed.emit)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._kana)
        texts.addWidget(self._name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addWidget(self._print)
        row.addWidget(self._more)
        row.addWidget(self._close)
        return row

    def _figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._values = []
        for words in (
            tr("PersonHead", "Visits"), tr("PersonHead", "Usual gap"), tr("PersonHead", "Total spend"),
        ):  # fmt: skip
            column = QVBoxLayout()
            column.setSpacing(0)
            value = text_label("", "title", strong=True)
            value.setAccessibleDescription(words)
            column.addWidget(text_label(words, "caption", "secondary"))
            column.addWidget(value)
            self._values.append(value)
            row.addLayout(column, 1)
        return row

    def _pinned_note(self) -> QWidget:
        self._pinned = QWidget()
        self._note = text_label("", wrap=True)
        self._note.setAccessibleDescription(tr("PersonHead", "Pinned note"))
        row = QHBoxLayout(self._pinned)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(self._kit.theme, "pin", "Accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note, 1)
        return self._pinned

    def _written(self, customer: Customer) -> str:
        name = customer.display_name or customer.kana
        if self._kit.language.code == "ja":
            return addressed(name, customer.kind)
        return name or tr("PersonHead", "(no name)")

    def _show_chips(self, detail: CustomerDetail, formats: ShopFormats) -> None:
        customer, theme = detail.customer, self._kit.theme
        self._flow.clear()
        self._flow.addWidget(chip(stage_word(detail.stage), stage_tone(detail.stage)))
        born = formats.birthday(customer.birth_year, customer.birth_month, customer.birth_day)
        if born:
            self._flow.addWidget(chip(tr("PersonHead", "Born {day}").format(day=born)))
        if customer.sample:
            self._flow.addWidget(chip(tr("PersonHead", "Sample")))
        for tag in detail.tags:
            one = FilterChip(theme, tag, removable=True, tier="tag")
            one.setAccessibleDescription(tr("PersonHead", "Press Delete to take this tag away"))
            one.removed.connect(partial(self.untagged.emit, tag))
            self._flow.addWidget(one)
        add = FilterChip(theme, tr("PersonHead", "Tag"), icon="plus", tier="tag")
        add.setCheckable(False)
        add.setAccessibleName(tr("PersonHead", "Add a tag"))
        add.clicked.connect(self.open_tag_field)
        self._flow.addWidget(add)

    def _give(self, tag: str) -> None:
        self._tag.hide()
        self.tagged.emit(tag)
