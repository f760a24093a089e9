"""Messages to many: start from a template, see what it costs, queue it once, watch it, call it off."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import audience, journal, outbox, templates
from retention_desktop.domain import campaign as rules
from retention_desktop.domain.campaign import Campaign, Draft, Selection, Sender, Template
from retention_desktop.domain.meter import Copy, Meter, measure
from retention_desktop.domain.parts import Parts, count
from retention_desktop.domain.phone import read_phone
from retention_desktop.domain.recipient import Recipient, values_for
from retention_desktop.domain.sending_policy import Purpose, Reason, Verdict
from retention_desktop.domain.template import fill
from retention_desktop.errors import ShopError
from retention_desktop.storage import outbox_store, template_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from retention_desktop.domain.message import Message
    from retention_desktop.settings import Settings, ShopSettings
    from retention_desktop.storage.database import Database

PRACTICE: Final = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who a message is for.

    Attributes:
        selection: what was asked for.
        purpose: what it was judged for.
        recipients: who gets it.
        excluded: who does not, by reason, the largest group first.
    """

    selection: Selection
    purpose: Purpose
    recipients: tuple[Recipient, ...]
    excluded: dict[Reason, tuple[Recipient, ...]]

    @property
    def people(self) -> int:
        """Everyone meant, reachable or not."""
        return len(self.recipients) + sum(len(group) for group in self.excluded.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """What queueing did.

    Attributes:
        campaign: uid.
        operation: uid of the operation to undo, "" where this key had been queued before.
        count: messages queued by this call.
    """

    campaign: str
    operation: str
    count: int


class Campaigns:
    """Everything about sending one text to many people, up to the outbox.

    Args:
        resources: the program's read-only files; ready texts are `messages/<language>.json` in it.
        allow: raises ShopError needs_owner where whoever is at the desk may not write to many.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self,
        db: Database,
        clock: Callable[[], datetime],
        new_uid: Callable[[], str],
        shop_settings: Settings,
        resources: Path,
        *,
        allow: Callable[[], object] = lambda: None,
        staff: Callable[[], str] = lambda: "",
    ) -> None:
        self._db = db
        self._allow = allow
        self._staff = staff
        self._clock = clock
        self._new_uid = new_uid
        self._settings = shop_settings
        self._resources = resources

    def templates(self, language: str) -> tuple[Template, ...]:
        """The ready texts of a language and, after them, the owner's own."""
        with self._db.read() as tx:
            return self._ready(language) + template_store.own_templates(tx, language)

    def save_template(self, *, name: str, text: str, purpose: Purpose, language: str, uid: str = "") -> str:
        """Keep a text as the owner's own; with `uid` as a new version of it. Returns its uid.

        Raises:
            ShopError: text_empty, placeholder_unknown; what a promotion lacks is said when it is queued.
        """
        rules.check(Draft(text=text, purpose=Purpose.SERVICE, language=language), Sender(name="-"))
        with self._db.write() as tx:
            operation = journal.begin(tx, "template_save", self._new_uid(), self._clock())
            known = template_store.find_template(tx, uid)
            label = name.strip() or text.strip().splitlines()[0][:40]
            if known is None:
                return templates.add(
                    tx, operation, self._new_uid, name=label, text=text, purpose=purpose, language=language
                )
            journal.edit(tx, operation, "template", uid, {"name": label})
            version = {
                "uid": self._new_uid(), "template": known[0], "number": known[1].version + 1, "language": language,
                "purpose": purpose.value, "text": text, "since": operation.at,
            }  # fmt: skip
            journal.add(tx, operation, "template_version", version)
        return uid

    def delete_template(self, uid: str) -> None:
        """Take one of the owner's templates away; one that is not there is no error."""
        with self._db.write() as tx:
            if template_store.find_template(tx, uid) is not None:
                operation = journal.begin(tx, "template_delete", self._new_uid(), self._clock())
                journal.edit(tx, operation, "template", uid, {"deleted_at": operation.at})

    def audience(self, selection: Selection, purpose: Purpose | None = None) -> Audience:
        """Who gets a message and who does not; a purpose not yet chosen is judged as a promotion."""
        purpose = purpose or Purpose.PROMO
        with self._db.read() as tx:
            now = settings.read(tx)
            people = audience.people(tx, selection, self._today(now))
        included, groups = [], dict[Reason, list[Recipient]]()
        for one in people:
            verdict = self._verdict(one, purpose, now)
            if verdict.allowed:
                included.append(one)
            else:
                groups.setdefault(verdict.reason, []).append(one)
        by_size = sorted(groups.items(), key=lambda group: -len(group[1]))
        excluded = {reason: tuple(group) for reason, group in by_size}
        return Audience(selection=selection, purpose=purpose, recipients=tuple(included), excluded=excluded)

    def explain(self, customer: str, purpose: Purpose) -> Verdict:
        """Why this customer would get a message, or why not. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            now = settings.read(tx)
            people = audience.people(tx, Selection(customers=(customer,)), self._today(now))
        if not people:
            raise ShopError("customer_not_found", query=customer)
        return self._verdict(people[0], purpose, now)

    def meter(self, draft: Draft, audience: Audience) -> Meter:
        """What the draft costs over this audience. Raises ShopError placeholder_unknown."""
        now = self._settings.now
        prepared = self._prepare(draft, audience.purpose, audience.recipients, now)
        copies = [Copy(recipient=one.recipient, text=one.text, parts=one.parts) for one in prepared if one.parts]
        nobody = Recipient(customer="", customer_key=0)
        text = self._fill(draft, nobody, now)
        left_out = sum(1 for one in prepared if one.verdict.reason is Reason.SAME_TEXT_TWICE)
        return measure(copies, Copy(recipient=nobody, text=text, parts=count(text)), left_out)

    def filled(self, draft: Draft, recipient: Recipient) -> str:
        """The text exactly as this person gets it. Raises ShopError placeholder_unknown."""
        return self._fill(draft, recipient, self._settings.now)

    def counted(self, text: str) -> Parts:
        """What one filled text costs."""
        return count(text)

    def problem(self, draft: Draft) -> ShopError | None:
        """What still keeps the draft from being queued, whoever it is for; None = nothing."""
        try:
            rules.check(draft, _sender(self._settings.now))
        except ShopError as error:
            return error
        return None

    def new_key(self) -> str:
        """A key for one press of the send button."""
        return self._new_uid()

    def queue(self, draft: Draft, key: str) -> Queued:
        """Queue the draft for everyone it is for; the same key again queues nothing.

        People are judged, texts filled and counted first; one transaction then only inserts.

        Raises:
            ShopError: text_empty, purpose_missing, placeholder_unknown, sender_name_missing, opt_out_missing,
                too_many_parts, audience_empty, needs_owner (to more than one person).
        """
        with self._db.read() as tx:
            now = settings.read(tx)
            if outbox_store.find_campaign(tx, key) is not None:
                return Queued(campaign=key, operation="", count=0)
            purpose = rules.check(draft, _sender(now))
            people = audience.people(tx, draft.selection, self._today(now))
        if len(people) > 1:
            self._allow()
        prepared = self._prepare(draft, purpose, people, now)
        if not any(one.verdict.allowed for one in prepared):
            raise ShopError("audience_empty")
        with self._db.write() as tx:
            if outbox_store.find_campaign(tx, key) is not None:
                return Queued(campaign=key, operation="", count=0)
            operation = journal.begin(tx, "campaign_queue", self._new_uid(), self._clock(), staff=self._staff())
            row = {
                "uid": key, "name": draft.name.strip() or draft.text.strip().splitlines()[0][:60],
                "purpose": purpose.value, "text": draft.text, "audience": asdict(draft.selection),
                "queued_at": operation.at, "operation": operation.key,
            }  # fmt: skip
            campaign = outbox.NewCampaign(key=journal.add(tx, operation, "campaign", row), uid=key)
            count = outbox.queue(tx, operation, campaign, purpose, prepared, self._new_uid)
        return Queued(campaign=key, operation=operation.uid, count=count)

    def campaigns(self, most: int = 100) -> tuple[Campaign, ...]:
        """The newest campaigns with how far their messages have come."""
        with self._db.read() as tx:
            return tuple(outbox_store.campaigns(tx, most))

    def status(self, campaign: str) -> tuple[Message, ...]:
        """Every message of a campaign. Raises ShopError campaign_not_found."""
        with self._db.read() as tx:
            if outbox_store.find_campaign(tx, campaign) is None:
                raise ShopError("campaign_not_found", campaign=campaign)
            return tuple(outbox_store.messages_of_campaign(tx, campaign))

    def message(self, uid: str) -> Message:
        """One message, say a test. Raises ShopError message_not_found."""
        with self._db.read() as tx:
            found = outbox_store.find_message(tx, uid)
        if found is None:
            raise ShopError("message_not_found", message=uid)
        return found

    def doubtful(self) -> tuple[Message, ...]:
        """Messages that wait for the owner's word: `settle` them."""
        with self._db.read() as tx:
            return tuple(outbox_store.doubtful_messages(tx))

    def cancel(self, campaign: str) -> int:
        """Call off what has not been sent yet; returns how many messages. Raises ShopError campaign_not_found."""
        with self._db.write() as tx:
            if outbox_store.find_campaign(tx, campaign) is None:
                raise ShopError("campaign_not_found", campaign=campaign)
            operation = journal.begin(tx, "campaign_cancel", self._new_uid(), self._clock(), staff=self._staff())
            journal.edit(tx, operation, "campaign", campaign, {"cancelled_at": operation.at})
            return outbox.cancel_campaign(tx, campaign, operation.at)

    def test_to_self(self, number: str, text: str, language: str = "ja") -> str:
        """Queue the text, filled for nobody in particular, to the owner's own number; returns the message's uid.

        Raises:
            ShopError: phone_invalid, text_empty, placeholder_unknown, too_many_parts.
        """
        now = self._settings.now
        phone = read_phone(number, now.region)
        if phone.e164 is None:
            raise ShopError("phone_invalid", phone=number)
        draft = Draft(text=text, purpose=Purpose.TEST, language=language)
        rules.check(draft, _sender(now))
        filled, uid = self._fill(draft, Recipient(customer="", customer_key=0), now), self._new_uid()
        with self._db.write() as tx:
            operation = journal.begin(tx, "test_queue", self._new_uid(), self._clock())
            outbox.queue_test(tx, operation, phone.e164, filled, uid)
        return uid

    def settle(self, message: str, *, arrived: bool) -> None:
        """The owner's word on a doubtful message: it arrived, or send it again.

        Raises:
            ShopError: message_not_found, message_not_unknown.
        """
        with self._db.write() as tx:
            operation = journal.begin(tx, "message_settle", self._new_uid(), self._clock())
            outbox.settle(tx, operation, message, arrived=arrived)

    def _ready(self, language: str) -> tuple[Template, ...]:
        file = self._resources / "messages" / f"{language}.json"
        texts: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
        return tuple(
            Template(
                uid=text["key"], name=text["name"], group=text["group"], purpose=Purpose(text["purpose"]),
                text=text["text"], language=language,
            )
            for text in texts
        )  # fmt: skip

    def _prepare(
        self, draft: Draft, purpose: Purpose, people: tuple[Recipient, ...], now: ShopSettings
    ) -> tuple[outbox.Prepared, ...]:
        return outbox.prepare(
            draft, purpose, people, sender=_sender(now), today=self._today(now),
            gateway_reaches_sample=now.gateway == PRACTICE,
        )  # fmt: skip

    def _verdict(self, one: Recipient, purpose: Purpose, now: ShopSettings) -> Verdict:
        return audience.explain(one, purpose, gateway_reaches_sample=now.gateway == PRACTICE)

    def _fill(self, draft: Draft, recipient: Recipient, now: ShopSettings) -> str:
        return fill(draft.text, values_for(recipient, draft.language, self._today(now), now.name), draft.language)

    def _today(self, now: ShopSettings) -> date:
        return self._clock().astimezone(now.zone_info).date()


def _sender(now: ShopSettings) -> Sender:
    return Sender(name=now.name, legal_name=now.legal_name, opt_out_line=now.opt_out_line)
