"""What roles are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.staff import StaffMember


def role_words(person: StaffMember) -> str:
    """Owner, or desk."""
    return tr("StaffText", "Owner") if person.is_owner else tr("StaffText", "Desk staff")
