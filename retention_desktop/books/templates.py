"""The shop's own templates: each text is a version of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books import journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.sending_policy import Purpose
    from retention_desktop.storage.database import Tx


def add(
    tx: Tx, operation: Operation, new_uid: Callable[[], str], *, name: str, text: str, purpose: Purpose, language: str
) -> str:
    """Add a template with its first version; returns its uid."""
    uid = new_uid()
    key = journal.add(tx, operation, "template", {"uid": uid, "name": name})
    journal.add(tx, operation, "template_version", {
        "uid": new_uid(), "template": key, "number": 1, "language": language, "purpose": purpose.value, "text": text,
        "since": operation.at,
    })  # fmt: skip
    return uid
