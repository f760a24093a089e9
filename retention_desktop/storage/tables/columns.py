"""What every table is made with: the naming of keys and the columns they share."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


def key_column() -> Column[int]:
    """The integer key that rows of this store point to each other with."""
    return Column("id", Integer, primary_key=True)


def uid_column() -> Column[str]:
    """The UUIDv7 by which two stores know the row."""
    return Column("uid", String(36), nullable=False, unique=True)


def link_to(target: str, *, name: str = "", nullable: bool = False, index: bool = False) -> Column[int]:
    """A column that points to a row of `target`, named like it unless told otherwise."""
    return Column(name or target, Integer, ForeignKey(f"{target}.id"), nullable=nullable, index=index)
