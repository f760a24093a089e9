"""The person at the counter: name, one line, one thing to say, three facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk.one_thing import one_thing
from ui.desk.person_name import NameView, honorific
from ui.desk.words_line import Words, WordsLine
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.card import upright_line
from ui.shared.chips import FilterChip, chip
from ui.shared.elide_label import ElideLabel
from ui.shared.formats import NOTHING
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from retention_desktop.desk import Card
    from ui.shared.kit import Kit


class VisitChip(FilterChip):
    """The visit and its time; pressing it opens the visit for correction."""

    def nextCheckState(self) -> None:
        """It stays chosen."""


class Fact(QWidget):
    """Icon, label, value."""

    def __init__(self, kit: Kit, icon: str, label: str) -> None:
        super().__init__()
        self._icon = IconView(kit.theme, icon, "textSecondary", 20)
        self._label = text_label(label, "caption", "secondary")
        self.value = QVBoxLayout()
        self.value.setSpacing(0)
        self.value.addWidget(self._label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.value, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool) -> None:
        """In a low window the icon and the value do without the label."""
        self._label.setVisible(not low)


class Facts(QWidget):
    """Birthday, time since the last visit, pinned note: three equal columns."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._birthday = WordsLine(kit.theme)
        self._since = WordsLine(kit.theme)
        self._note = ElideLabel(kit.theme, strong=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._facts = []
        for icon, label, value in (
            ("cake", tr("Facts", "Birthday"), self._birthday),
            ("clock", tr("Facts", "Since last visit"), self._since),
            ("pin", tr("Facts", "Note"), self._note),
        ):
            fact = Fact(kit, icon, label)
            fact.value.addWidget(value)
            self._facts.append(fact)
            if row.count():
                row.addWidget(upright_line())
            row.addWidget(fact, 1)

    def show_facts(self, card: Card) -> None:
        """Show this person's."""
        formats = self._kit.formats
        person = card.customer
        if person.birth_month and person.birth_day:
            left = card.birthday_in or 0
            soon = tr("Facts", "today") if not left else tr("Facts", "in {days}").format(days=formats.days(left))
            self._show(self._birthday, formats.month_day(person.birth_month, person.birth_day), soon)
        else:
            self._show(self._birthday, NOTHING, "")
        if card.days_since is None:
            self._show(self._since, tr("Facts", "First visit"), "")
        else:
            gap = card.usual_gap
            usual = "" if gap is None else tr("Facts", "usually {days}").format(days=formats.days(gap))
            self._show(self._since, formats.days(card.days_since), usual)
        self._note.set_text(person.pinned_note or NOTHING)

    def set_low(self, *, low: bool) -> None:
        """One line instead of two."""
        for fact in self._facts:
            fact.set_low(low=low)

    @staticmethod
    def _show(line: WordsLine, value: str, beside: str) -> None:
        extra = [Words(f" {beside}", "caption", "textSecondary")] if beside else []
        line.show_words(Words(value, strong=True), *extra)


class SayStrip(Surface):
    """The one thing to say, with its reason as a link to the record."""

    def __init__(self, kit: Kit) -> None:
        super().__init__("info", row=True, padded=False)
        self._kit = kit
        self._icon = IconView(kit.theme, "message-circle", "Accent", 24)
        self._label = text_label(tr("SayStrip", "One thing to say"), "caption", "secondary")
        self._words = ElideLabel(kit.theme, "", "title", strong=True)
        self.why = Button(kit.theme, "", "text", "touch", icon="chevron-right", trailing=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self._words)
        self.column.setContentsMargins(17, 7, 8, 7)
        self.column.setSpacing(12)
        self.column.addWidget(self._icon)
        self.column.addLayout(column, 1)
        self.column.addWidget(self.why)
        self.setMinimumHeight(60)

    def show_card(self, card: Card, today: date) -> None:
        """Choose for this person."""
        thing = one_thing(card, today, self._kit.formats)
        self._icon.show_icon(thing.icon)
        self._words.set_text(thing.words)
        self.why.say(thing.reason)

    def set_low(self, *, low: bool) -> None:
        """Without its label where the window is low."""
        self._label.setVisible(not low)
        self.setMinimumHeight(48 if low else 60)


class PersonCard(Surface):
    """The card.

    Attributes:
        record_wanted: show the whole record.
        visit_wanted: correct the visit with this uid.
    """

    record_wanted = Signal()
    visit_wanted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._visit = ""
        self._kana = ElideLabel(kit.theme, "", "caption", "textSecondary")
        self._name = NameView(kit.theme)
        self._chip = VisitChip(kit.theme, "", icon="check")
        self._saving = chip(tr("PersonCard", "Saving…"), "warn")
        self._sample = chip(tr("PersonCard", "Sample"))
        self._line = ElideLabel(kit.theme, "", "body", "textSecondary")
        self._say = SayStrip(kit)
        self._facts = Facts(kit)
        self._open = Button(
            kit.theme, tr("PersonCard", "Open record"), "quiet", "touch", icon="chevron-right", trailing=True
        )
        self._lay_out()
        self._chip.clicked.connect(lambda _checked=False: self.visit_wanted.emit(self._visit))
        on_press(self._open, self.record_wanted.emit)
        on_press(self._say.why, self.record_wanted.emit)

    def show_card(self, card: Card, today: date, zone: tzinfo, *, saving: bool) -> None:
        """Show a person."""
        language = self._kit.language.code
        person = card.customer
        self._kana.set_text(person.kana)
        self._kana.setVisible(bool(person.kana.strip()))
        self._name.show_name(person.display_name, honorific(person.display_name, person.kind, language))
        self._show_visit(card, zone)
        self._saving.setVisible(saving)
        self._sample.setVisible(person.sample)
        self._line.set_text(tr("PersonCard", " · ").join(self._line_parts(card)))
        self._say.show_card(card, today)
        self._facts.show_facts(card)

    def set_brief(self, *, brief: bool) -> None:
        """Only who it is, while something else needs the room."""
        self._say.setVisible(not brief)
        self._facts.setVisible(not brief)

    def set_low(self, *, low: bool) -> None:
        """Tighter where the window is low."""
        self.column.setSpacing(8 if low else 12)
        self._say.set_low(low=low)
        self._facts.set_low(low=low)

    def _show_visit(self, card: Card, zone: tzinfo) -> None:
        newest = card.visits_today[0] if card.visits_today else None
        self._chip.setVisible(newest is not None)
        if newest is None:
            return
        self._visit = newest.uid
        at = "" if newest.at is None else self._kit.formats.time(newest.at, zone)
        words = tr("PersonCard", "Visit {time}").format(time=at).strip()
        self._chip.setText(words)
        self._chip.setAccessibleName(tr("PersonCard", "Correct visit {time}").format(time=at).strip())
        self._chip.setToolTip(self._chip.accessibleName())
        self._chip.updateGeometry()

    def _line_parts(self, card: Card) -> list[str]:
        person = card.customer
        parts = [tr("PersonCard", "Ends {digits}").format(digits=card.last_four)] if card.last_four else []
        if person.member_number:
            parts.append(tr("PersonCard", "Member {number}").format(number=person.member_number))
        parts.append(tr("PersonCard", "%n visit(s)", person.visit_count))
        parts.append(_consent_words(card))
        return parts

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self._name)
        names.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        names.addWidget(self._saving, 0, Qt.AlignmentFlag.AlignVCenter)
        names.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignVCenter)
        names.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._kana)
        left.addLayout(names)
        left.addWidget(self._line)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(left, 1)
        top.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        self._chip.setChecked(True)
        self.column.setSpacing(12)
        self.column.addLayout(top)
        self.column.addWidget(self._say)
        self.column.addWidget(self._facts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _consent_words(card: Card) -> str:
    if not card.last_four:
        return tr("PersonCard", "No phone number")
    if not card.reachable:
        return tr("PersonCard", "No SMS to this number")
    if card.consent is None:
        return tr("PersonCard", "Consent not asked")
    return tr("PersonCard", "Agreed to SMS") if card.consent else tr("PersonCard", "No SMS wanted")
