"""The amount field: full-width digits count as digits, nothing typed is refused.

No validator: Qt's refuses full-width digits and the field would stay empty. The text is normalised and
parsed; what isn't an amount gives None and stays as typed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from ui.shared.formats import minor_digits
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from ui.shared.theme import Theme

_AMOUNT: Final = re.compile(r"(\d{1,10})(?:\.(\d{1,3}))?")
_DROPPED: Final = re.compile(r"[\s,、，¥￥円$€£]")
LARGEST_MINOR: Final = 10**12
"""Above this an amount is a slip of the finger."""


def parse_amount(text: str, currency: str) -> int | None:
    """Minor units of what was typed ("８，８００円" -> 8800), None where it is no amount.

    Commas group thousands, a dot begins the minor unit (currencies that have one).
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", text).replace("。", "."))
    match = _AMOUNT.fullmatch(plain)
    digits = minor_digits(currency)
    if match is None or len(match[2] or "") > digits:
        return None
    minor = int(match[1]) * 10**digits + int((match[2] or "").ljust(digits, "0") or "0")
    return minor if minor <= LARGEST_MINOR else None


class AmountField(ImeEdit):
    """An amount of money, right-aligned, with its currency sign at the left.

    Args:
        theme: colours.
        name: accessible name.
        currency: ISO 4217.
        tier: "amount" (56 high, 28 bold) or "regular".

    Attributes:
        amount_changed: minor units, or None while the text is empty or no amount.
    """

    amount_changed = Signal(object)

    def __init__(
        self, theme: Theme, name: str, currency: str = "JPY", tier: Literal["amount", "regular"] = "amount"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._currency = currency
        self._symbol = ""
        self.setProperty("tier", tier)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.typed.connect(lambda _text: self.amount_changed.emit(self.amount()))

    def set_currency(self, currency: str, symbol: str) -> None:
        """Another currency with the sign to show at the left."""
        self._currency = currency
        self._symbol = symbol
        self.setTextMargins(28 if symbol else 0, 0, 0, 0)
        self.update()

    def amount(self) -> int | None:
        """Minor units of what stands in the field, composing digits included; None if that is no amount."""
        return parse_amount(self.whole_text(), self._currency)

    def set_amount(self, minor: int | None) -> None:
        """Put an amount in, written so that it parses back to itself."""
        digits = minor_digits(self._currency)
        if minor is None:
            self.setText("")
        else:
            whole, rest = divmod(minor, 10**digits)
            self.setText(f"{whole:,}.{rest:0{digits}}" if digits and rest else f"{whole:,}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field with the currency's sign."""
        super().paintEvent(event)
        if self._symbol:
            painter = QPainter(self)
            painter.setFont(self._theme.font("title"))
            painter.setPen(self._theme.color("textSecondary"))
            place = QRectF(13, 0, 60, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._symbol)
