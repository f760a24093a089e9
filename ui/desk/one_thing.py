"""The one thing to say to the person at the counter, with its reason; nothing is invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.stage import Stage
from ui.shared.language import tr

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.desk import Card
    from ui.shared.formats import Formats

BIRTHDAY_DAYS: Final = 7
"""A birthday is worth a word from a week before."""


@dataclass(frozen=True, slots=True)
class OneThing:
    """What to say.

    Attributes:
        icon: Lucide's name.
        words: the sentence.
        reason: why just this, in a few words.
    """

    icon: str
    words: str
    reason: str


def one_thing(card: Card, today: date, formats: Formats) -> OneThing:
    """The most useful true thing: birthday, reward, long absence, note, first visit, one punch to go, last visit."""
    for choose in (_birthday, _reward, _absence, _note, _first, _nearly):
        found = choose(card, today, formats)
        if found is not None:
            return found
    return _last(card, today, formats)


def _birthday(card: Card, _today: date, formats: Formats) -> OneThing | None:
    person = card.customer
    if card.birthday_in is None or card.birthday_in > BIRTHDAY_DAYS:
        return None
    day = formats.month_day(person.birth_month or 1, person.birth_day or 1)
    reason = tr("OneThing", "Birthday {day}").format(day=day)
    if card.birthday_in == 0:
        return OneThing("cake", tr("OneThing", "Happy birthday!"), reason)
    return OneThing("cake", tr("OneThing", "An early happy birthday"), reason)


def _reward(card: Card, today: date, _formats: Formats) -> OneThing | None:
    ready = next((one for one in card.rewards if one.usable(today)), None)
    if ready is None:
        return None
    words = tr("OneThing", "A reward is ready: {reward}").format(reward=ready.name)
    return OneThing("gift", words, tr("OneThing", "Ready to use"))


def _absence(card: Card, _today: date, formats: Formats) -> OneThing | None:
    away = card.days_since
    long = card.usual_gap is not None and away is not None and away > 1.5 * card.usual_gap
    if away is None or not (long or card.stage in {Stage.INACTIVE, Stage.LOST}):
        return None
    reason = tr("OneThing", "Last visit {days} ago").format(days=formats.days(away))
    return OneThing("message-circle", tr("OneThing", "It has been a while, nice to see you again"), reason)


def _note(card: Card, _today: date, _formats: Formats) -> OneThing | None:
    note = card.customer.pinned_note.strip()
    return OneThing("pin", note, tr("OneThing", "Pinned note")) if note else None


def _first(card: Card, _today: date, _formats: Formats) -> OneThing | None:
    if card.days_since is not None:
        return None
    return OneThing("sparkles", tr("OneThing", "Thank you for coming to us"), tr("OneThing", "First visit"))


def _nearly(card: Card, _today: date, _formats: Formats) -> OneThing | None:
    if not card.card_size or len(card.punches) != card.card_size - 1:
        return None
    words = tr("OneThing", "One more visit fills the card")
    reason = tr("OneThing", "{done} of {all} punches").format(done=len(card.punches), all=card.card_size)
    return OneThing("stamp", words, reason)


def _last(card: Card, today: date, formats: Formats) -> OneThing:
    days = card.days_since or 0
    day = formats.short_day(date_before(today, days), today)
    words = tr("OneThing", "Nice to see you again")
    return OneThing("message-circle", words, tr("OneThing", "Last visit {day}").format(day=day))


def date_before(today: date, days: int) -> date:
    """The day so many days before."""
    return today.fromordinal(today.toordinal() - days)
