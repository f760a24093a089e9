"""One page with every part of the kit in its states, for pictures and legibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QTableView, QVBoxLayout, QWidget

from ui.shared.amount_field import AmountField
from ui.shared.banner import Banner, ConfirmStrip
from ui.shared.bar import BarPart, PartBar
from ui.shared.buttons import Button, IconButton
from ui.shared.card import Card, hairline
from ui.shared.check_box import CheckBox
from ui.shared.chips import FilterChip, chip, chip_row
from ui.shared.choice_field import ChoiceField
from ui.shared.elide_label import ElideLabel
from ui.shared.empty_state import EmptyState
from ui.shared.find_box import FindBox
from ui.shared.form import Form
from ui.shared.icons import IconView
from ui.shared.key_cap import KeyCap
from ui.shared.labels import text_label
from ui.shared.page import Page
from ui.shared.punch_card import Punch, PunchCard
from ui.shared.row_delegate import RowDelegate, prepare_table
from ui.shared.rows_model import Column, RowsModel
from ui.shared.scroll_column import ScrollColumn
from ui.shared.segmented import Segmented
from ui.shared.shortcuts import keys_text
from ui.shared.steps import StepBadge, StepState
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from ui.shared.kit import Kit

WORDS = {
    "ja": {
        "find": "下4桁・かな・お名前・会員番号・QR",
        "new": "新しいお客様",
        "open": "顧客を開く",
        "record": "会計を記録",
        "why": "赤い印を直すと送れます",
        "erase": "この人を消す",
        "name": "佐々木 花子",
        "kana": "ささき はなこ",
        "note": "いつものカラーより少し明るめ、右耳のうしろが敏感なので薬剤に注意",
        "card": "スタンプカード",
        "points": "ポイント",
        "error": "電話番号ではありません。桁を確かめてください。",
        "bill": "お会計",
    },
    "en": {
        "find": "Last 4 digits, name, member number or QR",
        "new": "New customer",
        "open": "Open customer",
        "record": "Record the sale",
        "why": "Mend the red marks to send",
        "erase": "Erase this person",
        "name": "Hanako Sasaki",
        "kana": "ささき はなこ",
        "note": "A little lighter than the usual colour; the skin behind the right ear is sensitive",
        "card": "Punch card",
        "points": "Points",
        "error": "That is not a phone number. Check its digits.",
        "bill": "Amount",
    },
}


class Gallery(Page):
    """Three columns of parts."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.words = WORDS[kit.language.code]
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn(gap=0)
        whole.addWidget(scroll)
        holder = QWidget()
        scroll.column.addWidget(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(24, 24, 24, 96)
        row.setSpacing(16)
        for build in (self._left, self._middle, self._right):
            column = QVBoxLayout()
            column.setSpacing(16)
            build(column)
            column.addStretch(1)
            row.addLayout(column, 1)

    def _left(self, column: QVBoxLayout) -> None:
        theme, words = self.kit.theme, self.words
        self.find_box = FindBox(theme, words["find"], keys_text("find"))
        column.addWidget(self.find_box)
        column.addWidget(Button(theme, words["new"], tier="large", icon="user-plus", keys=keys_text("new_customer")))
        column.addWidget(self._person())
        column.addWidget(self._punches())
        column.addWidget(self._points())
        column.addWidget(self._bill())

    def _person(self) -> Card:
        theme, words = self.kit.theme, self.words
        card = Card()
        card.column.addWidget(text_label(words["kana"], "caption", "secondary"))
        card.column.addWidget(text_label(words["name"], "figure", strong=True))
        card.column.addWidget(
            chip_row(
                chip("14:32", "chosen"), chip("Gold"), chip("VIP", "warn"), chip("STOP", "bad"), chip("3", "count")
            )
        )
        note = ElideLabel(theme, words["note"], "body", "textSecondary")
        card.column.addWidget(note)
        card.column.addWidget(hairline())
        card.column.addWidget(text_label(words["note"], wrap=True))
        card.column.addWidget(Button(theme, words["open"], "quiet", "touch", icon="chevron-right", trailing=True))
        return card

    def _punches(self) -> Card:
        card = Card()
        card.column.addWidget(text_label(self.words["card"], strong=True))
        states = ["done"] * 4 + ["gift", "done", "today", "next", "next", "reward"]
        captions = ["1/10", "3/7", "4/25", "6/20", "8/8", "10/3", "11/21", "", "", "OK"]
        punches = PunchCard(self.kit.theme, self.words["card"], "scissors")
        punches.show_punches(
            [Punch(state, caption, n) for n, (state, caption) in enumerate(zip(states, captions, strict=True), 1)],  # type: ignore[arg-type]
            "7 / 10",
        )
        card.column.addWidget(punches)
        return card

    def _points(self) -> Card:
        card = Card()
        card.column.addWidget(text_label(self.words["points"], strong=True))
        bar = PartBar(self.kit.theme, self.words["points"])
        bar.show_parts([BarPart(842, "Accent"), BarPart(88, "heat3")], 1000, "842 / 1,000")
        card.column.addWidget(bar)
        return card

    def _bill(self) -> Card:
        theme = self.kit.theme
        card = Card(row=True)
        amount = AmountField(theme, self.words["bill"])
        amount.set_currency("JPY", "¥")
        amount.set_amount(8800)
        card.column.addWidget(text_label(self.words["bill"], strong=True))
        card.column.addWidget(amount)
        card.column.addWidget(Button(theme, self.words["record"], "primary", "amount", keys=keys_text("enter")))
        return card

    def _middle(self, column: QVBoxLayout) -> None:
        theme, words = self.kit.theme, self.words
        column.addWidget(self._form())
        column.addWidget(self._buttons())
        column.addWidget(
            Segmented(theme, words["card"], [("a", words["card"]), ("b", words["points"]), ("c", words["bill"])])
        )
        for tone in ("info", "good", "warn", "bad"):
            column.addWidget(Banner(theme, words["note"], tone, action=words["open"], on_action=self.update))
        column.addWidget(ConfirmStrip(theme, words["erase"], yes=words["erase"], on_yes=self.update, danger=True))

    def _form(self) -> Card:
        theme, words = self.kit.theme, self.words
        card = Card("current")
        form = Form(theme, 120)
        form.add(words["points"], QLineEdit("090-0000-1200"), hint=words["note"], beside=Button(theme, words["open"]))
        wrong = form.add(words["bill"], QLineEdit("09x"))
        form.set_error(wrong, words["error"])
        still = QLineEdit("0148")
        still.setReadOnly(True)
        form.add(words["name"], still)
        choice = ChoiceField(theme)
        choice.add("a", words["card"])
        choice.add("b", words["points"])
        form.add(words["card"], choice)
        form.add(words["new"], QPlainTextEdit(words["note"])).setFixedHeight(64)
        tick = CheckBox(theme, words["error"])
        tick.setChecked(True)
        form.add_wide(tick)
        form.add_wide(CheckBox(theme, words["note"]))
        card.column.addWidget(form)
        return card

    def _buttons(self) -> QWidget:
        theme, words = self.kit.theme, self.words
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        refused = Button(theme, words["record"], "primary", icon="send")
        refused.refuse(words["why"])
        busy = Button(theme, words["record"], "primary", icon="send")
        busy.set_busy(busy=True)
        switch = Switch(theme, words["card"])
        switch.setChecked(True)
        parts: list[QWidget] = [
            Button(theme, words["record"], "primary", icon="send"),
            refused,
            busy,
            Button(theme, words["erase"], "danger"),
            Button(theme, words["open"], "text", icon="plus"),
            Button(theme, words["open"], "quiet", "small"),
            IconButton(theme, "printer", words["open"], "touch"),
            switch,
            Switch(theme, words["points"]),
            KeyCap(theme, "Ctrl+Z"),
        ]
        for index, part in enumerate(parts):
            grid.addWidget(part, index // 2, index % 2)
        return holder

    def _right(self, column: QVBoxLayout) -> None:
        theme, words = self.kit.theme, self.words
        all_of_them = FilterChip(theme, words["card"])
        all_of_them.setChecked(True)
        column.addWidget(
            chip_row(
                all_of_them,
                FilterChip(theme, words["points"], "41"),
                FilterChip(theme, words["new"], "118", icon="plus"),
                FilterChip(theme, words["bill"], removable=True),
            )
        )
        badges = QWidget()
        row = QHBoxLayout(badges)
        row.setContentsMargins(0, 0, 0, 0)
        states: tuple[StepState, ...] = ("done", "current", "ahead", "failed")
        for number, state in enumerate(states, 1):
            row.addWidget(StepBadge(theme, number, state))
        row.addWidget(IconView(theme, "cake", "textSecondary"))
        row.addStretch(1)
        column.addWidget(badges)
        column.addWidget(self._table())
        column.addWidget(
            EmptyState(theme, "users", words["new"], words["note"], Button(theme, words["new"], "primary"))
        )

    def _table(self) -> Card:
        name, kana = self.words["name"], self.words["kana"]
        card = Card(padded=False)
        card.column.setContentsMargins(1, 12, 1, 12)
        model: RowsModel[int] = RowsModel(
            [
                Column(title=name, text=lambda _: name, second=lambda _: kana, key="name"),
                Column(title=self.words["points"], text=lambda row: f"{row:,}", numeric=True),
            ],
            lambda: range(1000, 3000),
            list,
            self,
        )
        model.reload()
        view = QTableView()
        prepare_table(view, RowDelegate(self.kit.theme, view), self.words["card"])
        view.setModel(model)
        view.setColumnWidth(0, 220)
        view.selectRow(1)
        view.setFixedHeight(200)
        card.column.addWidget(view)
        return card
