"""A balance in so few words that it fits one SMS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.domain.parts import count
from ui.shared.language import tr
from ui.shared.printing.statement import figure
from ui.shared.printing.words import card_words

if TYPE_CHECKING:
    from retention_desktop.cards import Statement
    from ui.shared.formats import Formats

_SHORTEST_SHOP: Final = 8


def balance_text(
    statement: Statement, shop: str, formats: Formats, language: str, currency: str, card_size: int
) -> str:  # fmt: skip
    """Shop, person, what there is and the day, in at most one SMS part (70 units in Japanese, 160 in English).

    Where it does not fit, the person's name goes first, then rewards, then the end of the shop's name.
    """
    person = card_words(statement.holder, shop, language).name
    figures = [figure(one, formats, currency, card_size) for one in statement.accounts]
    held = tr("Paper", ", ").join(f"{one.name} {one.value}{one.rest.replace(' ', '')}" for one in figures)
    ready = tr("Paper", "%n reward(s) ready", len(statement.rewards)) if statement.rewards else ""
    day = formats.short_day(statement.day)

    def text(shop: str, *parts: str) -> str:
        said = tr("Paper", ", ").join(part for part in parts if part)
        return tr("Paper", "{shop}: {said} ({day})").format(shop=shop, said=said, day=day)

    tries = [text(shop, person, held, ready), text(shop, held, ready), text(shop, held)]
    tries += [text(shop[:length], held) for length in range(len(shop) - 1, _SHORTEST_SHOP - 1, -1)]
    return next((one for one in tries if count(one).parts == 1), tries[-1])
