"""Cards on paper: eight on an A4 sheet with crop marks, or each on a slip of its own size."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QSizeF

from ui.shared.printing.card_faces import HEIGHT, WIDTH, member_card, stamp_card
from ui.shared.printing.document import A4, Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.shared.printing.paper import Paper
    from ui.shared.printing.words import CardWords, StampWords

    Face = Callable[[Paper], None]

CardKind = Literal["member", "stamp"]
COLUMNS: Final = 2
ROWS: Final = 4
PER_SHEET: Final = COLUMNS * ROWS
_GAP_X: Final = 8.0
_GAP_Y: Final = 9.0
_MARK: Final = (2.6, 4.0)
"""A crop mark begins and ends so far from the card's corner: outside of what bleeds."""


def faces(kind: CardKind, people: Sequence[CardWords], stamps: StampWords | None) -> list[Face]:
    """One face a person. Raises ValueError for stamp cards where the shop has none."""
    if kind == "member":
        return [partial(member_card, words=words) for words in people]
    if stamps is None:
        raise ValueError(kind)
    return [partial(stamp_card, words=words, stamps=stamps) for words in people]


def card_sheets(title: str, cards: Sequence[Face]) -> Document:
    """Eight to an A4 page, as many pages as it takes."""
    pages = [partial(_sheet, cards=cards[start : start + PER_SHEET]) for start in range(0, len(cards), PER_SHEET)]
    return Document(title=title, size=A4, pages=pages)


def card_slips(title: str, cards: Sequence[Face]) -> Document:
    """One to a page of the card's own size: for a card printer or a roll."""
    return Document(title=title, size=QSizeF(WIDTH, HEIGHT), pages=list(cards))


def place(index: int) -> QPointF:
    """The top left corner of one of the eight cards, in millimetres."""
    row, column = divmod(index, COLUMNS)
    left = (A4.width() - COLUMNS * WIDTH - (COLUMNS - 1) * _GAP_X) / 2
    top = (A4.height() - ROWS * HEIGHT - (ROWS - 1) * _GAP_Y) / 2
    return QPointF(left + column * (WIDTH + _GAP_X), top + row * (HEIGHT + _GAP_Y))


def _sheet(paper: Paper, cards: Sequence[Face]) -> None:
    for index, face in enumerate(cards):
        corner = place(index)
        paper.painter.save()
        paper.move(corner.x(), corner.y())
        face(paper)
        paper.painter.restore()
        _crop_marks(paper, corner)


def _crop_marks(paper: Paper, corner: QPointF) -> None:
    for x, outward_x in ((corner.x(), -1), (corner.x() + WIDTH, 1)):
        for y, outward_y in ((corner.y(), -1), (corner.y() + HEIGHT, 1)):
            near, far = _MARK
            paper.line(QPointF(x + outward_x * near, y), QPointF(x + outward_x * far, y), "Text", 0.1)
            paper.line(QPointF(x, y + outward_y * near), QPointF(x, y + outward_y * far), "Text", 0.1)
