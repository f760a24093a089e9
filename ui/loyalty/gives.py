"""What a reward gives, as a sentence with fields and as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.loyalty.fields import Place, PlaceChoice
from ui.shared.formats import minor_digits
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.loyalty.editing import Maker
    from ui.loyalty.sheet import Path


def kinds() -> list[tuple[str, str]]:
    """What a reward may give."""
    return [
        ("discount", tr("Gives", "money off")),
        ("percent", tr("Gives", "percent off")),
        ("item", tr("Gives", "something free")),
        ("gift", tr("Gives", "a gift")),
    ]


def money_kinds() -> list[tuple[str, str]]:
    """Those that take something off the bill."""
    return kinds()[:2]


def usual(maker: Maker, kind: str) -> dict[str, Any]:
    """What a reward gives whose kind has just been chosen."""
    if kind == "discount":
        digits = minor_digits(maker.currency)
        return {"kind": kind, "amount": 500 if digits == 0 else 5 * 10**digits}
    if kind == "percent":
        return {"kind": kind, "percent": 10}
    return {"kind": kind, "item": tr("Gives", "Treatment")} if kind == "item" else {"kind": kind}


def template(kind: str) -> str:
    """The sentence for a kind of gift."""
    if kind == "discount":
        return tr("Gives", "It takes {kind}: {amount} {money}.")
    if kind == "percent":
        return tr("Gives", "It takes {kind}: {percent}%, at most {cap} {money} (empty: no limit).")
    if kind == "item":
        return tr("Gives", "It gives {kind}: {count} × {item}")
    return tr("Gives", "It gives {kind}")


def parts(
    maker: Maker, uid: str, path: Path, title: str, choices: Sequence[tuple[str, str]] | None = None
) -> dict[str, QWidget | str]:
    """The fields for `template` of what stands at `path` (…"gives")."""
    kind = str(maker.sheet.value(uid, (*path, "kind"), "gift"))
    choice = PlaceChoice(
        maker.kit.theme,
        _KindPlace(maker, uid, path),
        tr("Gives", "{reward}: what it gives").format(reward=title),
        choices or kinds(),
    )
    found: dict[str, QWidget | str] = {"kind": choice, "money": maker.money_word}
    if kind == "discount":
        found["amount"] = maker.cash(uid, (*path, "amount"), tr("Gives", "{reward}: money off").format(reward=title))
    elif kind == "percent":
        found["percent"] = maker.number(
            uid, (*path, "percent"), tr("Gives", "{reward}: percent").format(reward=title), 2
        )
        found["cap"] = maker.cash(uid, (*path, "cap"), tr("Gives", "{reward}: at most").format(reward=title))
    elif kind == "item":
        found["count"] = maker.number(
            uid, (*path, "count"), tr("Gives", "{reward}: how many").format(reward=title), 2, 1
        )
        found["item"] = maker.words(uid, (*path, "item"), tr("Gives", "{reward}: what").format(reward=title), 12)
    return found


def gives_text(maker: Maker, gives: dict[str, Any]) -> str:
    """¥500 off, 10% off, Cut free; "" for a gift, whose name says it all."""
    kind = gives.get("kind")
    if kind == "discount" and isinstance(gives.get("amount"), int):
        return tr("Gives", "{amount} off").format(amount=maker.money(gives["amount"]))
    if kind == "percent":
        return tr("Gives", "{percent}% off").format(percent=gives.get("percent", ""))
    if kind == "item":
        return tr("Gives", "{item} free").format(item=gives.get("item", ""))
    return ""


class _KindPlace(Place):
    """The place of a gift's kind: another kind brings its own fields."""

    def __init__(self, maker: Maker, uid: str, path: Path) -> None:
        super().__init__(maker.sheet, uid, (*path, "kind"), "gift")
        self._maker = maker

    def put(self, value: object) -> None:
        """Begin with what is usual for the kind."""
        if value != self.get():
            self.sheet.put(self.programme, self.path[:-1], usual(self._maker, str(value)))
            self.sheet.reshape()
