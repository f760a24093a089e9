"""A new coupon as sentences: what it gives, to whom, how often and until when; one code for all or many of one use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.terms import read_gives
from ui.loyalty import gives
from ui.loyalty.editing import Maker
from ui.loyalty.rule_card import RuleCard
from ui.loyalty.sheet import OneSheet
from ui.shared.buttons import Button, on_press
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.coupons import CouponDraft
    from ui.shared.kit import Kit

_NUMBERS: Final = (("gives", "amount"), ("gives", "percent"), ("gives", "cap"), ("gives", "count"), ("minimum",),
                   ("total_limit",), ("person_limit",), ("count",))  # fmt: skip
_DAYS: Final = (("first_day",), ("last_day",))


class CouponForm(QWidget):
    """The card with the sentences and its two buttons.

    Attributes:
        add_wanted: make what is written.
        closed: leave it.
    """

    add_wanted = Signal()
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.sheet = OneSheet({}, self)
        self.maker = Maker(kit, self.sheet)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card: RuleCard | None = None
        self._add = Button(kit.theme, "", "secondary")
        self._cancel = Button(kit.theme, tr("CouponForm", "Cancel"), "quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        on_press(self._add, self.add_wanted.emit)
        on_press(self._cancel, self.closed.emit)
        self.sheet.reshaped.connect(self._build)
        self.sheet.changed.connect(self._promise)

    def begin(self, kept: dict[str, Any] | None = None) -> None:
        """An empty coupon, or the one that was being written."""
        self.sheet.json = kept or {"way": "shared", "gives": gives.usual(self.maker, "discount"), "person_limit": 1}
        self.sheet.reshape()

    def draft(self) -> tuple[CouponDraft, str, int] | None:
        """What is to be made, its code and how many; None where something is wrong, which is then said beside it."""
        wrong = self._misread()
        self.show_problems(wrong)
        if wrong:
            return None
        from retention_desktop.coupons import CouponDraft  # noqa: PLC0415 - not before the first paint

        said, single = self.sheet.json, self.sheet.json.get("way") == "single"
        draft = CouponDraft(
            name=said.get("name", ""), gives=read_gives(said["gives"]), minimum=said.get("minimum", 0),
            first_day=_day(said.get("first_day")), last_day=_day(said.get("last_day")),
            total_limit=None if single else said.get("total_limit"), person_limit=said.get("person_limit"),
        )  # fmt: skip
        return draft, "" if single else said.get("code", ""), said.get("count", 1) if single else 1

    def show_problems(self, wrong: dict[str, str]) -> None:
        """Say what is wrong beside the fields, by their paths."""
        if self._card is not None:
            for sentence in self._card.lines_said:
                sentence.show_problems({("", path): words for path, words in wrong.items()})

    def start(self) -> None:
        """Into the first field."""
        if self._card is not None:
            self._card.lines_said[0].fields[0].setFocus()

    def _misread(self) -> dict[str, str]:
        wrong = {}
        for path in _NUMBERS:
            value = self.sheet.value("", path)
            if isinstance(value, str):
                wrong[".".join(path)] = tr("CouponForm", "“{value}” is not a number. Write digits only.").format(
                    value=value
                )
        for path in _DAYS:
            value = self.sheet.value("", path)
            if value and _day(value) is None:
                wrong[path[0]] = tr("CouponForm", "“{value}” is not a day. Write it like 2026-11-21.").format(
                    value=value
                )
        if not self.sheet.value("", ("name",)):
            wrong["name"] = tr("CouponForm", "Write what customers know it by.")
        return wrong

    def _build(self) -> None:
        old, self._card = self._card, RuleCard(self._kit, "ticket-percent", tr("CouponForm", "New coupon"))
        if old is not None:
            old.hide()
            old.deleteLater()
        self._column.insertWidget(0, self._card)
        make, card = self.maker, self._card
        ways = [
            ("shared", tr("CouponForm", "one code for everybody")),
            ("single", tr("CouponForm", "many codes for one use each")),
        ]
        way = make.choice("", ("way",), tr("CouponForm", "Which codes"), ways, "shared")
        way.chosen.connect(lambda _value: self.sheet.reshape())
        name = make.words("", ("name",), tr("CouponForm", "Name of the coupon"))
        card.say(tr("CouponForm", "{name} has {way}"), name=name, way=way)
        if self.sheet.value("", ("way",), "shared") == "single":
            count = make.number("", ("count",), tr("CouponForm", "How many codes"), 4, 1)
            card.say(tr("CouponForm", "Make {count} codes."), count=count)
        else:
            card.say(
                tr(
                    "CouponForm",
                    "The code is {code} and may be used {total} times in all",
                ),
                code=make.words("", ("code",), tr("CouponForm", "Code"), 10),
                total=make.number("", ("total_limit",), tr("CouponForm", "Uses in all"), 3),
            )
        title = tr("CouponForm", "Coupon")
        kind = str(self.sheet.value("", ("gives", "kind"), "gift"))
        card.say(gives.template(kind), **gives.parts(make, "", ("gives",), title))
        card.say(
            tr("CouponForm", "It is for bills from {minimum} {money} on and may be used {person} times by one person"),
            minimum=make.cash("", ("minimum",), tr("CouponForm", "Smallest bill for the coupon"), 5, 0),
            money=make.money_word,
            person=make.number("", ("person_limit",), tr("CouponForm", "Uses by one person"), 2),
        )
        first = make.words("", ("first_day",), tr("CouponForm", "First day"), 10)
        last = make.words("", ("last_day",), tr("CouponForm", "Last day"), 10)
        for field in (first, last):
            field.setPlaceholderText("2026-11-21")
        card.say(tr("CouponForm", "It counts from {first} to {last} (both days included)."), first=first, last=last)
        card.show()
        card.example(tr("CouponForm", "An empty field sets no limit; an empty code is made for you."))
        self._promise()

    def _promise(self) -> None:
        count = self.sheet.value("", ("count",), 1)
        many = self.sheet.value("", ("way",)) == "single" and isinstance(count, int)
        self._add.say(tr("CouponForm", "Make %n code(s)", count) if many else tr("CouponForm", "Make this coupon"))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
