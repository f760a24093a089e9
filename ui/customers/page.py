"""The customers' room: the list with one person beside it, and the import as a page within."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.customers.actions import Actions
from ui.customers.browse import Browse
from ui.customers.empty import EmptyRoom
from ui.customers.export import Export
from ui.customers.shop_formats import ShopFormats
from ui.shared.language import tr
from ui.shared.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from ui.customers.importing.page import ImportPage
    from ui.customers.merging import Merging
    from ui.customers.printing import Printing
    from ui.shared.kit import Kit


class CustomersPage(Page):
    """Find, look at, add, change, tag, bring in and hand out customers."""

    # Not the outbox: while messages go out its rows change ten times a second, and the list would be read as often.
    watches: ClassVar[frozenset[str]] = frozenset({
        "customer", "contact_point", "consent_event", "suppression", "tag", "tag_link", "visit", "ledger_entry",
        "setting",
    })  # fmt: skip

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shop: Shop | None = None
        self._export: Export | None = None
        self._actions: Actions | None = None
        self._formats: ShopFormats | None = None
        self._importing: ImportPage | None = None
        self._printing: Printing | None = None
        self._merging: Merging | None = None
        self.browse = Browse(kit)
        self.empty = EmptyRoom(kit)
        self._views = QStackedWidget()
        for view in (self.browse, self.empty):
            self._views.addWidget(view)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._views)
        self.toast_column = self.browse.list
        self._wire()

    @property
    def importing(self) -> ImportPage:
        """The import; made when it is first needed."""
        if self._importing is None:
            from ui.customers.importing.page import ImportPage  # noqa: PLC0415 - few openings of this room import

            self._importing = ImportPage(self.kit, self)
            self._views.addWidget(self._importing)
            self._importing.left.connect(self._leave_import)
            if self._shop is not None and self._actions is not None and self._formats is not None:
                self._importing.attach(self._shop, self._actions, self._formats)
        return self._importing

    @property
    def printing(self) -> Printing | None:
        """The printer; made when it is first needed, None until the shop is open."""
        if self._printing is None and self._shop is not None:
            from ui.customers.printing import Printing  # noqa: PLC0415 - few openings of this room print

            self._printing = Printing(self, self.kit, self._shop)
        return self._printing

    def attach(self, shop: Shop) -> None:
        """Work on this shop."""
        self._shop = shop
        self._merging = None
        self._formats = ShopFormats(self.kit, shop)
        self._actions = Actions(self, self.kit, shop)
        self._export = Export(self, self.kit, shop.transfer, shop.staff)
        self.browse.attach(shop, self._actions, self._formats)
        if self._importing is not None:
            self._importing.attach(shop, self._actions, self._formats)

    def reload(self) -> None:
        """Read again what is on show."""
        if self._shop is None or self._imports:
            return
        self.browse.reload()
        nobody = self._shop.customers.count() == 0 and not self.browse.pane.is_adding
        wanted = self.empty if nobody else self.browse
        if not self._on(wanted):
            self._show(wanted)
            if self.isVisible():
                self.focus_start()

    def keep(self) -> dict[str, Any]:
        """Query, person, drafts, and how far an import has come."""
        importing = self.importing.keep() if self._imports else None
        return {"browse": self.browse.keep(), "importing": importing}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `keep` gave."""
        self.browse.restore(kept["browse"])
        if kept["importing"] is not None:
            self._show(self.importing)
            self.importing.restore(kept["importing"])
        else:
            self.reload()

    def focus_start(self) -> None:
        """The find box, or the first thing to do."""
        if self._on(self.browse):
            self.browse.list.find_box.setFocus()
        elif self._on(self.empty):
            self.empty.take_keyboard()
        else:
            self.importing.take_keyboard()

    def go_back(self) -> bool:
        """Esc: the form, the pane, the import, the chosen rows, the query."""
        if self._imports:
            return self.importing.go_back()
        if not self._on(self.browse):
            return False
        return self.browse.close_pane() or self.browse.list.clear()

    def focus_find(self) -> bool:
        """Ctrl+F: the find box of the list."""
        if not self._on(self.browse):
            return False
        self.browse.list.find_box.setFocus()
        self.browse.list.find_box.selectAll()
        return True

    def panes(self) -> list[QWidget]:
        """List, then the person; or the import alone."""
        if not self._on(self.browse):
            return [self.importing if self._imports else self.empty]
        return [self.browse.list, *([self.browse.pane] if self.browse.pane.isVisible() else [])]

    def open_customer(self, uid: str) -> None:
        """Show one customer in the list."""
        if self._imports and self.importing.busy:
            return
        self._show(self.browse)
        self.browse.open_customer(uid)

    def import_file(self, path: Path) -> None:
        """Read a list and show what it would bring; nothing is written."""
        if self._importing is not None and self._importing.busy:
            return
        self._show(self.importing)
        self.importing.read(path)

    def _wire(self) -> None:
        for place in (self.browse.list, self.empty):
            place.import_wanted.connect(self._begin_import)
            place.sample_wanted.connect(self._fill_sample)
        self.browse.list.export_wanted.connect(self._write_export)
        self.browse.list.print_wanted.connect(self._print_cards)
        self.browse.list.merge_wanted.connect(self._merge)
        self.browse.list.notice_wanted.connect(self._print_notice)
        self.browse.pane.person.print_wanted.connect(self._print_person)
        self.browse.sample_gone.connect(self._remove_sample)
        self.empty.add_wanted.connect(self._add_first)

    @property
    def _imports(self) -> bool:
        return self._importing is not None and self._on(self._importing)

    def _on(self, view: QWidget) -> bool:
        return self._views.currentWidget() is view

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self.toast_column = self.browse.list if view is self.browse else self.body

    def _begin_import(self) -> None:
        self._show(self.importing)
        self.importing.begin()

    def _leave_import(self) -> None:
        self.kit.notices.clear(self)
        self._show(self.browse)
        self.reload()
        self.focus_start()

    def _add_first(self) -> None:
        self._show(self.browse)
        self.browse.add("")

    def _write_export(self, kind: str) -> None:
        if self._export is not None:
            self._export.ask(kind)

    def _print_person(self, uid: str) -> None:
        if self.printing is not None:
            self.printing.person(uid)

    def _print_cards(self, keys: list[int]) -> None:
        if self.printing is not None:
            self.printing.people(keys)

    def _merge(self, keys: list[int]) -> None:
        if self._shop is not None and self._actions is not None and self._formats is not None:
            from ui.customers.merging import Merging  # noqa: PLC0415 - few openings of this room merge

            if self._merging is None:
                self._merging = Merging(self, self._shop, self._actions, self._formats)
            self._merging.ask(keys)

    def _print_notice(self) -> None:
        if self.printing is not None:
            self.printing.notice()

    def _fill_sample(self) -> None:
        shop = self._shop
        if shop is None:
            return
        task = self.kit.tasks.start(lambda _progress, _stop: shop.sample_shop.fill())
        task.finished.connect(self._filled)
        task.failed.connect(partial(self.kit.notices.failed, self))

    def _filled(self, count: int) -> None:
        said = tr("CustomersPage", "%n sample people are here", count)
        self.kit.notices.toast(self, said, icon="store", undo=self._remove_sample)
        self.reload()

    def _remove_sample(self) -> None:
        shop = self._shop
        if shop is None:
            return
        task = self.kit.tasks.start(lambda _progress, _stop: shop.sample_shop.remove())
        task.finished.connect(self._removed)
        task.failed.connect(partial(self.kit.notices.failed, self))

    def _removed(self, count: int) -> None:
        said = tr("CustomersPage", "%n sample people are gone", count)
        self.kit.notices.toast(self, said, icon="store", undo=self._fill_sample)
        self.reload()
