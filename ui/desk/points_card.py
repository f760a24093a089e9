"""Points: the balance, what it will be after this sale, the way to the next reward, the level, and what is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.desk.words_line import Words, WordsLine
from ui.shared.bar import BarPart, PartBar
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.elide_label import ElideLabel
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.desk.bill_view import Offer
    from ui.desk.card_views import BalanceView, CollectedView
    from ui.shared.kit import Kit
    from ui.shared.theme import Theme

WIDTH: Final = 276
WIDEST: Final = 460


def card_width(theme: Theme) -> int:
    """As in the picture; larger texts need more."""
    return min(max(WIDTH, theme.px(WIDTH)), WIDEST)


class ReadyStrip(Surface):
    """What can be redeemed now, and the button that opens all of it.

    Attributes:
        wanted: open what can be redeemed.
    """

    wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__("info", row=True, padded=False)
        self._theme = kit.theme
        self._icon = IconView(kit.theme, "ticket", "Accent", 20)
        self._name = text_label("", strong=True, wrap=True)
        self._below = text_label("", "caption", "secondary")
        self.button = Button(kit.theme, tr("ReadyStrip", "Redeem"), tier="touch", keys=keys_text("redeem"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._below)
        words.addStretch(1)
        self.column.setContentsMargins(8, 5, 4, 5)
        self.column.setSpacing(4)
        self.column.addWidget(self._icon)
        self.column.addLayout(words, 1)
        self.column.addWidget(self.button)
        on_press(self.button, self.wanted.emit)

    def set_low(self, *, low: bool) -> None:
        """As high as its button where the window is low."""
        edge = 1 if low else 5
        self.column.setContentsMargins(8, edge, 4, edge)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """The first of them, and how many more there are."""
        self._icon.setVisible(bool(offers))
        if not offers:
            self._name.setText("")
            self._below.setText(tr("ReadyStrip", "None ready yet"))
            return
        first, more = offers[0], len(offers) - 1
        self._name.setText(first.name)
        self._icon.setVisible(self._fits(first.name))
        self._below.setText(tr("ReadyStrip", "and %n more", more) if more else first.below)

    def _fits(self, name: str) -> bool:
        """Whether the name stands on one line beside the icon."""
        room = card_width(self._theme) - 40 - self.button.sizeHint().width() - 61
        return QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(name) <= room


class PointsCard(Surface):
    """The card.

    Attributes:
        redeem_wanted: open what can be redeemed.
        why_wanted: say why the balances are what they are.
    """

    redeem_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._collected: CollectedView | None = None
        self._title = text_label(tr("PointsCard", "Points"), strong=True)
        self._tier = text_label("", "caption", "secondary")
        self._count = WordsLine(kit.theme)
        self._after = WordsLine(kit.theme)
        why = tr("PointsCard", "Why these points and punches?")
        self._why = IconButton(kit.theme, "circle-question-mark", why, "touch")
        self._bar = PartBar(kit.theme, tr("PointsCard", "Points to the next reward"))
        self._goal = ElideLabel(kit.theme, "", "caption", "textSecondary")
        self._ahead = ElideLabel(kit.theme, "", "caption", "textSecondary")
        self._others = [WordsLine(kit.theme) for _ in range(2)]
        self._ready_title = text_label(tr("PointsCard", "Ready to use"), "caption", "secondary")
        self.ready = ReadyStrip(kit)
        self._lay_out()
        for widget in (self._bar, self._goal, self._ahead, *self._others):
            widget.hide()
        self._fit()
        kit.theme.changed.connect(self._fit)
        self.ready.wanted.connect(self.redeem_wanted)
        on_press(self._why, self.why_wanted.emit)

    def _fit(self) -> None:
        """Larger texts need a wider card."""
        self.setFixedWidth(card_width(self._kit.theme))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._tier)
        figures = QHBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self._count)
        figures.addWidget(self._why)
        figures.addStretch(1)
        figures.addWidget(self._after, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addLayout(figures)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._goal)
        self.column.addWidget(self._ahead)
        for line in self._others:
            self.column.addWidget(line)
        self.column.addStretch(1)
        self.column.addWidget(self._ready_title)
        self.column.addWidget(self.ready)

    def show_collected(self, collected: CollectedView) -> None:
        """Show a person's balances, level and next reward."""
        self._collected = collected
        self._tier.setText(collected.tier)
        self._ahead.set_text(collected.ahead)
        self._ahead.setVisible(bool(collected.ahead))
        self._bar.setVisible(collected.goal is not None)
        self._goal.setVisible(collected.goal is not None)
        self.show_gains({})

    def show_gains(self, gains: Mapping[str, int]) -> None:
        """The balances after the bill being entered: what each programme (by uid) changes."""
        if self._collected is None:
            return
        balances = self._collected.balances
        self._show_first(balances[0] if balances else None, gains)
        for line, balance in zip(self._others, (*balances[1:3], None, None), strict=False):
            line.setVisible(balance is not None)
            if balance is not None:
                line.show_words(*self._line(balance, gains.get(balance.programme, 0)))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """What can be redeemed now."""
        self.ready.show_offers(offers)

    def set_low(self, *, low: bool) -> None:
        """Tighter, and without the heading of the rewards, where the window is low."""
        self._ready_title.setVisible(not low)
        self.ready.set_low(low=low)
        edge = 12 if low else 16
        self.column.setContentsMargins(20, edge, 20, edge)
        self.column.setSpacing(2 if low else 4)

    def _show_first(self, balance: BalanceView | None, gains: Mapping[str, int]) -> None:
        self._title.setText(tr("PointsCard", "Points") if balance is None else self._name(balance))
        if balance is None:
            self._count.show_words()
            self._after.show_words()
            return
        figure, unit = self._written(balance, balance.amount)
        self._count.show_words(Words(figure, "figure", strong=True), Words(unit, "title", "textSecondary"))
        gain = gains.get(balance.programme, 0)
        after = "".join(self._written(balance, balance.amount + gain))
        self._after.show_words(*([Words(f"→ {after}", role="Accent", strong=True)] if gain else []))
        self._show_goal(balance.amount, max(gain, 0))

    def _show_goal(self, held: int, gain: int) -> None:
        goal = self._collected.goal if self._collected else None
        if goal is None:
            return
        left = max(goal.points - held, 0)
        words = tr("PointsCard", "{points} pt to {reward}")
        said = words.format(points=self._kit.formats.number(left), reward=goal.name)
        self._goal.set_text(said)
        parts = [BarPart(min(held, goal.points), "Accent"), BarPart(min(gain, left), "heat3")]
        self._bar.show_parts(parts, goal.points, said)

    def _line(self, balance: BalanceView, gain: int) -> list[Words]:
        words = [
            Words(f"{self._name(balance)}  ", "caption", "textSecondary"),
            Words("".join(self._written(balance, balance.amount)), strong=True),
        ]
        if gain:
            after = "".join(self._written(balance, balance.amount + gain))
            words.append(Words(f"  → {after}", "caption", "Accent", strong=True))
        return words

    @staticmethod
    def _name(balance: BalanceView) -> str:
        """What the shop calls it."""
        return balance.name or tr("PointsCard", "Points")

    def _written(self, balance: BalanceView, amount: int) -> tuple[str, str]:
        """Figure and unit."""
        if balance.unit == "credit":
            return self._kit.formats.money(amount, balance.currency), ""
        return self._kit.formats.number(amount), f" {tr('PointsCard', 'pt')}"
