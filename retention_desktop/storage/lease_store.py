"""Renewable leases: who may do what only one may do at a time, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, insert, update

from retention_desktop.storage.tables import lease

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.storage.database import Tx

_DROP: Final = delete(lease).where(lease.c.name == bindparam("wanted"))
_RENEW: Final = (
    update(lease)
    .where(lease.c.name == bindparam("wanted"), lease.c.owner == bindparam("holder"))
    .values(until=bindparam("to"))
)
_RELEASE: Final = delete(lease).where(lease.c.name == bindparam("wanted"), lease.c.owner == bindparam("holder"))


def take(tx: Tx, name: str, owner: str, until: datetime) -> None:
    """Put a lease into somebody's hands, whoever had it."""
    tx.run(_DROP, {"wanted": name})
    tx.run(insert(lease), {"name": name, "owner": owner, "until": until})


def renew(tx: Tx, name: str, owner: str, until: datetime) -> bool:
    """Hold a lease longer; False where somebody else has it now."""
    return tx.run(_RENEW, {"wanted": name, "holder": owner, "to": until}).rowcount == 1


def release(tx: Tx, name: str, owner: str) -> None:
    """Give a lease back."""
    tx.run(_RELEASE, {"wanted": name, "holder": owner})
