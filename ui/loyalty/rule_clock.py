"""When a promotion counts, said as a running clock: on now and for how long, or when it begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retention_desktop.domain.promotion_window import changes_at, is_open
from retention_desktop.domain.terms import read_terms
from ui.shared.language import tr

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from ui.loyalty.editing import Editing


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a promotion stands.

    Attributes:
        running: it counts at this moment.
        changes: when it ends, or begins next (aware UTC); None where neither comes.
    """

    running: bool
    changes: datetime | None


def clock_of(promotion: dict[str, Any], local: datetime) -> Clock | None:
    """Where a promotion stands at an instant of the shop's clock; None while its terms can't be read."""
    try:
        window = read_terms("point", {"promotions": [promotion]}).promotions[0].window
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None
    return Clock(is_open(window, local), changes_at(window, local))


def clock_text(editing: Editing, clock: Clock, local: datetime) -> str:
    """On now – ends in 31 h; begins in 3 days (Tue 24 Nov 16:00); over; always."""
    if clock.changes is None:
        return tr("RuleClock", "Always on") if clock.running else tr("RuleClock", "Over")
    left = span_text(clock.changes - local)
    formats = editing.kit.formats
    if clock.running:
        return tr("RuleClock", "On now – ends in {span}").format(span=left)
    when = formats.day(editing.local(clock.changes).date(), local.date())
    when = f"{when} {formats.time(clock.changes, editing.zone)}"
    return tr("RuleClock", "Begins in {span}, {when}").format(span=left, when=when)


def span_text(span: timedelta) -> str:
    """59 min, 31 h, 3 days: coarse, for a clock that is read at a glance."""
    minutes = max(round(span.total_seconds() / 60), 1)
    if minutes < 100:
        return tr("RuleClock", "%n min", minutes)
    hours = round(minutes / 60)
    return tr("RuleClock", "%n h", hours) if hours < 72 else tr("RuleClock", "%n day(s)", round(hours / 24))
