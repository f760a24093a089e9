"""Tags and who has them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import customer, tag, tag_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.storage.database import Tx

_HELD: Final = tag_link.c.removed_at.is_(None)
_OF: Final = (
    select(tag_link.c.customer, tag.c.name)
    .join(tag, tag.c.id == tag_link.c.tag)
    .where(tag_link.c.customer.in_(bindparam("wanted", expanding=True)), _HELD)
    .order_by(tag_link.c.id)
)
_BY_NAME: Final = Prepared(select(tag.c.id).where(tag.c.name == bindparam("wanted")))
_LINK: Final = Prepared(
    select(tag_link.c.uid, tag_link.c.removed_at).where(
        tag_link.c.customer == bindparam("customer"), tag_link.c.tag == bindparam("tag")
    )
)
_COUNTS: Final = Prepared(
    select(tag.c.name, func.count(customer.c.id).label("people"))
    .join(tag_link, tag_link.c.tag == tag.c.id)
    .join(customer, customer.c.id == tag_link.c.customer)
    .where(_HELD, customer.c.deleted_at.is_(None))
    .group_by(tag.c.id, tag.c.name)
    .order_by(tag.c.name)
)
_MEMBERS: Final = Prepared(select(tag_link.c.customer).where(tag_link.c.tag == bindparam("wanted"), _HELD))


def tags_of(tx: Tx, customers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The tags of these customers, in the order they were given."""
    found: dict[int, list[str]] = defaultdict(list)
    for start in range(0, len(customers), 500):
        for row in tx.run(_OF, {"wanted": list(customers[start : start + 500])}):
            found[row.customer].append(row.name)
    return {key: tuple(names) for key, names in found.items()}


def tag_key(tx: Tx, name: str) -> int | None:
    """The key of the tag with exactly this name."""
    key: int | None = tx.run(_BY_NAME, {"wanted": name}).scalar_one_or_none()
    return key


def find_link(tx: Tx, customer_key: int, tag: int) -> tuple[str, bool] | None:
    """(uid, held now) of the link between a customer and a tag, None where there never was one."""
    row = tx.run(_LINK, {"customer": customer_key, "tag": tag}).one_or_none()
    return None if row is None else (row.uid, row.removed_at is None)


def tag_counts(tx: Tx) -> dict[str, int]:
    """How many customers have each tag."""
    return {row.name: row.people for row in tx.run(_COUNTS)}


def tagged(tx: Tx, tag: int) -> set[int]:
    """Keys of the customers with this tag."""
    return set(tx.run(_MEMBERS, {"wanted": tag}).scalars())
