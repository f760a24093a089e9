"""What the desk carries over when its page is rebuilt in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.desk.page import DeskPage


def keep_drafts(page: DeskPage) -> dict[str, Any]:
    """The query, the person, the amount, and the form that is open with what was typed into it."""
    frame, flow = page.frame, page.flow
    kept: dict[str, Any] = {"query": frame.box.text(), "view": frame.view}
    if flow is not None and flow.uid:
        kept |= {"person": flow.uid, "amount": frame.person.sale.field.text()}
        kept |= {"bill": flow.draft, "details": frame.person.details.keep()}
    if frame.view == "new":
        kept["new"] = frame.new.keep()
    elif frame.view == "correct":
        kept |= {"visit": frame.correct.visit, "correct": frame.correct.keep()}
    elif frame.view == "sale":
        kept["sale"] = frame.sale.bar.field.text()
    return kept


def restore_drafts(page: DeskPage, kept: dict[str, Any]) -> None:
    """Put it back; what is gone from the store meanwhile is left out."""
    frame, forms = page.frame, page.forms
    if not kept or forms is None:
        return
    if kept.get("person"):
        page.open_customer(kept["person"])
        frame.person.details.restore(kept.get("details", {}))
        if page.flow is not None:
            page.flow.draft = kept.get("bill", page.flow.draft)
        frame.person.sale.field.setText(kept.get("amount", ""))
    if kept["view"] == "new":
        forms.start_new()
        frame.new.restore(kept["new"])
    elif kept["view"] == "correct":
        forms.start_correction(kept["visit"])
        frame.correct.restore(kept["correct"])
    elif kept["view"] == "sale":
        forms.start_sale()
        frame.sale.bar.field.setText(kept["sale"])
    frame.box.setText(kept["query"])
