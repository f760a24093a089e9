"""A card's limit in words: why a visit has no punch, and when the next one may be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.punch_limit import Limited


def limit_words(limits: Sequence[Limited]) -> str:
    """No punch: one a day; with the cards' names where several are meant; "" without any."""
    if not limits:
        return ""
    said = [_one(each) for each in limits]
    if len(set(said)) == 1:
        return tr("LimitWords", "No punch: {why}").format(why=said[0])
    card = tr("LimitWords", "{card}: {why}")
    named = [card.format(card=each.name, why=why) for each, why in zip(limits, said, strict=True)]
    return tr("LimitWords", "No punch: {why}").format(why=tr("LimitWords", ", ").join(named))


def next_punch(limits: Sequence[Limited]) -> str:
    """When a card may be punched again at the earliest, counted from the visit."""
    left = time_left(min(each.minutes for each in limits))
    return tr("LimitWords", "The next one {left} after this visit.").format(left=left)


def _one(limited: Limited) -> str:
    limit = limited.limit
    said = []
    if limit.per_day:
        said.append(tr("LimitWords", "at most %n a day", limit.per_day))
    if limit.minutes:
        said.append(tr("LimitWords", "{time} apart").format(time=time_left(limit.minutes)))
    return tr("LimitWords", ", ").join(said)


def time_left(minutes: int) -> str:
    """12 min, 10 h, 3 h 20 min."""
    hours, rest = divmod(max(minutes, 1), 60)
    if not hours:
        return tr("LimitWords", "%n min", rest)
    if not rest:
        return tr("LimitWords", "%n h", hours)
    return tr("LimitWords", "{hours} h {minutes} min").format(hours=hours, minutes=rest)
