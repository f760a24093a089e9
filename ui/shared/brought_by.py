"""A field for who brought a new customer: a code typed or scanned, a number, or a name; it says whom it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from retention_desktop.errors import ShopError
from ui.shared.error_text import error_sentence
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import set_tone, text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLabel

    from retention_desktop.customers import CustomerRow
    from ui.shared.labels import Tone

SOON_MS: Final = 120
REFUSALS: Final = frozenset({"referral_unknown", "referral_own", "referral_late", "customer_ambiguous"})
"""What `Customers.add` and `Loyalty.refer` refuse because of this field."""


def brought_by_sentence(error: ShopError) -> str:
    """What is wrong with who was named; there is no list here to choose from."""
    if error.code == "customer_ambiguous":
        return tr("BroughtBy", "More than one person fits. Write the whole name, the number or the code.")
    return error_sentence(error)


class BroughtBy(ImeEdit):
    """The field.

    Attributes:
        meant: a line for below it: whom the text means, hidden while it means nobody.
    """

    def __init__(self) -> None:
        super().__init__()
        self.meant: QLabel = text_label("", "caption", "good", wrap=True)
        self.meant.hide()
        self.setPlaceholderText(tr("BroughtBy", "Code, number or name"))
        self._find: Callable[[str], CustomerRow | None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self.textChanged.connect(lambda _text: self._soon.start())

    def attach(self, find: Callable[[str], CustomerRow | None]) -> None:
        """Ask this whom a text means; it raises ShopError where it means nobody, or several."""
        self._find = find

    def look(self) -> None:
        """Say now whom the text means."""
        self._soon.stop()
        text = self.whole_text().strip()
        said, tone = self._said(text) if text else ("", "")
        self.meant.setText(said)
        set_tone(self.meant, tone or "secondary")
        self.meant.setVisible(bool(said))

    def _said(self, text: str) -> tuple[str, Tone]:
        """What to say below the field, and in which tone; nothing while it may still become a name."""
        try:
            found = self._find(text) if self._find is not None else None
        except ShopError as error:
            return (brought_by_sentence(error) if error.code == "customer_ambiguous" else "", "")
        if found is None:
            return "", ""
        return tr("BroughtBy", "Brought by {name}").format(name=found.name or found.kana), "good"
