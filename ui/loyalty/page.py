"""The loyalty room: rules, rewards, promotions, tiers and coupons, and what they would have cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.loyalty.coupons_tab import CouponsTab
from ui.loyalty.editing import Editing
from ui.loyalty.examples import show_examples
from ui.loyalty.presets_view import PresetsView
from ui.loyalty.problems import find_wrong, find_wrong_standing
from ui.loyalty.promotions_tab import PromotionsTab
from ui.loyalty.rewards_tab import RewardsTab
from ui.loyalty.rules_tab import RulesTab
from ui.loyalty.save_foot import SaveFoot
from ui.loyalty.saving import Saving
from ui.loyalty.simulator_panel import SimulatorPanel
from ui.loyalty.tab import RuleTab
from ui.loyalty.tiers_tab import TiersTab
from ui.shared.card import Card
from ui.shared.chips import FilterChip
from ui.shared.labels import text_label
from ui.shared.language import mark, tr
from ui.shared.page import Page
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from retention_desktop.shop import Shop
    from ui.loyalty.problems import Wrong
    from ui.shared.kit import Kit

TABS: Final[tuple[tuple[str, str], ...]] = (
    ("rules", mark("LoyaltyPage", "Rules")),
    ("rewards", mark("LoyaltyPage", "Rewards")),
    ("promotions", mark("LoyaltyPage", "Promotions")),
    ("tiers", mark("LoyaltyPage", "Tiers")),
    ("coupons", mark("LoyaltyPage", "Coupons")),
)
"""Name, English words."""
PRESETS: Final = "presets"
NARROW_BELOW: Final = 1020
"""The panel's 384, and 636 for tabs and sentences; narrower, the panel opens over them."""
HEADER: Final = 64


class LoyaltyPage(Page):
    """What stands on it is a draft until the primary button is pressed."""

    watches: ClassVar[frozenset[str]] = frozenset({
        "programme", "programme_version", "visit", "refund", "ledger_entry", "reward", "coupon", "coupon_use",
        "setting",
    })  # fmt: skip

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shop: Shop | None = None
        self._wrong: list[Wrong] = []
        self._narrow = False
        self._stale: set[str] = set()
        self.editing = Editing(kit, self)
        self.saving = Saving(self)
        self.rules = RulesTab(self.editing)
        self.coupons = CouponsTab(self)
        self.presets = PresetsView(self)
        self.panel = SimulatorPanel(self.editing)
        self.foot = SaveFoot(kit.theme)
        self._tabs: dict[str, QWidget] = {
            "rules": self.rules, "rewards": RewardsTab(self.editing), "promotions": PromotionsTab(self.editing),
            "tiers": TiersTab(self.editing), "coupons": self.coupons, PRESETS: self.presets,
        }  # fmt: skip
        self._choice = Segmented(
            kit.theme, tr("LoyaltyPage", "View"), [(name, tr("LoyaltyPage", said)) for name, said in TABS]
        )
        self._cost = FilterChip(kit.theme, tr("LoyaltyPage", "Cost"), icon="calculator")
        self._stack = QStackedWidget()
        self._bar = Card("bar", padded=False)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._wire()
        self.foot.save.refuse(tr("LoyaltyPage", "Opening the shop…"))

    @property
    def view(self) -> str:
        """Name of what is on show: a tab, or "presets"."""
        return next(name for name, one in self._tabs.items() if one is self._stack.currentWidget())

    @property
    def judging(self) -> bool:
        """Whether what was typed last has yet to be judged."""
        return self._later.isActive()

    def attach(self, shop: Shop) -> None:
        """Hand the shop to everything that reads by itself."""
        self._shop = shop
        self.editing.follow(shop.settings.now)
        self.saving.attach(shop)
        self.panel.attach(shop)
        self.coupons.attach(shop)
        self.presets.attach(shop)
        self.rules.promises.attach(shop)

    def reload(self) -> None:
        """What is in use now; what is being changed stays as typed."""
        if self._shop is None:
            return
        self.editing.follow(self._shop.settings.now)
        self.editing.draft.load(self._shop.rules.programmes())
        self.saving.standing.load(self._shop.standing_discounts.all())
        self.rules.promises.reload()
        if self.view == "coupons":
            self.coupons.reload()

    def show_view(self, name: str) -> None:
        """Show a tab, or "presets"."""
        self._stack.setCurrentWidget(self._tabs[name])
        self._choice.choose("rules" if name == PRESETS else name)
        tab = self._tabs[name]
        if name in self._stale and isinstance(tab, RuleTab):
            self._stale.discard(name)
            tab.rebuild()
            self._show_wrong()
        if name == "coupons" and self._shop is not None:
            self.coupons.reload()
        if name == PRESETS:
            self.presets.reload()

    def keep(self) -> dict[str, Any]:
        """What is typed and not in use, and what is on show."""
        return {
            "view": self.view,
            "draft": self.editing.draft.keep(),
            "standing": self.saving.standing.discounts if self.saving.standing.dirty else None,
            "coupons": self.coupons.keep(),
            "presets": self.presets.trade,
            "open": {name: tab.keep() for name, tab in self._tabs.items() if isinstance(tab, RuleTab)},
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.editing.draft.restore(kept["draft"])
        if kept["standing"] is not None:
            self.saving.standing.write(kept["standing"])
        self.coupons.restore(kept["coupons"])
        self.presets.choose(kept["presets"])
        for name, tab in self._tabs.items():
            if isinstance(tab, RuleTab):
                self.show_view(name)
                tab.restore(kept["open"].get(name, {}))
        self.show_view(kept["view"])

    def focus_start(self) -> None:
        """Into the first field of what is on show."""
        current = self._stack.currentWidget()
        if isinstance(current, (RuleTab, CouponsTab, PresetsView)):
            current.start()

    def go_back(self) -> bool:
        """Close the panel that lies over the page, or the presets."""
        if self._narrow and self._cost.isChecked():
            self._cost.setChecked(False)
            return True
        if self.view == PRESETS:
            self.show_view("rules")
            return True
        return False

    def panes(self) -> list[QWidget]:
        """Tabs, what they show, the panel, the buttons."""
        return [self._choice, self._stack, self.panel, self.foot]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: the panel opens over the page, from the header."""
        super().resizeEvent(event)
        self._share_width()

    def _lay_out(self) -> None:
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
        self._bar.column.setContentsMargins(24, 12, 24, 12)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._stack, 1)
        column.addWidget(self._bar)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.panel)
        self.panel.foot.addWidget(self.foot)
        self._bar.hide()
        self._cost.hide()
        self.toast_column = self._stack

    def _header(self) -> QWidget:
        header = QWidget()
        header.setFixedHeight(max(HEADER, self.kit.theme.px(HEADER)))
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(text_label(tr("LoyaltyPage", "Loyalty"), "title", strong=True))
        row.addStretch(1)
        row.addWidget(self._cost)
        row.addWidget(self._choice)
        return header

    def _wire(self) -> None:
        draft = self.editing.draft
        draft.changed.connect(self._later.start)
        draft.reshaped.connect(self._reshape)
        self.editing.standing.sheet.changed.connect(self._later.start)
        self.editing.standing.sheet.reshaped.connect(self._reshape)
        self._later.timeout.connect(self._look)
        self._choice.chosen.connect(self.show_view)
        self._cost.toggled.connect(lambda _on: self._share_width())
        self.rules.presets_wanted.connect(lambda: self.show_view(PRESETS))
        self.rules.notice_wanted.connect(self._print_notice)
        self.panel.cost_wanted.connect(self._show_cost)
        self.panel.failed.connect(lambda error: self.kit.notices.failed(self, error))
        self.foot.save_wanted.connect(self.save)
        self.foot.undo_wanted.connect(self.saving.forget_changes)
        self.foot.show_wanted.connect(self._show_first_wrong)

    def _share_width(self) -> None:
        narrow = self.width() < NARROW_BELOW
        if narrow != self._narrow:
            self._narrow = narrow
            self._cost.setVisible(narrow)
            row = self.body.layout()
            if narrow and row is not None:
                row.removeWidget(self.panel)
                self._bar.column.addWidget(self.foot)
            elif isinstance(row, QHBoxLayout):
                row.addWidget(self.panel)
                self.panel.foot.addWidget(self.foot)
            self._bar.setVisible(narrow)
        self.panel.setVisible(not narrow or self._cost.isChecked())
        if narrow:
            height = self.body.height() - HEADER - self._bar.sizeHint().height()
            self.panel.setGeometry(self.body.width() - self.panel.width(), HEADER, self.panel.width(), height)
            self.panel.raise_()

    def _reshape(self) -> None:
        """Build the tab on show again now, the others when they are opened."""
        self._stale = {name for name, tab in self._tabs.items() if isinstance(tab, RuleTab)}
        current = self._stack.currentWidget()
        if isinstance(current, RuleTab):
            self._stale.discard(self.view)
            current.rebuild()
        count = sum(len(one.terms.get("promotions", ())) for one in self.editing.draft.programmes)
        word = tr("LoyaltyPage", "Promotions")
        self._choice.say("promotions", f"{word} {count}" if count else word)

    def _look(self) -> None:
        """Judge the draft: problems beside their fields, examples, the button's promise, the simulator."""
        if self._shop is None:
            return
        self._wrong = [
            *find_wrong(self.editing, self._shop.rules),
            *find_wrong_standing(self.editing, self._shop.standing_discounts),
        ]
        broken = {one.programme for one in self._wrong}
        self._show_wrong()
        show_examples(self.editing, self._shop.rules, self.rules, broken)
        self.panel.ask(valid=not self._wrong)

    def _show_wrong(self) -> None:
        said = {(one.programme, one.path): one.sentence for one in reversed(self._wrong)}
        current = self._stack.currentWidget()
        if isinstance(current, RuleTab):
            current.show_problems(said)
        first = ""
        if self._wrong:
            words = dict(TABS)[self._wrong[0].tab]
            first = tr("LoyaltyPage", "{tab}: {problem}").format(
                tab=tr("LoyaltyPage", words), problem=self._wrong[0].sentence
            )
        self.foot.show_state(dirty=self.saving.dirty, wrong=len(said), first=first)

    def _show_first_wrong(self) -> None:
        if self._wrong:
            self.show_view(self._wrong[0].tab)
            current = self._stack.currentWidget()
            if isinstance(current, RuleTab):
                current.go_to(self._wrong[0].programme, self._wrong[0].path)

    def _show_cost(self, programme: str, path: tuple[str | int, ...]) -> None:
        """To the field for what a reward costs; a panel that lies over it is put away."""
        self._cost.setChecked(False)
        self.show_view("rewards")
        current = self._stack.currentWidget()
        if isinstance(current, RuleTab):
            current.go_to(programme, ".".join(str(part) for part in path))

    def save(self) -> None:
        """Use what is on the page from now on; what was wrong keeps everything as it is."""
        self._look()
        if not self._wrong:
            self.saving.save()

    def _print_notice(self) -> None:
        from ui.loyalty.printing import open_notice  # noqa: PLC0415 - few openings of this room print

        if self._shop is not None:
            open_notice(self, self._shop)
