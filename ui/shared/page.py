"""What every room's page can be asked.

A page is made with the kit alone and shows its frame at once; `attach` hands it the shop when that is open.
It lays its widgets out into `self.body`; banners and confirm strips appear above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.first_look import FirstLook
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit


class Page(QWidget):
    """One room.

    Attributes:
        watches: names of the tables whose change makes this page reload.
        kit: the window's tools.
        body: the widget the page fills.
        notice_layout: where banners and confirm strips are put; a page may name a better place.
        toast_column: the widget whose width and foot the toast keeps to; a page may name a column.
    """

    watches: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.body = QWidget()
        self.notice_layout = QVBoxLayout()
        self.notice_layout.setContentsMargins(0, 0, 0, 0)
        self.notice_layout.setSpacing(0)
        self.toast_column: QWidget = self.body
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self.notice_layout)
        outer.addWidget(self.body, 1)

    def attach(self, shop: Shop) -> None:
        """Called once, when the shop is open; take the use cases needed and nothing else. `reload` follows."""

    def reload(self) -> None:
        """Read again what is on show: after `attach`, and when visible and a watched table has changed."""

    def keep(self) -> dict[str, Any]:
        """Typed but unsaved drafts and what is open, so that the page can be rebuilt in another language."""
        return {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `keep` of the page before gave."""

    def focus_start(self) -> None:
        """Give the keyboard to the field where work starts; called each time the page is opened."""
        self.body.setFocus()

    def go_back(self) -> bool:
        """Esc: close the drawer, clear the box, go back one step. False if there was nothing to do."""
        return False

    def focus_find(self) -> bool:
        """Ctrl+F: go to this page's find box. False if it has none; the desk is opened instead."""
        return False

    def panes(self) -> list[QWidget]:
        """The panes F6 walks through, in reading order."""
        return [self.body]


@runtime_checkable
class OpensCustomer(Protocol):
    """A page that can show one customer."""

    def open_customer(self, uid: str) -> None:
        """Show the customer with this uid; called after `attach`."""


@runtime_checkable
class ImportsFile(Protocol):
    """A page that can take in a list."""

    def import_file(self, path: Path) -> None:
        """Start the import of a .csv or .xlsx file with its preview; called after `attach`."""


@runtime_checkable
class FindsAhead(Protocol):
    """A page that can find a customer before the shop is open."""

    def look_ahead(self, look: FirstLook | None) -> None:
        """Find with this from now on; None: the shop is open, or won't be."""
