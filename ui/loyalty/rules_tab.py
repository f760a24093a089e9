"""The rules: a card each, the sentence for customers, and what is promised already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.loyalty.bonus_rules import KINDS, add_rule, bonus_card, shown_rules, title_of
from ui.loyalty.expiry_rules import expiry_card
from ui.loyalty.notice_strip import NoticeStrip
from ui.loyalty.point_rules import new_points, point_card
from ui.loyalty.promises_strip import PromisesStrip
from ui.loyalty.punch_rules import new_card, punch_card
from ui.loyalty.tab import RuleTab
from ui.shared.buttons import Button, on_press
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.loyalty.editing import Editing
    from ui.loyalty.rule_card import RuleCard

_UNITS: Final = ("point", "punch", "credit")


class RulesTab(RuleTab):
    """Every earning rule.

    Attributes:
        notice_wanted: print or save the notice for the shop's wall.
        presets_wanted: start from a trade.
        menu: what may be added.
    """

    notice_wanted = Signal()
    presets_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self.menu = QMenu(self)
        self.programme_cards: dict[str, RuleCard] = {}
        self.rule_cards: dict[tuple[str, int], RuleCard] = {}
        self.notice = NoticeStrip(editing)
        self.promises = PromisesStrip(editing)
        self.notice.notice_wanted.connect(self.notice_wanted)
        self._foot = QWidget()
        self._fill_foot()

    def build(self) -> None:
        """Programmes, their further rules, expiry; then the strips."""
        self.programme_cards, self.rule_cards = {}, {}
        draft = self.editing.draft
        for programme in draft.programmes:
            make = punch_card if programme.unit == "punch" else point_card
            self.programme_cards[programme.uid] = make(self.editing, programme)
            self.put(self.programme_cards[programme.uid])
        for programme in draft.programmes:
            for number in shown_rules(programme):
                card = bonus_card(self.editing, programme, number)
                self.rule_cards[programme.uid, number] = card
                self.put(card)
        if draft.programmes:
            self.put(expiry_card(self.editing))
        for strip in (self._foot, self.notice, self.promises):
            self.column.addWidget(strip)
            strip.show()
        self.notice.show_sentence()

    def rebuild(self) -> None:
        """The strips outlive the cards: what they show takes time to read."""
        for strip in (self._foot, self.notice, self.promises):
            self.column.removeWidget(strip)
        super().rebuild()

    def _fill_foot(self) -> None:
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._add = Button(self.kit.theme, tr("RulesTab", "Add a rule"), icon="plus")
        presets = Button(self.kit.theme, tr("RulesTab", "Start from your trade"), "quiet", icon="store")
        on_press(self._add, self._open_menu)
        on_press(presets, self.presets_wanted.emit)
        row.addWidget(self._add)
        row.addWidget(presets)
        row.addStretch(1)
        self._foot.setParent(self)
        self.notice.setParent(self)
        self.promises.setParent(self)
        for strip in (self._foot, self.notice, self.promises):
            strip.hide()

    def _open_menu(self) -> None:
        self.fill_menu()
        self.menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def fill_menu(self) -> None:
        """What may be added now: each kind of rule to each programme, and further programmes."""
        self.menu.clear()
        draft = self.editing.draft
        for programme in draft.programmes:
            if len(draft.programmes) > 1:
                self.menu.addSection(programme.name.replace("&", "&&"))
            for kind in KINDS:
                if programme.unit == "punch" and kind in {"visit", "amount"}:
                    continue
                words = tr("RulesTab", "{rule} ({programme})").format(rule=title_of(kind), programme=programme.name)
                self.menu.addAction(words.replace("&", "&&"), partial(self.add_rule, programme.uid, kind))
        self.menu.addSeparator()
        further = {
            "punch": tr("RulesTab", "A further punch card"),
            "point": tr("RulesTab", "A points programme"),
            "credit": tr("RulesTab", "Credit to spend later"),
        }
        for unit in _UNITS:
            self.menu.addAction(further[unit], partial(self.add_programme, unit))

    def add_rule(self, uid: str, kind: str) -> None:
        """Add a rule to a programme and go to its first field."""
        number = add_rule(self.editing, uid, kind)
        self._go_to(self.rule_cards.get((uid, number)))

    def add_programme(self, unit: str) -> None:
        """Add a programme and go to its first field."""
        uid = new_card(self.editing) if unit == "punch" else new_points(self.editing, unit)
        self._go_to(self.programme_cards.get(uid))

    def _go_to(self, card: RuleCard | None) -> None:
        if card is None:
            return
        self.ensureWidgetVisible(card)
        first = next((one for one in card.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if first is not None:
            first.setFocus()
