"""What the owner writes and to whom, before anything is queued."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.domain.template import fill, marks
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from datetime import datetime

MOST_PARTS: Final = 10
"""More is refused: carriers cut longer texts, and Twilio's limit of 1,600 characters lies just above."""

_STOP_WORDS: Final = re.compile(r"停止|解除|ストップ|\bstop\b|\bopt[ -]?out\b|unsubscribe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Who is meant.

    Attributes:
        tag: everyone with this tag; "" = everyone.
        customers: uids; where given, only these.
    """

    tag: str = ""
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it is queued.

    Attributes:
        text: with placeholders.
        purpose: a choice the owner must make; None = not yet made.
        name: what the owner calls it, "" = its first line.
        language: of the text, "ja" or "en": decides stand-ins and dates.
    """

    text: str
    purpose: Purpose | None = None
    selection: Selection = field(default_factory=Selection)
    name: str = ""
    language: str = "ja"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A text to start from.

    Attributes:
        uid: of the owner's own, else the key of one that comes with the program.
        group: "thanks", "notice", "winback", "birthday", "season" or "own".
        own: written by the owner.
        version: counts up with each change of the owner's own.
    """

    uid: str
    name: str
    group: str
    purpose: Purpose
    text: str
    language: str
    own: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A message that was queued for many.

    Attributes:
        states: how many messages are in each state.
    """

    uid: str
    name: str
    purpose: Purpose
    text: str
    queued_at: datetime | None
    cancelled_at: datetime | None
    states: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What a promotional message must carry.

    Attributes:
        name: the shop's name as customers know it.
        legal_name: the operator's formal name.
        opt_out_line: how to say stop, "" = any wording with a word for it.
    """

    name: str
    legal_name: str = ""
    opt_out_line: str = ""


def check(draft: Draft, sender: Sender) -> Purpose:
    """The draft's purpose, if it may be queued at all.

    A promotion names its sender and says how to stop (Japan: act on specified e-mail, article 4).

    Raises:
        ShopError: text_empty, purpose_missing, placeholder_unknown, sender_name_missing, opt_out_missing.
    """
    unknown = next((mark for mark in marks(draft.text) if not mark.key), None)
    if unknown is not None:
        raise ShopError("placeholder_unknown", placeholder=draft.text[unknown.start + 1 : unknown.end - 1])
    if not fill(draft.text, {"shop": sender.name}, draft.language):
        raise ShopError("text_empty")
    if draft.purpose is None:
        raise ShopError("purpose_missing")
    if draft.purpose is Purpose.PROMO:
        if not names_sender(draft.text, sender):
            raise ShopError("sender_name_missing")
        if not says_how_to_stop(draft.text, sender):
            raise ShopError("opt_out_missing")
    return draft.purpose


def names_sender(text: str, sender: Sender) -> bool:
    """Whether the text names the shop, by its placeholder or in words."""
    by_placeholder = bool(sender.name.strip()) and any(mark.key == "shop" for mark in marks(text))
    return by_placeholder or any(name.strip() and name.strip() in text for name in (sender.name, sender.legal_name))


def says_how_to_stop(text: str, sender: Sender) -> bool:
    """Whether the text holds the shop's opt-out line, or at least a word for stopping."""
    own = sender.opt_out_line.strip()
    return bool(own and own in text) or bool(_STOP_WORDS.search(unicodedata.normalize("NFKC", text).casefold()))


def check_parts(parts: int) -> None:
    """Raise ShopError too_many_parts for a message that carriers would cut."""
    if parts > MOST_PARTS:
        raise ShopError("too_many_parts", parts=parts, limit=MOST_PARTS)
