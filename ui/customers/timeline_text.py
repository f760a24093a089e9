"""What happened to a customer, in words: title, what stands below it, and its icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ui.customers.field_text import changed_fields
from ui.customers.joined import joined
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from retention_desktop.history import TimelineEntry
    from ui.customers.shop_formats import ShopFormats


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """One entry as it is shown.

    Attributes:
        tinted: the badge is in the accent (visits, consent given).
        details: what may be cut: a message's text, a note, a wording.
    """

    icon: str
    title: str
    below: str
    details: str = ""
    tinted: bool = False


_ICONS: Final = {
    "customer_add": "user-plus", "sample_fill": "user-plus", "import": "upload", "customer_edit": "pencil",
    "customer_delete": "trash-2", "contact_add": "phone", "contact_edit": "phone", "contact_remove": "phone",
    "tag_add": "tag", "tag_remove": "tag", "undo": "undo-2", "consent": "shield-check", "opt_out": "shield-x",
    "sample_remove": "trash-2",
}  # fmt: skip
_CHANGES: Final = {
    "customer_add": mark("Timeline", "Added"),
    "sample_fill": mark("Timeline", "Added with the sample shop"),
    "sample_remove": mark("Timeline", "Removed with the sample shop"),
    "import": mark("Timeline", "Filled in by an import"),
    "customer_edit": mark("Timeline", "Changed: {fields}"),
    "customer_delete": mark("Timeline", "Deleted"),
    "contact_add": mark("Timeline", "Number or address added"),
    "contact_edit": mark("Timeline", "Number or address corrected"),
    "contact_remove": mark("Timeline", "Number or address removed"),
    "tag_add": mark("Timeline", "Tagged “{tag}”"),
    "tag_remove": mark("Timeline", "Tag “{tag}” taken away"),
    "undo": mark("Timeline", "A change was taken back"),
    "opt_out": mark("Timeline", "Opt-out"),
}
_DEEDS: Final = {
    "redeem": mark("Timeline", "Redeemed"),
    "refund": mark("Timeline", "Money given back"),
    "adjust": mark("Timeline", "Corrected by hand"),
    "opening": mark("Timeline", "Brought over"),
    "award": mark("Timeline", "Bonus"),
    "birthdays": mark("Timeline", "Birthday bonus"),
    "referral": mark("Timeline", "Brought a friend, or was brought"),
    "customer_merge": mark("Timeline", "Merged with another entry of this person"),
}
"""What was done with points, rewards and money."""
_DEED_ICONS: Final = {"redeem": "gift", "refund": "undo-2", "adjust": "pencil", "opening": "stamp"}
_MESSAGE_STATES: Final = {
    "queued": mark("Timeline", "Message waiting to be sent"),
    "sending": mark("Timeline", "Message being sent"),
    "accepted": mark("Timeline", "Message handed over"),
    "sent": mark("Timeline", "Message sent"),
    "delivered": mark("Timeline", "Message delivered"),
    "rejected": mark("Timeline", "Message refused"),
    "opted_out": mark("Timeline", "Message stopped: opted out"),
    "unknown": mark("Timeline", "Message: not known whether it was sent"),
    "held": mark("Timeline", "Message: waits for your decision"),
    "cancelled": mark("Timeline", "Message cancelled"),
    "expired": mark("Timeline", "Message no longer in time"),
}
_SETTLED: Final = frozenset({"accepted", "sent", "delivered"})
_SOURCES: Final = {
    "desk": mark("ConsentSource", "at the desk"),
    "owner": mark("ConsentSource", "noted by the shop"),
    "import": mark("ConsentSource", "with an imported list"),
    "provider": mark("ConsentSource", "by a STOP reply"),
    "undo": mark("ConsentSource", "by an undo"),
    "sample": mark("ConsentSource", "sample shop"),
}


def source_word(source: str) -> str:
    """Where a word of consent came from."""
    return tr("ConsentSource", _SOURCES[source]) if source in _SOURCES else source


def entry_words(entry: TimelineEntry, formats: ShopFormats) -> EntryWords:
    """The words for one entry."""
    when = formats.moment(entry.at) if entry.at else formats.narrow_day(entry.day)
    if entry.kind == "visit":
        return _visit(entry.facts, when, formats)
    if entry.kind in _DEEDS:
        return _deed(entry.kind, entry.facts, when, formats)
    if entry.kind == "message":
        return _message(entry.facts, when)
    if entry.kind == "consent" and "given" in entry.facts:
        return _consent(entry.facts, when, formats)
    return _change(entry.kind, entry.facts, when)


def _visit(facts: dict[str, Any], when: str, formats: ShopFormats) -> EntryWords:
    amount = facts.get("amount")
    earned = joined(
        tr("Timeline", "%n punch(es)", facts["punch"]) if facts.get("punch") else "",
        tr("Timeline", "+{points} pt").format(points=formats.number(facts["point"])) if facts.get("point") else "",
    )
    title = joined(
        facts.get("note") or tr("Timeline", "Visit"),
        formats.money(amount, facts.get("currency") or "") if amount is not None else "",
    )
    return EntryWords(icon="stamp", title=title, below=joined(when, facts.get("staff") or "", earned), tinted=True)


def _deed(kind: str, facts: dict[str, Any], when: str, formats: ShopFormats) -> EntryWords:
    refund = facts.get("refund")
    given = "" if refund is None else formats.money(refund, facts.get("currency") or "")
    changed = (
        f"{name} {'+' if amount > 0 else '−'}{formats.number(abs(amount))}" for name, _, amount in facts["changed"]
    )
    return EntryWords(
        icon=_DEED_ICONS.get(kind, "sparkles"), title=joined(tr("Timeline", _DEEDS[kind]), facts["reward"] or given),
        below=joined(when, facts.get("staff") or "", *changed), details=facts["reason"], tinted=kind == "redeem",
    )  # fmt: skip


def _message(facts: dict[str, Any], when: str) -> EntryWords:
    state = str(facts["state"])
    title = tr("Timeline", _MESSAGE_STATES[state]) if state in _MESSAGE_STATES else tr("Timeline", "Message")
    if facts.get("provider") == "practice" and state in _SETTLED:
        title = tr("Timeline", "Message kept in the practice outbox")
    return EntryWords(icon="send", title=title, below=when, details=str(facts["text"]))


def _consent(facts: dict[str, Any], when: str, formats: ShopFormats) -> EntryWords:
    given = bool(facts["given"])
    title = tr("Timeline", "Agreed to offers") if given else tr("Timeline", "No longer agrees to offers")
    return EntryWords(
        icon="shield-check" if given else "shield-x",
        title=title,
        below=joined(when, source_word(facts["source"]), formats.phone(facts["address"]) if facts["address"] else ""),
        details=facts["wording"],
        tinted=given,
    )


def _change(kind: str, facts: dict[str, Any], when: str) -> EntryWords:
    fields = changed_fields(facts.get("fields", ()))
    template = tr("Timeline", _CHANGES[kind]) if kind in _CHANGES else tr("Timeline", "Change")
    if kind == "customer_edit" and not fields:
        template = tr("Timeline", "Details changed")
    title = template.format(fields=fields, tag=facts.get("tag", ""))
    return EntryWords(icon=_ICONS.get(kind, "pencil"), title=title, below=when)
