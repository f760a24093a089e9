"""Start from your trade: eight ready-made rule books; what each would change is shown before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.loyalty.draft import full_terms
from ui.loyalty.summary import programme_lines
from ui.loyalty.trade_tile import TradeTile
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retention_desktop.loyalty.rules import Preset, PresetChange, PresetTemplate
    from retention_desktop.shop import Shop
    from ui.loyalty.page import LoyaltyPage

ICONS: Final = {
    "salon": "scissors", "cafe": "coffee", "clinic": "stethoscope", "bakery": "croissant", "gym": "dumbbell",
    "retail": "shopping-bag", "repair": "wrench", "lessons": "graduation-cap",
}  # fmt: skip
COLUMNS: Final = 2


class PresetsView(ScrollColumn):
    """Trades in two columns, then what the chosen one changes and the button that does it."""

    def __init__(self, page: LoyaltyPage) -> None:
        super().__init__(gap=12)
        self._page, self._kit = page, page.kit
        self._shop: Shop | None = None
        self.trade = ""
        self._presets: Sequence[Preset] = ()
        self._buttons: dict[str, TradeTile] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._changes = QWidget()
        self._changed = QVBoxLayout(self._changes)
        self._changed.setContentsMargins(0, 0, 0, 0)
        self._changed.setSpacing(12)
        self._sentence = text_label("", wrap=True)
        self._apply = Button(
            self._kit.theme, tr("PresetsView", "Use these rules from now on"), "secondary", icon="check"
        )
        back = Button(self._kit.theme, tr("PresetsView", "Back to my rules"), "quiet", icon="arrow-left")
        on_press(back, lambda: page.show_view("rules"))
        on_press(self._apply, self.apply)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._apply)
        buttons.addWidget(back)
        buttons.addStretch(1)
        self.column.setContentsMargins(24, 4, 20, 24)
        title = tr("PresetsView", "Start from your trade: choose one and see what would change.")
        self.column.addWidget(text_label(title, tone="secondary", wrap=True))
        self.column.addLayout(self._grid)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._changes)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop

    def reload(self) -> None:
        """The trades, and what the chosen one would change now."""
        if self._shop is None:
            return
        if not self._presets:
            self._presets = self._shop.rules.presets()
            self._fill_grid()
        self._show()

    def choose(self, trade: str) -> None:
        """Look at one trade; "" = none."""
        self.trade = trade
        if self._presets:
            self._show()

    def start(self) -> None:
        """The chosen trade, or the first."""
        chosen = self._buttons.get(self.trade) or next(iter(self._buttons.values()), None)
        if chosen is not None:
            chosen.setFocus()

    def apply(self) -> None:
        """Use the chosen trade's rules from now on; what was typed on the page and not used goes."""
        if self._shop is None or not self.trade:
            return
        try:
            changed = self._shop.rules.apply_preset(self.trade, self._kit.language.code)
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
            return
        operations = [changed.operation] if changed.operation else []
        self._page.saving.forget_changes()
        self._page.reload()
        self._page.show_view("rules")
        said = tr("PresetsView", "The rules of your trade are in use. Change them as you like.")
        self._kit.notices.toast(self._page, said, undo=lambda: self._page.saving.take_back(operations))

    def _fill_grid(self) -> None:
        for place, preset in enumerate(self._presets):
            icon = ICONS.get(preset.trade, "store")
            tile = TradeTile(self._kit.theme, icon, preset.names[self._kit.language.code])
            tile.clicked.connect(lambda _on=False, trade=preset.trade: self.choose(trade))
            self._buttons[preset.trade] = tile
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
            tile.show()
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def _show(self) -> None:
        for trade, tile in self._buttons.items():
            tile.setChecked(trade == self.trade)
        while item := self._changed.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        code = self._kit.language.code
        preset = next((one for one in self._presets if one.trade == self.trade), None)
        self._sentence.setText(preset.sentences[code] if preset is not None else "")
        changes = self._shop.rules.preset_changes(self.trade, code) if self._shop is not None and preset else ()
        texts = self._shop.rules.preset_templates(self.trade) if self._shop is not None and preset else ()
        cards = [self._card(change) for change in changes] + ([self._texts(texts)] if texts else [])
        for card in cards:
            self._changed.addWidget(card)
            card.show()
        if preset is None:
            self._apply.refuse(tr("PresetsView", "Choose a trade first"))
        else:
            self._apply.refuse("" if cards else tr("PresetsView", "These rules are in use"))

    def _card(self, change: PresetChange) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconView(self._kit.theme, "stamp" if change.unit == "punch" else "hand-coins", "Accent"))
        head.addWidget(text_label(change.name_after or change.name_before, strong=True))
        head.addStretch(1)
        if change.holders:
            kept = tr("PresetsView", "%n customer(s) keep what they have", change.holders)
            head.addWidget(text_label(kept, "caption", "secondary"))
        card.column.addLayout(head)
        for text, mark in self._lines(change):
            card.column.addLayout(self._line(text, mark))
        return card

    def _line(self, text: str, mark: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        role = {"plus": "good", "minus": "bad"}.get(mark, "textSecondary")
        row.addWidget(IconView(self._kit.theme, mark, role, 14), 0, Qt.AlignmentFlag.AlignVCenter)
        label = text_label(text, tone="" if mark == "plus" else "secondary", wrap=True)
        label.setAccessibleName(_spoken(text, mark))
        row.addWidget(label, 1)
        return row

    def _texts(self, texts: Sequence[PresetTemplate]) -> Card:
        """The templates that come along, as the reader of this language reads them."""
        code = self._kit.language.code
        own = [one for one in texts if one.language == code] or list(texts)
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconView(self._kit.theme, "send", "Accent"))
        head.addWidget(text_label(tr("PresetsView", "Texts for messages"), strong=True))
        head.addStretch(1)
        head.addWidget(text_label(tr("PresetsView", "in Japanese and in English"), "caption", "secondary"))
        card.column.addLayout(head)
        for one in own:
            card.column.addLayout(self._line(one.name, "plus"))
            words = text_label(one.text.splitlines()[0], "caption", "secondary", wrap=True)
            words.setContentsMargins(22, 0, 0, 0)
            card.column.addWidget(words)
        return card

    def _lines(self, change: PresetChange) -> Iterator[tuple[str, str]]:
        """What goes, what comes and what stays, as (sentence, icon)."""
        editing = self._page.editing
        before, after = list[str](), list[str]()
        if change.before and change.active_before:
            before = list(programme_lines(editing, change.unit, full_terms(change.unit, change.before)))
        if change.active_after:
            after = list(programme_lines(editing, change.unit, full_terms(change.unit, change.after)))
        if change.active_before and not change.active_after:
            yield tr("PresetsView", "is switched off"), "minus"
        yield from ((line, "minus") for line in before if line not in after)
        yield from ((line, "plus") for line in after if line not in before)
        yield from ((line, "equal") for line in after if line in before)


def _spoken(text: str, mark: str) -> str:
    """A line with its sign in words, for those who hear it."""
    words = {"plus": tr("PresetsView", "New: {line}"), "minus": tr("PresetsView", "Gone: {line}")}
    return words.get(mark, tr("PresetsView", "As before: {line}")).format(line=text)
