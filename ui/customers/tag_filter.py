"""Filter chips above the list: everybody, then each tag with its live count, in one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.chips import FilterChip
from ui.shared.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

GAP: Final = 8
RING: Final = 4
HEIGHT: Final = 36 + 2 * RING


class TagFilter(QWidget):
    """What does not fit in the line stands in a menu; the chosen tag always shows.

    Attributes:
        chosen: the tag, "" for everybody.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tag = ""
        self._chips: dict[str, FilterChip] = {}
        self._more = Button(theme, tr("TagFilter", "More tags"), "text", icon="plus")
        self._more.setParent(self)
        self._menu = QMenu(self)
        on_press(self._more, self._open_menu)
        self.setAccessibleName(tr("TagFilter", "Show only"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def tag(self) -> str:
        """The chosen tag, "" for everybody."""
        return self._tag

    def show_tags(self, tags: dict[str, int], formats: ShopFormats) -> None:
        """Chips for these tags; counts of chips that are there change in place."""
        wanted = ["", *sorted((tag for tag in tags if tags[tag] or tag == self._tag), key=lambda tag: -tags[tag])]
        for gone in [tag for tag in self._chips if tag not in wanted]:
            self._chips.pop(gone).deleteLater()
        if self._tag not in wanted:
            self._tag = ""
        for tag in wanted:
            if tag not in self._chips:
                self._chips[tag] = self._chip(tag)
            self._chips[tag].set_count(formats.number(tags[tag]) if tag else "")
        self._chips = {tag: self._chips[tag] for tag in wanted}
        self._mark()
        self._place()

    def choose(self, tag: str) -> None:
        """Show only a tag, or "" everybody."""
        self._tag = tag
        self._mark()
        self._place()
        self.chosen.emit(tag)

    def sizeHint(self) -> QSize:
        """A line with room for the focus ring."""
        return QSize(240, max(HEIGHT, self._theme.px(36) + 2 * RING))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit."""
        super().resizeEvent(event)
        self._place()

    def _chip(self, tag: str) -> FilterChip:
        chip = FilterChip(self._theme, tag or tr("TagFilter", "All"))
        chip.setParent(self)
        chip.clicked.connect(partial(self._press, tag))
        return chip

    def _press(self, tag: str) -> None:
        self.choose("" if tag == self._tag else tag)

    def _mark(self) -> None:
        for tag, chip in self._chips.items():
            chip.setChecked(tag == self._tag)

    def _order(self) -> list[str]:
        rest = [tag for tag in self._chips if tag not in {"", self._tag}]
        return ["", *([self._tag] if self._tag else []), *rest] if self._chips else []

    def _place(self) -> None:
        order = self._order()
        widths = {tag: self._chips[tag].sizeHint().width() for tag in order}
        whole = sum(widths.values()) + GAP * max(len(order) - 1, 0)
        room = self.width() if whole + 2 * RING <= self.width() else self.width() - self._more.sizeHint().width() - GAP
        x = RING
        hidden: list[str] = []
        for tag in order:
            chip = self._chips[tag]
            fits = x + widths[tag] <= room or tag in {"", self._tag}
            chip.setVisible(fits and not hidden)
            if fits and not hidden:
                height = chip.sizeHint().height()
                chip.setGeometry(x, (self.height() - height) // 2, widths[tag], height)
                x += widths[tag] + GAP
            else:
                hidden.append(tag)
        self._show_more(hidden, x)

    def _show_more(self, hidden: list[str], x: int) -> None:
        self._menu.clear()
        for tag in hidden:
            self._menu.addAction(self._chips[tag].accessibleName().replace("&", "&&"), partial(self.choose, tag))
        self._more.setVisible(bool(hidden))
        self._more.resize(self._more.sizeHint())
        self._more.move(QPoint(x, (self.height() - self._more.height()) // 2))

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
