"""The list's half of the room: title, find box, chips or the bar of the chosen, table and kana index."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.customers.customer_table import CustomerTable, customer_columns
from ui.customers.kana_index import KANA, KanaIndex, first_place, mark_of
from ui.customers.selection_bar import SelectionBar
from ui.customers.tag_filter import RING, TagFilter
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.empty_state import EmptyState
from ui.shared.find_box import FindBox
from ui.shared.labels import set_style_property, text_label
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from typing import Any

    from retention_desktop.customers import CustomerRow, Customers
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit

_SORT_WORDS: Final = (
    ("name", mark("CustomerList", "Sort by name")),
    ("last_visit", mark("CustomerList", "Sort by last visit")),
    ("visits", mark("CustomerList", "Sort by visits")),
    ("spend", mark("CustomerList", "Sort by spend")),
    ("added", mark("CustomerList", "Sort by day added")),
)
_EXPORT_WORDS: Final = (
    ("csv", mark("CustomerList", "Export as CSV …")),
    ("xlsx", mark("CustomerList", "Export as Excel …")),
    ("vcf", mark("CustomerList", "Export as vCard …")),
)
DESCENDING: Final = frozenset({"last_visit", "visits", "spend", "added"})


class CustomerList(QWidget):
    """Everybody, or those found.

    Attributes:
        looked_at: uid of the person the keyboard is on.
        opened: uid of the person pressed, or Return pressed on.
        add_wanted: text to start a new customer with.
        import_wanted: bring in a list.
        export_wanted: "csv", "xlsx" or "vcf".
        sample_wanted: fill the sample shop.
        print_wanted: keys of the people whose cards are to be printed.
        merge_wanted: keys of the two people to make one of.
        notice_wanted: print the notice for the shop.
        tag_wanted, untag_wanted: name of a tag for the chosen people.
    """

    looked_at = Signal(str)
    opened = Signal(str)
    add_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal(str)
    sample_wanted = Signal()
    print_wanted = Signal(list)
    merge_wanted = Signal(list)
    notice_wanted = Signal()
    tag_wanted = Signal(str)
    untag_wanted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._customers: Customers | None = None
        self._formats: ShopFormats | None = None
        self._sort = "name"
        self._descending = False
        self._kana = True
        # One search a turn of the event loop: what is typed faster than that is searched for once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.reload)
        self._build()
        self._wire()

    # -- what the page asks -------------------------------------------------------------------------------------

    def attach(self, customers: Customers, formats: ShopFormats) -> None:
        """Show these customers from now on."""
        self._customers, self._formats = customers, formats
        self.table.show_rows(customer_columns(formats), self._keys, customers.rows)
        self.table.show_sort(self._sort, descending=self._descending)

    def reload(self) -> None:
        """Read order, counts and tags again."""
        if self._customers is None or self._formats is None:
            return
        tags = self._customers.tags()
        self.filter.show_tags(tags, self._formats)
        self.bar.show_tags(tags)
        self.table.reload_rows()
        self._count.setText(tr("CustomerList", "%n people", self._shown()))
        self._show_index()
        self._show_state()

    def keep(self) -> dict[str, Any]:
        """What is searched, filtered and sorted."""
        return {
            "query": self.find_box.text(), "tag": self.filter.tag, "sort": self._sort, "descending": self._descending,
        }  # fmt: skip

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `keep` gave."""
        self.find_box.setText(kept["query"])
        self.filter.choose(kept["tag"])
        self.sort(kept["sort"], descending=kept["descending"])

    def sort(self, key: str, *, descending: bool) -> None:
        """Order by one of `customers.SORTS`."""
        self._sort, self._descending = key, descending
        self.table.show_sort(key, descending=descending)
        self.table.verticalScrollBar().setValue(0)
        self.reload()

    def clear(self) -> bool:
        """Choose nobody, then show everybody; False where there was nothing to clear."""
        if self.table.chosen_count() > 1:
            self.table.clearSelection()
        elif self.find_box.text():
            self.find_box.clear()
        elif self.filter.tag:
            self.filter.choose("")
        else:
            return False
        return True

    def show_person(self, uid: str) -> bool:
        """Bring a person's row into view; everybody is listed again where the query hides it."""
        if self._customers is None:
            return False
        key = self._customers.detail(uid).customer.key
        if self.table.choose_key(key):
            return True
        self.find_box.clear()
        self.filter.choose("")
        self.reload()
        return self.table.choose_key(key)

    def set_add_quiet(self, *, quiet: bool) -> None:
        """Another button is the page's primary one just now."""
        set_style_property(self._add, "kind", "secondary" if quiet else "primary")

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._kit.theme
        self.find_box = FindBox(theme, tr("CustomerList", "Find"), tier="regular")
        self.table = CustomerTable(theme)
        self.index = KanaIndex(theme)
        self.filter = TagFilter(theme)
        self.bar = SelectionBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self._above = QStackedWidget()
        self._above.addWidget(self.filter)
        # The chips keep 4 free for their focus ring; the bar stands where their ink begins.
        self._chosen = QWidget()
        chosen = QHBoxLayout(self._chosen)
        chosen.setContentsMargins(RING, 0, RING, 0)
        chosen.addWidget(self.bar)
        self._above.addWidget(self._chosen)
        self._above.setFixedHeight(48)
        row = QHBoxLayout()
        row.setContentsMargins(24 - RING, 0, 16 - RING, 0)
        row.addWidget(self._above)
        column.addLayout(row)
        self.notice = QVBoxLayout()
        self.notice.setContentsMargins(24, 4, 16, 0)
        column.addLayout(self.notice)
        column.addLayout(self._body(), 1)

    def _header(self) -> QHBoxLayout:
        theme = self._kit.theme
        self._count = text_label("", "body", "secondary")
        self._more = IconButton(theme, "ellipsis", tr("CustomerList", "Sort, export and more"), framed=True)
        self._import = Button(theme, tr("CustomerList", "Import"), icon="upload")
        self._add = Button(theme, tr("CustomerList", "Add"), "primary", icon="plus")
        self._add.setAccessibleDescription(tr("CustomerList", "Add a customer"))
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(text_label(tr("CustomerList", "Customers"), "title", strong=True))
        row.addWidget(self._count)
        row.addStretch(1)
        self.find_box.setMinimumWidth(140)
        self.find_box.setMaximumWidth(240)
        row.addWidget(self.find_box, 4)
        for button in (self._more, self._import, self._add):
            row.addWidget(button)
        return row

    def _body(self) -> QHBoxLayout:
        card = Card(padded=False)
        card.column.setContentsMargins(0, 0, 0, 12)
        card.column.setSpacing(0)
        card.column.addWidget(self.table)
        sentence = tr("CustomerList", "Try the last four digits, the kana, or fewer letters.")
        title = tr("CustomerList", "No one found")
        self._nobody = EmptyState(self._kit.theme, "search", title, sentence, self._add_found())
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(self._nobody)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 16)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self.index)
        return row

    def _add_found(self) -> Button:
        self._new = Button(self._kit.theme, tr("CustomerList", "Add this customer"), icon="user-plus")
        on_press(self._new, lambda: self.add_wanted.emit(self.find_box.text()))
        return self._new

    def _wire(self) -> None:
        self.find_box.typed.connect(lambda _text: self._soon.start())
        self.find_box.moved.connect(self.table.move_by)
        self.find_box.chosen.connect(self._open_found)
        self.table.looked_at.connect(self.looked_at)
        self.table.opened.connect(self.opened)
        self.table.counted.connect(self._show_chosen)
        self.table.sort_wanted.connect(lambda key, down: self.sort(key, descending=down))
        self.table.verticalScrollBar().valueChanged.connect(self._show_here)
        self.filter.chosen.connect(lambda _tag: self._soon.start())
        self.bar.cleared.connect(self.table.clearSelection)
        self.bar.tag_wanted.connect(self.tag_wanted)
        self.bar.untag_wanted.connect(self.untag_wanted)
        self.bar.print_wanted.connect(lambda: self.print_wanted.emit(self.table.chosen_keys()))
        self.bar.merge_wanted.connect(lambda: self.merge_wanted.emit(self.table.chosen_keys()))
        self.index.jumped.connect(self._jump)
        on_press(self._add, lambda: self.add_wanted.emit(""))
        on_press(self._import, self.import_wanted.emit)
        on_press(self._more, self._open_menu)

    # -- what happens -------------------------------------------------------------------------------------------

    def _keys(self) -> list[int]:
        if self._customers is None:
            return []
        query = self.find_box.whole_text()
        return self._customers.keys(sort=self._sort, descending=self._descending, query=query, tag=self.filter.tag)

    def _open_found(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.reload()
        if self.table.currentIndex().row() < 0 or self.table.chosen_count() == 0:
            self.table.choose_place(0)
        uid = self.table.row_uid(self.table.currentIndex().row())
        if uid:
            self.opened.emit(uid)

    def _show_chosen(self, count: int) -> None:
        self.bar.show_count(count)
        self._above.setCurrentWidget(self._chosen if count > 1 else self.filter)

    def _shown(self) -> int:
        return self.table.rows.rowCount() if self.table.rows else 0

    def _show_state(self) -> None:
        query = self.find_box.whole_text().strip()
        self._new.setVisible(bool(query))
        self._stack.setCurrentIndex(0 if self._shown() or not (query or self.filter.tag) else 1)

    # -- the index ----------------------------------------------------------------------------------------------

    def _show_index(self) -> None:
        by_name = self._sort == "name" and not self._descending
        self.index.setVisible(by_name and self._shown() > 0)
        first = self._row_at(0) if self._shown() else None
        self._kana = first is None or mark_of(first, kana=True) in KANA
        self.index.show_marks(kana=self._kana)
        self._show_here()

    def _show_here(self) -> None:
        top = self.table.rowAt(0)
        if self.index.isVisible() and top >= 0 and self.table.rows:
            row = self.table.rows.row(top)
            self.index.show_here(mark_of(row, kana=self._kana) if row else "")

    def _jump(self, wanted: str) -> None:
        place = first_place(wanted, self._shown(), self._row_at)
        if self.table.rows and self._shown():
            index = self.table.rows.index(min(place, self._shown() - 1), 0)
            self.table.scrollTo(index, CustomerTable.ScrollHint.PositionAtTop)

    def _row_at(self, place: int) -> CustomerRow | None:
        if self._customers is None or self.table.rows is None:
            return None
        found = self._customers.rows([self.table.rows.row_id(place)])
        return found[0] if found else None

    def _print_all(self) -> None:
        self.print_wanted.emit(self._keys())

    # -- the menu -----------------------------------------------------------------------------------------------

    def _open_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, words in _SORT_WORDS:
            action = menu.addAction(tr("CustomerList", words), partial(self.sort, key, descending=key in DESCENDING))
            action.setCheckable(True)
            action.setChecked(key == self._sort)
            group.addAction(action)
        menu.addSeparator()
        for kind, words in _EXPORT_WORDS:
            menu.addAction(tr("CustomerList", words), partial(self.export_wanted.emit, kind))
        menu.addSeparator()
        menu.addAction(tr("CustomerList", "Print cards for everyone in this list …"), self._print_all)
        menu.addAction(tr("CustomerList", "Print the notice for the shop …"), self.notice_wanted.emit)
        menu.addSeparator()
        menu.addAction(tr("CustomerList", "Fill the sample shop"), self.sample_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
