"""The notice beside the till: an A4 poster that says the rule in one sentence, large."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.shared.language import tr
from ui.shared.printing.card_faces import grid, punch_places
from ui.shared.printing.document import A4, Document
from ui.shared.printing.paper import CENTRE
from ui.shared.printing.words import card_terms, earning_rule, stamp_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.cards import Offer
    from ui.shared.formats import Formats
    from ui.shared.printing.paper import Paper
    from ui.shared.printing.words import StampWords


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """What the notice says: "10 stamps" over "One free cut", and below it the second rule; each may be ""."""

    shop: str
    above: str
    lead: str
    sentence: str
    second: str
    ask: str
    stamps: StampWords | None


def notice_words(offers: Sequence[Offer], shop: str, currency: str, formats: Formats) -> NoticeWords | None:
    """The words of the notice, None where the shop gives neither stamps nor points by a plain rule."""
    card = card_terms(offers)
    stamps = stamp_words(card) if card else None
    rules = [rule for offer in offers if (rule := earning_rule(offer.terms, currency, formats))]
    if card is None and not rules:
        return None
    return NoticeWords(
        shop=shop, above=tr("Paper", "Come again!"), lead=tr("Paper", "%n stamp(s):", card.size) if card else "",
        sentence=card.reward.name if card else rules[0], second=" ・ ".join(rules if card else rules[1:]),
        ask=tr("Paper", "Ask us for your card. It costs nothing."), stamps=stamps,
    )  # fmt: skip


def notice_document(words: NoticeWords) -> Document:
    """One A4 page."""
    return Document(title=words.shop, size=A4, pages=[partial(_page, words=words)])


def _page(paper: Paper, words: NoticeWords) -> None:
    wide = A4.width()
    paper.box(QRectF(0, 0, wide, 62), "Accent")
    paper.text(QRectF(18, 12, wide - 36, 38), words.shop, 17, role="onAccent", strong=True, align=CENTRE)
    paper.text(QRectF(18, 72, wide - 36, 14), words.above, 8, role="textSecondary", align=CENTRE)
    paper.text(QRectF(16, 88, wide - 32, 22), words.lead, 17, role="Accent", strong=True, align=CENTRE)
    place = QRectF(14, 110, wide - 28, 50) if words.stamps else QRectF(14, 96, wide - 28, 120)
    paper.paragraph(place, words.sentence, 27, role="Text", strong=True, align=CENTRE)
    if words.stamps:
        area = QRectF(24, 162, wide - 48, 58)
        columns, radius = grid(words.stamps.size, area.width(), area.height(), 15)
        punch_places(paper, words.stamps, area, columns, radius)
    if words.second:
        paper.box(QRectF(18, 228, wide - 36, 24), "tint", radius=4)
        paper.text(QRectF(24, 228, wide - 48, 24), words.second, 10, role="Accent", strong=True, align=CENTRE)
    paper.line(QPointF(60, 266), QPointF(wide - 60, 266), "border", 0.3)
    paper.text(QRectF(18, 269, wide - 36, 12), words.ask, 6.4, role="textSecondary", align=CENTRE)
