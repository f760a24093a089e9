"""What a customer's fields are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS: Final[dict[str, str]] = {
    "display_name": mark("Field", "Name"),
    "family": mark("Field", "Family name"),
    "given": mark("Field", "Given name"),
    "kana": mark("Field", "Kana"),
    "kana_family": mark("Field", "Family name in kana"),
    "kana_given": mark("Field", "Given name in kana"),
    "phone": mark("Field", "Phone"),
    "email": mark("Field", "E-mail"),
    "birthday": mark("Field", "Birthday"),
    "sex": mark("Field", "Sex"),
    "kind": mark("Field", "Person or organisation"),
    "language": mark("Field", "Language"),
    "channel": mark("Field", "Preferred way to reach them"),
    "postal_code": mark("Field", "Postcode"),
    "address": mark("Field", "Address"),
    "member_number": mark("Field", "Member no."),
    "pinned_note": mark("Field", "Pinned note"),
    "notes": mark("Field", "Notes"),
    "brought_by": mark("Field", "Brought by"),
    "tags": mark("Field", "Tags"),
    "customer": mark("Field", "Customer"),
    "day": mark("Field", "Day of visit"),
    "amount": mark("Field", "Amount"),
    "items": mark("Field", "Items"),
    "note": mark("Field", "Note"),
}
_PART_OF: Final = {
    "family": "display_name", "given": "display_name", "kana_family": "kana", "kana_given": "kana",
    "birth_year": "birthday", "birth_month": "birthday", "birth_day": "birthday",
}  # fmt: skip


def field_word(name: str) -> str:
    """A field's name in the reader's language; the name itself where it has none."""
    return tr("Field", _WORDS[name]) if name in _WORDS else name


def changed_fields(columns: Iterable[str]) -> str:
    """The fields behind changed columns, each once: "Name, Birthday"; columns no reader knows are left out."""
    names = dict.fromkeys(_PART_OF.get(column, column) for column in columns)
    return ", ".join(field_word(name) for name in names if name in _WORDS)
