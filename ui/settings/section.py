"""What every section of the settings shares: a heading, cards that scroll, and fields that save when left.

A field that can't be kept says why beside itself and keeps what was typed; the heading says when something was
saved. Nothing needs a Save button, so nothing is lost by forgetting one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from retention_desktop.domain.message import MessageState
from retention_desktop.errors import ShopError
from ui.shared.error_text import error_sentence
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.staff import Deed
    from retention_desktop.settings import ShopSettings
    from retention_desktop.shop import Shop
    from ui.shared.form import Form
    from ui.shared.page import Page

    Check = Callable[[str], tuple[str, str]]

WIDEST: Final = 1000
"""Fields wider than this are hard to read across."""
LABELS: Final = 144
"""Width of the labels' column."""


@dataclass
class Entry:
    """A line of text bound to a setting.

    Attributes:
        name: field of `ShopSettings`.
        field: where it is typed.
        form: shows what is wrong with it.
        check: text -> (value to keep, sentence saying what is wrong or "").
        kept: the value in the store as far as shown here.
    """

    name: str
    field: QLineEdit
    form: Form
    check: Check
    kept: str = ""

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not kept."""
        return self.field.text() != self.kept


class Section(QWidget):
    """One section. Subclasses fill `cards` and read `shop`, which is None until the shop is open.

    Attributes:
        deed: what changing it is, where that is the owner's; said in the heading to anybody else.
    """

    deed: ClassVar[Deed | None] = None

    def __init__(self, page: Page, title: str, sentence: str = "") -> None:
        super().__init__()
        self.page = page
        self.kit = page.kit
        self.shop: Shop | None = None
        self._entries: list[Entry] = []
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)
        self.outer.addWidget(self._heading(title, sentence))
        self.cards = ScrollColumn(gap=12)
        self.cards.column.setContentsMargins(24, 4, 24, 24)
        content = self.cards.widget()
        if content is not None:
            content.setMaximumWidth(WIDEST)
        self.outer.addWidget(self.cards, 1)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self.shop = shop

    def reload(self) -> None:
        """Show what is kept now; what is being typed stays."""
        if self.shop is None:
            return
        now = self.shop.settings.now
        self._owners.setVisible(self.deed is not None and not self.shop.staff.may(self.deed))
        for entry in self._entries:
            if not entry.dirty:
                self._show(entry, now)

    def start(self) -> None:
        """The section has been opened: give the keyboard to its first field."""

    def keep(self) -> dict[str, Any]:
        """What is typed and not kept."""
        return {entry.name: entry.field.text() for entry in self._entries if entry.dirty}

    def restore(self, kept: dict[str, Any]) -> None:
        """Type it again."""
        for entry in self._entries:
            if entry.name in kept:
                entry.field.setText(kept[entry.name])
                self._save(entry)

    def bind(self, form: Form, field: QLineEdit, name: str, check: Check | None = None) -> QLineEdit:
        """Save this field under a setting's name when it is left or Enter is pressed."""
        entry = Entry(name=name, field=field, form=form, check=check or _as_typed)
        self._entries.append(entry)
        field.editingFinished.connect(lambda: self._save(entry))
        return field

    def change(self, **values: Any) -> bool:  # noqa: ANN401 - each setting has its own type
        """Keep settings that can't be wrong; what goes wrong all the same is said on the page."""
        if self.shop is None:
            return False
        try:
            self.shop.settings.change(**values)
        except ShopError as error:
            if not self._ask_owner(error, lambda: self.change(**values)):
                self.kit.notices.failed(self.page, error)
            self.reload()
            return False
        self.say_saved()
        return True

    def _ask_owner(self, error: ShopError, again: Callable[[], object]) -> bool:
        """What is the shop's is the owner's to change: their PIN, and `again`."""
        from ui.shared.owner_pin import ask_owner  # noqa: PLC0415 - only where somebody is signed in

        return self.shop is not None and ask_owner(self.kit, self.shop.staff, error, self.window(), again)

    def say_saved(self) -> None:
        """Say quietly in the heading that something was saved, and when."""
        if self.shop is not None:
            at = self.kit.formats.time(self.kit.clock(), self.shop.settings.now.zone_info)
            self._saved_words.setText(tr("Section", "Saved {time}").format(time=at))
            self._saved.show()

    def _heading(self, title: str, sentence: str) -> QWidget:
        heading = QWidget()
        heading.setFixedHeight(64)
        row = QHBoxLayout(heading)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(text_label(title, "title", strong=True))
        row.addWidget(text_label(sentence, tone="secondary"))
        row.addStretch(1)
        self._owners = text_label(tr("Section", "Only an owner may change this"), "caption", "warn")
        self._owners.hide()
        row.addWidget(self._owners)
        self._saved_words = text_label("", "caption", "good")
        self._saved = QWidget()
        saved = QHBoxLayout(self._saved)
        saved.setContentsMargins(0, 0, 0, 0)
        saved.setSpacing(4)
        saved.addWidget(IconView(self.kit.theme, "check", "good", 14))
        saved.addWidget(self._saved_words)
        self._saved.hide()
        row.addWidget(self._saved)
        return heading

    def _save(self, entry: Entry) -> None:
        if self.shop is None or not entry.dirty:
            entry.form.set_error(entry.field, "")
            return
        value, wrong = entry.check(entry.field.text())
        if not wrong:
            wrong = self._kept_or_why(entry.name, value)
        entry.form.set_error(entry.field, wrong)
        if not wrong:
            self._show(entry, self.shop.settings.now)
            self.say_saved()

    def _kept_or_why(self, name: str, value: str) -> str:
        if self.shop is None:
            return ""
        try:
            self.shop.settings.change(**{name: value})
        except ShopError as error:
            again = next(partial(self._save, entry) for entry in self._entries if entry.name == name)
            self._ask_owner(error, again)
            return error_sentence(error)
        return ""

    def _show(self, entry: Entry, now: ShopSettings) -> None:
        entry.kept = str(getattr(now, entry.name))
        if entry.field.text() != entry.kept:
            entry.field.setText(entry.kept)


def queued(shop: Shop) -> int:
    """How many messages of the newest campaigns wait in the outbox to be sent."""
    return sum(campaign.states.get(MessageState.QUEUED, 0) for campaign in shop.campaigns.campaigns())


def _as_typed(text: str) -> tuple[str, str]:
    return text.strip(), ""
