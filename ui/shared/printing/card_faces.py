"""The faces of two cards of the size of a business card: the member card and the stamp card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from ui.shared.printing.paper import CENTRE, LEFT, RIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from ui.shared.printing.paper import Paper
    from ui.shared.printing.words import CardWords, StampWords

WIDTH: Final = 91.0
HEIGHT: Final = 55.0
"""The business card of Japan, in millimetres (JIS P 0138 knows it as 4-go, 55 x 91)."""
BLEED: Final = 2.0
"""Colour that reaches the edge goes on so far beyond it, so that no cut leaves a white hair."""
_EDGE: Final = 5.5
_RING: Final = 5.6
"""The largest ring, in millimetres of radius: a common stamp is 9 to 10 wide."""


def member_card(paper: Paper, words: CardWords) -> None:
    """Shop, person, member number, QR code."""
    paper.box(QRectF(-BLEED, -BLEED, WIDTH + 2 * BLEED, 15 + BLEED), "Accent")
    title = paper.width(words.member_title, 2.1) * 1.14 + 1
    paper.text(QRectF(_EDGE, 0, WIDTH - 2 * _EDGE - title - 4, 15), words.shop, 5, role="onAccent", strong=True)
    paper.text(
        QRectF(WIDTH - _EDGE - title, 0.6, title, 15),
        words.member_title,
        2.1,
        role="onAccent",
        align=RIGHT,
        tracking=12,
    )
    column = 53.0
    if words.kana:
        paper.text(QRectF(_EDGE, 18.6, column, 4), words.kana, 2.6, role="textSecondary")
    _name(paper, QRectF(_EDGE, 22.6, column, 10.4), words.name, 6)
    paper.line(QPointF(_EDGE, 34.2), QPointF(_EDGE + column, 34.2))
    paper.text(QRectF(_EDGE, 35.8, column, 4), words.number_label, 2.2, role="textSecondary")
    paper.text(QRectF(_EDGE, 39.2, column, 6), words.number, 4.2, strong=True)
    paper.text(QRectF(_EDGE, 48, column, 4), words.member_ask, 2.1, role="textSecondary")
    same = words.shown == words.number
    code = QRectF(WIDTH - _EDGE - 26.5, 21 if same else 19, 28, 28)
    paper.qr(code, words.code)
    if not same:
        below = QRectF(code.x(), code.bottom() - 0.6, code.width(), 4)
        paper.text(below, words.shown, 2.4, role="textSecondary", align=CENTRE)


def stamp_card(paper: Paper, words: CardWords, stamps: StampWords) -> None:
    """Shop, places to stamp with the gifts marked, what they bring, person, QR code."""
    paper.box(QRectF(-BLEED, -BLEED, WIDTH + 2 * BLEED, 2.4 + BLEED), "Accent")
    paper.text(QRectF(_EDGE, 3.6, 46, 8), words.shop, 4.2, strong=True)
    _name(paper, QRectF(53, 3.4, WIDTH - _EDGE - 53, 8.2), words.name, 2.8, role="textSecondary", align=RIGHT)
    area = QRectF(_EDGE, 13, 58, 26.5)
    punch_places(paper, stamps, area, *grid(stamps.size, area.width(), area.height()))
    paper.qr(QRectF(67, 12.2, 21, 21), words.code)
    paper.text(QRectF(67, 33.2, 21, 3.4), words.shown, 2.1, role="textSecondary", align=CENTRE)
    paper.box(QRectF(_EDGE - 1, 41.6, WIDTH - 2 * _EDGE + 2, 10), "tint", radius=2)
    paper.icon(QRectF(_EDGE + 1, 44.2, 4.8, 4.8), "gift", "Accent")
    first, second = (41.9, 46.6) if stamps.on_the_way else (41.6, 0)
    wide = WIDTH - 2 * _EDGE - 9
    paper.text(
        QRectF(_EDGE + 7.4, first, wide, 5 if stamps.on_the_way else 10), stamps.reward, 3.2, role="Accent", strong=True
    )
    if stamps.on_the_way:
        paper.text(QRectF(_EDGE + 7.4, second, wide, 4.2), "  ・  ".join(stamps.on_the_way), 2.3, role="textSecondary")


def _name(
    paper: Paper, box: QRectF, name: str, size: float, *, role: str = "Text", align: Qt.AlignmentFlag = LEFT
) -> None:
    """A name is never cut: a long one stands in two lines."""
    strong = role == "Text"
    if paper.width(name, size * 0.7, strong=strong) <= box.width():
        paper.text(box, name, size, role=role, strong=strong, align=align)
    else:
        paper.paragraph(box, name, size * 0.66, role=role, strong=strong, align=align)


def grid(count: int, width: float, height: float, largest: float = _RING) -> tuple[int, float]:
    """(columns, radius) of the largest rings with which so many fit a place in full rows, or nearly full ones."""
    best = (1, 0.0)
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        radius = min(width / columns, height / rows, 2.3 * largest) / 2.3
        # Of two alike the one with the fuller last row.
        if radius > best[1] + 0.01 or (radius > best[1] - 0.01 and count % columns == 0):
            best = (columns, radius)
    return best


def punch_places(paper: Paper, stamps: StampWords, area: QRectF, columns: int, radius: float) -> None:
    """The card's places in rows, with their numbers, and the gifts marked; `columns` and `radius` come from `grid`."""
    rows = -(-stamps.size // columns)
    step_x, step_y = area.width() / columns, min(area.height() / rows, 2.6 * radius)
    top = area.top() + (area.height() - rows * step_y) / 2
    for number in range(1, stamps.size + 1):
        row, column = divmod(number - 1, columns)
        centre = QPointF(area.left() + (column + 0.5) * step_x, top + (row + 0.5) * step_y)
        _place(paper, centre, radius, number, gift=number in stamps.gifts, last=number == stamps.size)


def _place(paper: Paper, centre: QPointF, radius: float, number: int, *, gift: bool, last: bool) -> None:
    if not gift:
        paper.ring(centre, radius, "fieldBorder", width=0.2)
        paper.text(_around(centre, radius), str(number), radius * 0.6, role="textSecondary", align=CENTRE)
        return
    paper.ring(centre, radius, "Accent", fill="tint" if last else "", width=0.5 if last else 0.3)
    side = radius * 0.86
    paper.icon(QRectF(centre.x() - side / 2, centre.y() - radius * 0.62, side, side), "gift", "Accent")
    below = QRectF(centre.x() - radius, centre.y() + radius * 0.26, 2 * radius, radius * 0.5)
    paper.text(below, str(number), radius * 0.42, role="Accent", strong=True, align=CENTRE)


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
