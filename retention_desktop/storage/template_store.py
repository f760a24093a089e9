"""The owner's own templates; each change is a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.campaign import Template
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.storage.tables import template, template_version

if TYPE_CHECKING:
    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_newest = (
    select(template_version.c.template, func.max(template_version.c.number).label("number"))
    .group_by(template_version.c.template)
    .subquery()
)
_ALL: Final = (
    select(
        template.c.id, template.c.uid, template.c.name, template_version.c.language, template_version.c.purpose,
        template_version.c.text, template_version.c.number,
    )
    .join(_newest, _newest.c.template == template.c.id)
    .join(
        template_version,
        (template_version.c.template == template.c.id) & (template_version.c.number == _newest.c.number),
    )
    .where(template.c.deleted_at.is_(None))
    .order_by(template.c.id)
)  # fmt: skip
_OF_LANGUAGE: Final = _ALL.where(template_version.c.language == bindparam("wanted"))
_BY_UID: Final = _ALL.where(template.c.uid == bindparam("wanted"))


def own_templates(tx: Tx, language: str) -> tuple[Template, ...]:
    """The owner's templates in a language, each as it was last saved."""
    return tuple(_template(row) for row in tx.run(_OF_LANGUAGE, {"wanted": language}))


def find_template(tx: Tx, uid: str) -> tuple[int, Template] | None:
    """(key, template) of one of the owner's templates."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    return None if row is None else (row.id, _template(row))


def _template(row: Row[Any]) -> Template:
    return Template(
        uid=row.uid, name=row.name, group="own", purpose=Purpose(row.purpose), text=row.text, language=row.language,
        own=True, version=row.number,
    )  # fmt: skip
