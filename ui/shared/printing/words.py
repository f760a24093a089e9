"""The words on paper, made once in the reader's language before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.name import addressed
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.cards import CardHolder, Offer
    from retention_desktop.domain.terms import CardTerms, Terms
    from ui.shared.formats import Formats

_ENTRIES: Final = {
    "earn": mark("Paper", "Visit"),
    "earn_back": mark("Paper", "Visit corrected"),
    "earn_again": mark("Paper", "Visit restored"),
    "bonus": mark("Paper", "Bonus"),
    "opening": mark("Paper", "Brought over from paper"),
    "adjust_in": mark("Paper", "Added by the shop"),
    "adjust_out": mark("Paper", "Taken off by the shop"),
    "merge_in": mark("Paper", "From the other record"),
    "merge_out": mark("Paper", "To the other record"),
    "card_filled": mark("Paper", "Card full"),
    "card_reopened": mark("Paper", "Card open again"),
    "redeem": mark("Paper", "Used"),
    "redeem_back": mark("Paper", "Given back"),
    "expire": mark("Paper", "Expired"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """What one person's cards say.

    Attributes:
        shop: the shop's name.
        kana: the reading, or "".
        name: as the reader's language addresses the person.
        number_label, number: "Member no.", "0148".
        code, shown: what the QR code holds, and what stands below it.
    """

    shop: str
    kana: str
    name: str
    number_label: str
    number: str
    code: str
    shown: str
    member_title: str
    member_ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StampWords:
    """What a stamp card says beside the person: places to stamp, gifts on the way and at its end.

    Attributes:
        gifts: places (from 1) that bring something, the last one included.
        reward: "10 stamps: one free cut".
        on_the_way: the same for each milestone.
    """

    size: int
    gifts: frozenset[int]
    reward: str
    on_the_way: tuple[str, ...]


def card_words(holder: CardHolder, shop: str, language: str) -> CardWords:
    """The words for one person's cards."""
    name = holder.name.strip() or holder.kana.strip()
    member = bool(holder.member_number)
    return CardWords(
        shop=shop, kana=holder.kana if holder.name.strip() else "",
        name=addressed(name, holder.kind) if language == "ja" else name,
        number_label=tr("Paper", "Member no.") if member else tr("Paper", "Card no."),
        number=holder.member_number if member else holder.shown,
        code=holder.code, shown=holder.shown,
        member_title=tr("Paper", "MEMBER CARD"), member_ask=tr("Paper", "Please show this card before you pay."),
    )  # fmt: skip


def card_terms(offers: Sequence[Offer]) -> CardTerms | None:
    """The stamp card that is in force, or None."""
    return next((offer.terms.card for offer in offers if offer.terms.card is not None), None)


def stamp_words(card: CardTerms) -> StampWords:
    """The words of this stamp card."""
    milestones = [one for one in sorted(card.milestones, key=lambda one: one.at) if one.at < card.size]
    return StampWords(
        size=card.size, gifts=frozenset({card.size, *(one.at for one in milestones)}),
        reward=gift_words(card.size, card.reward.name),
        on_the_way=tuple(gift_words(one.at, one.present.name) for one in milestones),
    )  # fmt: skip


def gift_words(count: int, gift: str) -> str:
    """What so many stamps bring: "10 stamps: one free cut"."""
    return tr("Paper", "%n stamp(s): {gift}", count).format(gift=gift)


def entry_word(kind: str) -> str:
    """What a ledger entry is called on a statement; what takes an entry back is a correction."""
    if kind in _ENTRIES:
        return tr("Paper", _ENTRIES[kind])
    return tr("Paper", "Correction")


def earning_rule(terms: Terms, currency: str, formats: Formats) -> str:
    """How points or credit are earned in one sentence, "" where no plain rule says it."""
    rules = [rule for rule in terms.rules if rule.enabled and rule.window is None]
    for rule in rules:
        if rule.kind == "amount" and rule.per > 0:
            per = formats.money(rule.per, currency)
            if terms.unit == "credit":
                back = tr("Paper", "{back} back for every {per}")
                said = back.format(back=formats.money(rule.points, currency), per=per)
                return _from(said, rule.minimum, currency, formats)
            said = tr("Paper", "%n point(s) for every {per}", rule.points).format(per=per)
            return _from(said, rule.minimum, currency, formats)
    for rule in rules:
        if rule.kind == "visit" and terms.unit == "point":
            return tr("Paper", "%n point(s) for every visit", rule.points)
    return ""


def _from(said: str, minimum: int, currency: str, formats: Formats) -> str:
    """A rule that small bills are left out of says so."""
    if not minimum:
        return said
    return tr("Paper", "{rule} (bills from {least})").format(rule=said, least=formats.money(minimum, currency))
