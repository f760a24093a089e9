"""One person's statement on A4: what there is now, what waits to be used, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from ui.shared.language import tr
from ui.shared.printing.document import A4, Document
from ui.shared.printing.paper import CENTRE, LEFT, RIGHT
from ui.shared.printing.words import card_words, entry_word

if TYPE_CHECKING:
    from retention_desktop.cards import Statement, StatementAccount
    from ui.shared.formats import Formats
    from ui.shared.printing.paper import Paper
    from ui.shared.printing.words import CardWords

_MARGIN: Final = 20.0
_WIDE: Final = 170.0
_ROW: Final = 6.6
_FOOT: Final = 278.0
_COLUMNS: Final = ((0.0, 32.0), (32.0, 78.0), (110.0, 28.0), (138.0, 30.0))
"""(left, width) of day, what, change and balance, in millimetres from the margin."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one programme stands at: its name, "7", and " / 10" in a smaller size."""

    name: str
    value: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the history: a programme's heading, or day, what, change and balance."""

    cells: tuple[str, str, str, str]
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWords:
    """Everything a statement says, made before it is drawn."""

    person: CardWords
    title: str
    day: str
    figures: tuple[Figure, ...]
    rewards_title: str
    rewards: tuple[str, ...]
    head: tuple[str, str, str, str]
    rows: tuple[Row, ...]
    page: str


def statement_document(
    statement: Statement, shop: str, formats: Formats, language: str, currency: str, card_size: int
) -> Document:
    """The pages of a statement.

    Args:
        shop: its name.
        language: "ja" or "en", for how the person is addressed.
        currency: ISO 4217, of credit.
        card_size: punches that fill the card, 0 without one.
    """
    person = card_words(statement.holder, shop, language)
    words = StatementWords(
        person=person,
        title=tr("Paper", "Your balance and history"),
        day=tr("Paper", "As of {day}").format(day=formats.short_day(statement.day)),
        figures=tuple(figure(one, formats, currency, card_size) for one in statement.accounts),
        rewards_title=tr("Paper", "Ready to use"),
        rewards=_rewards(statement, formats),
        head=(tr("Paper", "Day"), tr("Paper", "What"), tr("Paper", "Change"), tr("Paper", "Balance")),
        rows=tuple(row for one in statement.accounts for row in _rows(one, statement, formats, currency)),
        page=tr("Paper", "Page {page} of {pages}"),
    )
    pages = _paginate(words)
    return Document(
        title=f"{words.title} {person.name}", size=A4,
        pages=[partial(_page, words=words, rows=rows, number=number, of=len(pages))
               for number, rows in enumerate(pages, start=1)],
    )  # fmt: skip


def figure(account: StatementAccount, formats: Formats, currency: str, card_size: int) -> Figure:
    """What a programme stands at, as people say it."""
    if account.unit == "credit":
        return Figure(account.name, formats.money(account.balance, currency))
    rest = f" / {card_size}" if account.unit == "punch" and card_size else ""
    return Figure(account.name, formats.number(account.balance), rest)


def _rewards(statement: Statement, formats: Formats) -> tuple[str, ...]:
    lines = []
    for reward in statement.rewards:
        line = f"{reward.name}　{reward.code}"
        if reward.expires_on is not None:
            until = tr("Paper", "before {day}").format(day=formats.short_day(reward.expires_on, statement.day))
            line = f"{line}　{until}"
        lines.append(line)
    return tuple(lines)


def _rows(account: StatementAccount, statement: Statement, formats: Formats, currency: str) -> list[Row]:
    def amount(value: int) -> str:
        return formats.money(value, currency) if account.unit == "credit" else formats.number(value)

    def change(value: int) -> str:
        return f"+{amount(value)}" if value > 0 else amount(value).replace("-", "−")

    rows = [Row((account.name, "", "", ""), heading=True)]
    if statement.since is not None:
        since = formats.short_day(statement.since, statement.day)
        rows.append(Row((since, tr("Paper", "Carried over"), "", amount(account.carried))))
    for line in account.lines:
        what = entry_word(line.kind)
        what = f"{what}　{line.reason}" if line.reason else what
        rows.append(Row((formats.short_day(line.day, statement.day), what, change(line.amount), amount(line.balance))))
    return rows


def _start(words: StatementWords) -> float:
    """Where the history begins on the first page."""
    return 108.0 + (8 + 6 * len(words.rewards) if words.rewards else 0)


def _paginate(words: StatementWords) -> list[tuple[Row, ...]]:
    pages: list[list[Row]] = [[]]
    room = _FOOT - _start(words) - 2 * _ROW
    for place, row in enumerate(words.rows):
        # A heading is never the last line of a page.
        needed = _height(row) + (_height(words.rows[place + 1]) if row.heading and place + 1 < len(words.rows) else 0)
        if needed > room:
            pages.append([])
            room = _FOOT - 34.0 - 2 * _ROW
        pages[-1].append(row)
        room -= _height(row)
    return [tuple(rows) for rows in pages]


def _height(row: Row) -> float:
    return 2 * _ROW if row.heading else _ROW


def _page(paper: Paper, words: StatementWords, rows: tuple[Row, ...], number: int, of: int) -> None:
    paper.box(QRectF(0, 0, A4.width(), 5), "Accent")
    if number == 1:
        _first_head(paper, words)
        top = _start(words)
    else:
        again = f"{words.person.shop}　{words.person.name}"
        paper.text(QRectF(_MARGIN, 14, _WIDE, 8), again, 3.6, role="textSecondary")
        top = 26.0
    _table(paper, words, rows, top)
    foot = QRectF(_MARGIN, 283, _WIDE, 6)
    paper.text(foot, words.day, 3, role="textSecondary", align=LEFT)
    paper.text(foot, words.page.format(page=number, pages=of), 3, role="textSecondary", align=RIGHT)


def _first_head(paper: Paper, words: StatementWords) -> None:
    person = words.person
    paper.text(QRectF(_MARGIN, 16, 130, 10), person.shop, 6.4, role="Accent", strong=True)
    paper.text(QRectF(_MARGIN, 26, 130, 7), words.title, 4, role="textSecondary")
    paper.text(QRectF(_MARGIN, 39, 130, 5), person.kana, 3.2, role="textSecondary")
    paper.text(QRectF(_MARGIN, 44, 130, 10), person.name, 7, strong=True)
    paper.text(QRectF(_MARGIN, 54, 130, 6), f"{person.number_label} {person.number}", 3.4, role="textSecondary")
    code = QRectF(_MARGIN + _WIDE - 31, 18, 34, 34)
    paper.qr(code, person.code)
    paper.text(QRectF(code.x(), 52, 34, 5), person.shown, 3, role="textSecondary", align=CENTRE)
    _figures(paper, words.figures)
    if words.rewards:
        paper.text(QRectF(_MARGIN, 100, _WIDE, 6), words.rewards_title, 3.6, role="Accent", strong=True)
        for place, reward in enumerate(words.rewards):
            top = 106.5 + 6 * place
            paper.icon(QRectF(_MARGIN, top + 0.8, 4, 4), "gift", "Accent")
            paper.text(QRectF(_MARGIN + 6, top, _WIDE - 6, 5.6), reward, 3.6)


def _figures(paper: Paper, figures: tuple[Figure, ...]) -> None:
    if not figures:
        return
    gap = 6.0
    width = min((_WIDE - gap * (len(figures) - 1)) / len(figures), 82.0)
    for place, one in enumerate(figures):
        left = _MARGIN + place * (width + gap)
        paper.box(QRectF(left, 67, width, 26), "tint", radius=3)
        paper.text(QRectF(left + 6, 70, width - 12, 5), one.name, 3.4, role="textSecondary")
        paper.text(QRectF(left + 6, 76, width - 12, 14), one.value, 11, role="Accent", strong=True)
        if one.rest:
            beside = left + 6 + paper.width(one.value, 11, strong=True) + 1
            paper.text(QRectF(beside, 79, 30, 11), one.rest, 5.4, role="textSecondary")


def _table(paper: Paper, words: StatementWords, rows: tuple[Row, ...], top: float) -> None:
    if not rows:
        return
    _cells(paper, words.head, top, 3, role="textSecondary")
    top += _ROW
    for row in rows:
        if row.heading:
            paper.text(QRectF(_MARGIN, top + _ROW * 0.6, _WIDE, _ROW), row.cells[0], 4, strong=True)
            top += 2 * _ROW
        else:
            _cells(paper, row.cells, top, 3.5)
            top += _ROW
        paper.line(QPointF(_MARGIN, top), QPointF(_MARGIN + _WIDE, top), "divider" if not row.heading else "Mid")


def _cells(paper: Paper, cells: tuple[str, str, str, str], top: float, size: float, role: str = "Text") -> None:
    for place, ((left, width), words) in enumerate(zip(_COLUMNS, cells, strict=True)):
        align = LEFT if place < 2 else RIGHT
        paper.text(QRectF(_MARGIN + left, top, width, _ROW), words, size, role=role, align=align)
