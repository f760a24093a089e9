"""The settings: an index at the left, one section at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.settings.about_section import AboutSection
from ui.settings.data_section import DataSection, made_at
from ui.settings.index import SettingsIndex
from ui.settings.look_section import LookSection
from ui.settings.sender_section import SenderSection
from ui.settings.shop_section import ShopSection
from ui.settings.staff_section import StaffSection
from ui.shared.language import mark, tr
from ui.shared.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.shop import Shop
    from ui.settings.section import Section
    from ui.shared.kit import Kit

SECTIONS: Final[tuple[tuple[str, str, str, Callable[[Page], Section]], ...]] = (
    ("shop", "store", mark("SettingsPage", "Shop"), ShopSection),
    ("sender", "send", mark("SettingsPage", "Sending"), SenderSection),
    ("staff", "user-cog", mark("SettingsPage", "Staff"), StaffSection),
    ("look", "languages", mark("SettingsPage", "Language and look"), LookSection),
    ("data", "database", mark("SettingsPage", "Data and backups"), DataSection),
    ("about", "info", mark("SettingsPage", "About"), AboutSection),
)
"""Name, icon, English words, what shows it."""


class SettingsPage(Page):
    """Everything the owner sets. Fields save when they are left."""

    watches: ClassVar[frozenset[str]] = frozenset({"setting", "customer", "outbox_message", "staff"})

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shop: Shop | None = None
        shown = [(name, icon, tr("SettingsPage", words)) for name, icon, words, _ in SECTIONS]
        self._index = SettingsIndex(kit.theme, shown)
        self._index.chosen.connect(self.open_section)
        self._stack = QStackedWidget()
        self._sections: dict[str, Section] = {name: build(self) for name, _, _, build in SECTIONS}
        for section in self._sections.values():
            self._stack.addWidget(section)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._index)
        row.addWidget(self._stack, 1)
        self.toast_column = self._stack
        self._index.mark("shop")

    @property
    def section(self) -> str:
        """Name of the section on show."""
        return next(name for name, one in self._sections.items() if one is self._stack.currentWidget())

    def open_section(self, name: str) -> None:
        """Show a section and what is kept now: "shop", "sender", "staff", "look", "data" or "about"."""
        self._stack.setCurrentWidget(self._sections[name])
        self._index.mark(name)
        self.reload()

    def attach(self, shop: Shop) -> None:
        """Hand the shop to every section."""
        self._shop = shop
        for section in self._sections.values():
            section.attach(shop)

    def reload(self) -> None:
        """The section on show, and the foot of the index."""
        self._sections[self.section].reload()
        if self._shop is None:
            return
        newest = next((at for at in map(made_at, self._shop.backup.files()) if at is not None), None)
        zone = self._shop.settings.now.zone_info
        today = self.kit.clock().astimezone(zone).date()
        when = self.kit.formats.day_time(newest, zone, today) if newest else tr("SettingsPage", "none yet")
        self._index.say([tr("SettingsPage", "Last backup: {when}").format(when=when)])

    def keep(self) -> dict[str, Any]:
        """The section on show and what is typed and not kept."""
        return {"section": self.section} | {name: one.keep() for name, one in self._sections.items()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        for name, one in self._sections.items():
            one.restore(kept.get(name, {}))
        self.open_section(kept.get("section", "shop"))

    def focus_start(self) -> None:
        """The first field of the section on show."""
        self._sections[self.section].start()

    def panes(self) -> list[QWidget]:
        """Index and section."""
        return [self._index, self._stack]
