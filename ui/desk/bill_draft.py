"""What was said about a bill besides its amount: coupons, a code, goods, tax."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from retention_desktop.domain.bill import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class BillDraft:
    """The rest of a bill that is being entered.

    Attributes:
        coupons: codes that are used when the bill is recorded, as they are kept.
        code: for rules that ask for one.
        lines: the goods.
        tax: the part of the amount that is tax, minor units; None = by the programme's rate.
        plain: without the customer's standing discount.
    """

    coupons: tuple[str, ...] = ()
    code: str = ""
    lines: tuple[Line, ...] = ()
    tax: int | None = None
    plain: bool = False

    def facts(self) -> dict[str, Any]:
        """What there is of it, as the use cases take it."""
        named = {"coupons": self.coupons, "code": self.code, "lines": self.lines}
        return {name: value for name, value in named.items() if value} | ({} if self.tax is None else {"tax": self.tax})

    def with_coupon(self, code: str) -> BillDraft:
        """With one more coupon; the same twice is one."""
        return replace(self, coupons=tuple(dict.fromkeys((*self.coupons, code))))

    def without_coupon(self, code: str) -> BillDraft:
        """Without that coupon."""
        return replace(self, coupons=tuple(one for one in self.coupons if one != code))
