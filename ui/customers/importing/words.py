"""What an import found and did, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ui.customers.field_text import field_word
from ui.customers.joined import joined, listed
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from retention_desktop.transfer import Finding, Imported, Prepared, PreviewRow

Tone = Literal["plain", "good", "warn", "bad"]

FOUND: Final = {
    "phone_invalid": mark("ImportFinding", "No usable number: no SMS"),
    "phone_partly": mark("ImportFinding", "Words beside the number: kept in the notes"),
    "phone_unlikely": mark("ImportFinding", "Unusual number: kept, please check"),
    "birthday_invalid": mark("ImportFinding", "Birthday can't be read: left empty"),
    "birthday_unclear": mark("ImportFinding", "Birthday could be several days: left empty"),
    "birthday_era": mark("ImportFinding", "Birthday lies outside its era: kept"),
    "email_invalid": mark("ImportFinding", "Not an e-mail address: left out"),
    "conflict": mark("ImportFinding", "Differs from what is known: the known value stays"),
    "amount_invalid": mark("ImportFinding", "Not an amount: left out"),
    "day_invalid": mark("ImportFinding", "Not a day: row left out"),
    "day_unclear": mark("ImportFinding", "Day could be several: row left out"),
    "time_invalid": mark("ImportFinding", "Time can't be read: kept without it"),
    "leading_zero_restored": mark("ImportFinding", "0 put back"),
    "phone_fixed": mark("ImportFinding", "Landline: no SMS"),
}
"""Code of a problem or note -> words."""
_REASONS: Final = {
    "blank": mark("ImportReason", "no name or number"),
    "phone_invalid": mark("ImportReason", "no name and no usable number"),
    "day_invalid": mark("ImportReason", "no readable day"),
}
_ENCODINGS: Final = {
    "utf-8": mark("ImportEncoding", "UTF-8"),
    "utf-8-sig": mark("ImportEncoding", "UTF-8 (Excel)"),
    "utf-16": mark("ImportEncoding", "UTF-16"),
    "cp932": mark("ImportEncoding", "Shift_JIS (Excel)"),
    "euc_jp": mark("ImportEncoding", "EUC-JP"),
    "iso2022_jp": mark("ImportEncoding", "JIS (ISO-2022-JP)"),
    "cp1252": mark("ImportEncoding", "Western Windows"),
    "workbook": mark("ImportEncoding", "Excel workbook"),
}


@dataclass(frozen=True, slots=True)
class RowWords:
    """What stands at a row's end.

    Attributes:
        tone: colour of the row's ground.
        icon: Lucide's name.
    """

    tone: Tone
    icon: str
    text: str


def found_word(code: str) -> str:
    """A problem or note in the reader's language; the code itself where it has no words."""
    return tr("ImportFinding", FOUND[code]) if code in FOUND else code


def reason_word(reason: str) -> str:
    """Why a row is left out."""
    return tr("ImportReason", _REASONS[reason]) if reason in _REASONS else reason


def encoding_word(encoding: str) -> str:
    """An encoding by the name shops know it by."""
    return tr("ImportEncoding", _ENCODINGS[encoding]) if encoding in _ENCODINGS else encoding


def kind_word(kind: str | None) -> str:
    """What a column holds; a column left out says so."""
    return field_word(kind) if kind else tr("ImportColumn", "Left out")


def row_words(row: PreviewRow) -> RowWords:
    """The finding of a row: left out, merged, repaired, or as it is."""
    found = [_found(finding) for finding in row.findings]
    if row.outcome == "skipped":
        return RowWords("bad", "x", tr("ImportRow", "Left out: {why}").format(why=reason_word(row.reason)))
    if row.outcome == "merged":
        return RowWords("good", "merge", joined(tr("ImportRow", "Merged with the same person"), *found))
    if found:
        return RowWords("warn", "triangle-alert", listed(found))
    return RowWords("plain", "check", tr("ImportRow", "As it is"))


def _found(finding: Finding) -> str:
    return f"{found_word(finding.code)} → {finding.value}" if finding.value else found_word(finding.code)


def promise(prepared: Prepared) -> str:
    """What the primary button will do, to the row: "Import 286, merge 8, leave out 6"."""
    parts = (
        (prepared.created, tr("ImportPromise", "import %n", prepared.created)),
        (prepared.merged, tr("ImportPromise", "merge %n", prepared.merged)),
        (prepared.skipped, tr("ImportPromise", "leave out %n", prepared.skipped)),
    )
    return _sentence([words for count, words in parts if count])


def outcome(done: Imported) -> str:
    """What an import did: "286 imported, 8 merged, 6 left out"."""
    parts = (
        (True, tr("ImportOutcome", "%n imported", done.created)),
        (done.merged, tr("ImportOutcome", "%n merged", done.merged)),
        (done.skipped, tr("ImportOutcome", "%n left out", done.skipped)),
    )
    return _sentence([words for told, words in parts if told])


def reasons_text(reasons: dict[str, int], *, counted: bool = False) -> str:
    """Why rows are left out, with a count each where there are several, or always."""
    if len(reasons) == 1 and not counted:
        return _capital(reason_word(next(iter(reasons))))
    return listed(
        tr("ImportReason", "%n: {why}", count).format(why=reason_word(reason)) for reason, count in reasons.items()
    )


def _sentence(parts: list[str]) -> str:
    return _capital(tr("ImportPromise", ", ").join(parts))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
