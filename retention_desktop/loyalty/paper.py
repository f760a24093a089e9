"""What is entered by hand: how many punches at once, and the photo of a paper card that was taken over."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.photo_store import Photos

MOST_PUNCHES: Final = 10
"""By hand in one entry: more is nearly always a slip (conformance case 82). A paper card brings up to its own size."""


def check_punches(programme: Programme, amount: int, kind: str) -> None:
    """Refuse more punches than an entry by hand takes. Raises ShopError punches_too_many."""
    card = programme.terms.card
    if card is None:
        return
    limit = max(MOST_PUNCHES, card.size) if kind == "opening" else MOST_PUNCHES
    if abs(amount) > limit:
        raise ShopError("punches_too_many", limit=limit)


@contextmanager
def kept_photo(photos: Photos, uid: str, photo: bytes) -> Iterator[str]:
    """The name of a photo kept for what follows, "" without one; where that fails the photo goes again.

    Raises ShopError photo_invalid.
    """
    name = photos.keep(uid, photo) if photo else ""
    try:
        yield name
    except BaseException:
        if name:
            photos.drop(name)
        raise
