"""Whether a rule or promotion counts at an instant, and when that changes next.

Dates are compared as instants, so a window of 48 hours is 48 hours across a change of the clocks too. Weekdays and
hours are read off the shop's own clock: 16:00 is what hangs on its wall.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.domain.terms import Window


def is_open(window: Window | None, local: datetime) -> bool:
    """Whether `local`, an instant in the shop's zone, lies inside; no window is always open."""
    if window is None:
        return True
    if (window.starts and local < window.starts) or (window.until and local >= window.until):
        return False
    if window.weekdays is not None and local.weekday() not in window.weekdays:
        return False
    return window.hours is None or window.hours[0] <= local.hour * 60 + local.minute < window.hours[1]


def changes_at(window: Window | None, local: datetime) -> datetime | None:
    """The next instant (UTC) at which the window opens or closes, None if it stays as it is.

    Args:
        local: an instant in the shop's zone.
    """
    if window is None:
        return None
    now = is_open(window, local)
    moments = sorted({moment for moment in _moments(window, local) if moment > local.astimezone(UTC)})
    return next((at for at in moments if is_open(window, at.astimezone(local.tzinfo)) != now), None)


def _moments(window: Window, local: datetime) -> Iterator[datetime]:
    """The instants at which anything could change: the two ends, and the week after today and after the start."""
    yield from (end for end in (window.starts, window.until) if end)
    for first in (local, *((window.starts.astimezone(local.tzinfo),) if window.starts else ())):
        for ahead in range(9):
            for minutes in window.hours or (0, 1440):
                yield _wall_clock(first, ahead, minutes)


def _wall_clock(first: datetime, ahead: int, minutes: int) -> datetime:
    """The instant the shop's clock shows so many minutes after midnight, some days after another instant."""
    day = first.date() + timedelta(days=ahead)
    wall = datetime.combine(day, time(), first.tzinfo) + timedelta(minutes=minutes)  # wall arithmetic, on purpose
    return wall.astimezone(UTC)
