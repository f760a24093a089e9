"""Everything a shop prints, ready to be chosen from: for one person, for many, for the wall."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ui.shared.language import tr
from ui.shared.printing.card_sheet import card_sheets, card_slips, faces
from ui.shared.printing.notice import notice_document, notice_words
from ui.shared.printing.print_dialog import Printable
from ui.shared.printing.short_text import balance_text
from ui.shared.printing.statement import statement_document
from ui.shared.printing.words import card_terms, card_words, stamp_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.cards import CardHolder, Statement
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit
    from ui.shared.printing.card_sheet import CardKind
    from ui.shared.printing.document import Document


class PrintCounter:
    """Makes printables of this shop in the reader's language."""

    def __init__(self, kit: Kit, shop: Shop) -> None:
        self._kit = kit
        self._shop = shop

    def for_person(self, uid: str) -> list[Printable]:
        """Member card, stamp card, each on A4 or alone, and the statement. Raises ShopError customer_not_found."""
        holder = self._shop.cards.holder(uid)
        statement = self._shop.cards.statement(uid, since=self._a_year_ago())
        words = tr("Printables", "Balance and history")
        return [
            *self._cards([holder]),
            Printable(
                key="statement", words=words, make=partial(self._statement, statement), text=self._short(statement)
            ),
        ]

    def for_many(self, keys: Sequence[int]) -> list[Printable]:
        """Cards for these people, eight to a sheet; [] where nobody is left of them."""
        holders = self._shop.cards.holders(keys)
        return self._cards(holders) if holders else []

    def notice(self) -> list[Printable]:
        """The notice for the wall; [] where the shop has no rule that one sentence says."""
        now = self._shop.settings.now
        words = notice_words(self._shop.cards.offers(), now.name, now.currency, self._kit.formats)
        if words is None:
            return []
        return [
            Printable(key="notice", words=tr("Printables", "Notice for the shop"), make=partial(notice_document, words))
        ]

    def _cards(self, holders: Sequence[CardHolder]) -> list[Printable]:
        one = len(holders) == 1
        sheets: dict[CardKind, str] = {
            "member": tr("Printables", "Member card on A4") if one else tr("Printables", "Member cards, 8 on A4"),
            "stamp": tr("Printables", "Stamp card on A4") if one else tr("Printables", "Stamp cards, 8 on A4"),
        }
        slips: dict[CardKind, str] = {
            "member": tr("Printables", "Member card, each on a slip of its size"),
            "stamp": tr("Printables", "Stamp card, each on a slip of its size"),
        }
        kinds = [kind for kind in sheets if kind == "member" or card_terms(self._shop.cards.offers())]
        return [
            *(self._card(kind, sheets[kind], holders, slips=False) for kind in kinds),
            *(self._card(kind, slips[kind], holders, slips=True) for kind in kinds),
        ]

    def _card(self, kind: CardKind, words: str, holders: Sequence[CardHolder], *, slips: bool) -> Printable:
        make = partial(self._card_document, kind, words, holders, slips=slips)
        return Printable(key=f"{kind}_{'slip' if slips else 'sheet'}", words=words, make=make)

    def _card_document(self, kind: CardKind, words: str, holders: Sequence[CardHolder], *, slips: bool) -> Document:
        shop, language = self._shop.settings.now.name, self._kit.language.code
        card = card_terms(self._shop.cards.offers())
        people = [card_words(holder, shop, language) for holder in holders]
        drawn = faces(kind, people, stamp_words(card) if card else None)
        title = f"{words} {people[0].name}" if len(people) == 1 else words
        return card_slips(title, drawn) if slips else card_sheets(title, drawn)

    def _statement(self, statement: Statement) -> Document:
        now = self._shop.settings.now
        return statement_document(
            statement, now.name, self._kit.formats, self._kit.language.code, now.currency, self._card_size()
        )

    def _short(self, statement: Statement) -> str:
        now = self._shop.settings.now
        return balance_text(
            statement, now.name, self._kit.formats, self._kit.language.code, now.currency, self._card_size()
        )

    def _card_size(self) -> int:
        card = card_terms(self._shop.cards.offers())
        return card.size if card else 0

    def _a_year_ago(self) -> date:
        today = self._kit.clock().astimezone(self._shop.settings.now.zone_info).date()
        return date(today.year - 1, today.month, min(today.day, 28))
