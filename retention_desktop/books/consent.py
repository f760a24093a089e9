"""Consent and suppression: the only way in which either is written.

A suppressed address is kept as an HMAC-SHA256 digest under a random key of the store's own: it outlives the
person and any re-import, travels with a backup, and tells nobody the number.
"""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.consent import ConsentEvent
from retention_desktop.storage import consent_store, contact_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from retention_desktop.domain.customer import ContactPoint
    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx

DIGEST_KEY: Final = "suppression"


def ensure_secret(tx: Tx, random_bytes: Callable[[int], bytes]) -> None:
    """Give the store its digest key, once."""
    if consent_store.read_secret(tx, DIGEST_KEY) is None:
        consent_store.keep_secret(tx, DIGEST_KEY, random_bytes(32))


def digest(tx: Tx, address: str) -> str:
    """The digest of a normalised address."""
    key = consent_store.read_secret(tx, DIGEST_KEY)
    if key is None:
        raise LookupError(DIGEST_KEY)
    return hmac.digest(key, address.encode(), "sha256").hex()


def record(
    tx: Tx, operation: Operation, point: ContactPoint, *, uid: str, given: bool, source: str, wording: str = "",
    purpose: str = "promo",
) -> None:  # fmt: skip
    """Note that consent was given or withdrawn at a contact point."""
    event = ConsentEvent(
        uid=uid, contact_point=point.key, purpose=purpose, given=given, source=source, wording=wording,
        at=operation.at, staff=operation.staff,
    )  # fmt: skip
    consent_store.add_events(tx, [event], operation.key)


def opt_out(tx: Tx, operation: Operation, address: str, new_uid: Callable[[], str], source: str) -> None:
    """An address said stop: suppress it and withdraw the consent of everyone who shares it."""
    consent_store.suppress_digest(tx, digest(tx, address), operation.at)
    for point in contact_store.points_with_address(tx, address):
        record(tx, operation, point, uid=new_uid(), given=False, source=source)


def lift(tx: Tx, address: str, at: datetime) -> None:
    """The address may be written to again; consent must still be given anew."""
    consent_store.lift_digest(tx, digest(tx, address), at)


def with_consent(tx: Tx, points: Sequence[ContactPoint]) -> list[ContactPoint]:
    """The same contact points with consent in force and suppression filled in."""
    given = consent_store.consent_in_force(tx, [point.key for point in points])
    digests = {point.address: digest(tx, point.address) for point in points if point.address}
    stopped = consent_store.suppressed_digests(tx, list(digests.values()))
    return [
        replace(point, consent=given.get(point.key), suppressed=digests.get(point.address, "") in stopped)
        for point in points
    ]


def take_back(tx: Tx, operation: Operation, undone: Operation, new_uid: Callable[[], str]) -> None:
    """Undo an operation's words: those that stood before stand again, "never asked" included; events only grow.

    An event that notes the undo is for the reader of the history; what is in force follows from the words that stand.
    """
    words = consent_store.words_of_operation(tx, undone.key)
    now = {
        purpose: consent_store.consent_in_force(tx, [point for point, of in words if of == purpose], purpose)
        for purpose in {purpose for _, purpose in words}
    }
    consent_store.add_events(tx, [
        ConsentEvent(
            uid=new_uid(), contact_point=point, purpose=purpose, given=not given, source="undo", wording="",
            at=operation.at, staff=operation.staff,
        )
        for (point, purpose), given in words.items()
        if given != now[purpose].get(point, False)
    ], operation.key)  # fmt: skip
    if undone.kind in {*consent_store.STOPPING, *consent_store.LIFTING}:
        for address, stopped in consent_store.stopped_by_operations(tx, undone.key).items():
            if stopped:
                consent_store.suppress_digest_again(tx, digest(tx, address))
            else:
                lift(tx, address, operation.at)
