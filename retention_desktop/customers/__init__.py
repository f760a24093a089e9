"""Find, add, edit, tag and delete customers; what a list and one person's page show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import consent, finding, journal, merging, people, points
from retention_desktop.customers.duplicates import duplicates
from retention_desktop.customers.joining import referrer_named, welcome
from retention_desktop.customers.values import CustomerDetail, CustomerRow, Duplicate, Merged
from retention_desktop.domain.customer import number_of
from retention_desktop.domain.name import split_name, split_reading
from retention_desktop.domain.phone import can_receive_sms
from retention_desktop.domain.stage import stage_of
from retention_desktop.errors import ShopError
from retention_desktop.storage import (
    consent_store,
    contact_store,
    customer_order,
    customer_store,
    loyalty_store,
    merge_store,
    tag_store,
)
from retention_desktop.storage.connecting import BUSY_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.customer import ContactPoint, Customer, CustomerDraft
    from retention_desktop.domain.operation import Operation
    from retention_desktop.settings import ShopSettings
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.search_index import SearchIndex

__all__ = ["SORTS", "CustomerDetail", "CustomerRow", "Customers", "Duplicate", "Merged"]

SORTS: Final = tuple(customer_store.SORTS)
_EDITABLE: Final = frozenset({
    "display_name", "family", "given", "kana", "kind", "sex", "language", "channel", "postal_code", "address",
    "member_number", "notes", "pinned_note",
})  # fmt: skip
_MOST_FOUND: Final = 10_000


class Customers:
    """The shop's customers.

    Args:
        allow_merge, allow_delete: raises ShopError needs_owner where only an owner may.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self, db: Database, index: SearchIndex, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        allow_merge: Callable[[], object] = lambda: None, allow_delete: Callable[[], object] = lambda: None,
        staff: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._staff = staff
        self._db = db
        self._index = index
        self._clock = clock
        self._new_uid = new_uid
        self._allow_merge = allow_merge
        self._allow_delete = allow_delete

    # -- reading ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """How many customers there are."""
        with self._db.read() as tx:
            return customer_store.count_customers(tx)

    def keys(self, *, sort: str = "name", descending: bool = False, query: str = "", tag: str = "") -> list[int]:
        """The keys of the customers to list, in order; rows are fetched by `rows`.

        Args:
            sort: one of `SORTS`.
            query: as typed into the search box; "" = everybody.
            tag: only customers with this tag.
        """
        with self._db.read() as tx:
            tag_key = tag_store.tag_key(tx, tag) if tag else None
            if tag and tag_key is None:
                return []
            if not query.strip():
                if tag_key is None:
                    return customer_order.everybody(tx, sort, descending=descending)
                return customer_store.customer_keys(tx, sort, descending=descending, tag=tag_key)
            region = settings.read(tx).region
            found = set(finding.find(tx, self._index, query, region, _MOST_FOUND).keys)
            return customer_store.customer_keys(tx, sort, descending=descending, tag=tag_key, among=found)

    def rows(self, keys: Sequence[int]) -> list[CustomerRow]:
        """The list's rows for these keys, in the same order; people deleted meanwhile are left out."""
        with self._db.read() as tx:
            today = self._today(settings.read(tx))
            found = customer_store.customers_by_keys(tx, keys)
            contacts = contact_store.contact_points(tx, list(found))
            first = {key: number_of(points_) for key, points_ in contacts.items()}
            known = {point.customer: point for point in consent.with_consent(tx, [p for p in first.values() if p])}
            tags = tag_store.tags_of(tx, list(found))
            balances = points.sums(tx, list(found), today)
        return [
            _row(found[key], known.get(key), balances.get(key, {}), tags.get(key, ()), today)
            for key in keys
            if key in found
        ]

    def detail(self, uid: str) -> CustomerDetail:
        """One person's page. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            person = people.known(tx, uid)
            today = self._today(settings.read(tx))
            own = contact_store.contact_points(tx, [person.key]).get(person.key, ())
            return CustomerDetail(
                customer=person,
                contacts=tuple(consent.with_consent(tx, own)),
                tags=tag_store.tags_of(tx, [person.key]).get(person.key, ()),
                consents=consent_store.consent_history(tx, person.key),
                balances=points.balances(tx, person.key, today),
                rewards=loyalty_store.rewards_of(tx, person.key, today),
                stage=stage_of(person, today),
            )

    def resolve(self, text: str) -> str:
        """The uid of the one customer that a uid, a member number or a phone names.

        Raises:
            ShopError: customer_not_found, customer_ambiguous.
        """
        with self._db.read() as tx:
            person = customer_store.find_customer(tx, text)
            if person is not None:
                return person.uid
            members = customer_store.customers_by_member_number(tx, text)
            # A sample person's number never stands in the way of a real customer's.
            real = [member for member in members if not member.sample] or members
            found = {member.uid for member in real}
            if not found:
                keys = finding.find(tx, self._index, text, settings.read(tx).region, 2).keys if _is_number(text) else ()
                found = {customer_store.customer_by_key(tx, key).uid for key in keys}
        if not found:
            raise ShopError("customer_not_found", query=text)
        if len(found) > 1:
            raise ShopError("customer_ambiguous", query=text, matches=len(found))
        return found.pop()

    def tags(self) -> dict[str, int]:
        """How many customers have each tag."""
        with self._db.read() as tx:
            return tag_store.tag_counts(tx)

    def warm_search(self) -> None:
        """Build the search index; called from a worker after the first paint and after big changes."""
        with self._db.read() as tx:
            self._index.build(tx)

    # -- writing ---------------------------------------------------------------------------------------------------

    def add(self, draft: CustomerDraft, *, wait_ms: int = BUSY_MS) -> str:
        """Add a customer and return the uid; with `draft.consent` the first number's promo consent is noted.

        What signing up gives is paid and who brought them (`draft.brought_by`) is noted with it, as one operation.
        Lists brought in and invented people don't come this way and get no bonus: they did not just join.

        Raises ShopError name_or_phone_missing, phone_invalid, birthday_invalid, referral_unknown, referral_own,
        customer_ambiguous, store_busy.
        """
        with self._db.write(wait_ms=wait_ms) as tx:
            person = people.read_draft(draft, settings.read(tx).region, "")
            referrer = referrer_named(tx, self._index, draft.brought_by)
            operation = self._begin(tx, "customer_add")
            uid = people.add_person(tx, operation, person, self._new_uid)
            if draft.consent:
                self._note_consent(tx, operation, uid, given=True, wording=draft.consent, source="desk")
            welcome(tx, operation, uid, referrer, self._new_uid)
            return uid

    def referrer(self, text: str) -> CustomerRow | None:
        """Whom a referral code, a card's code, a number or a name means; None for nothing typed.

        Raises ShopError referral_unknown, customer_ambiguous.
        """
        with self._db.read() as tx:
            key = referrer_named(tx, self._index, text)
        return None if key is None else self.rows([key])[0]

    def edit(self, uid: str, *, birthday: str | None = None, **values: str) -> None:
        """Change a customer's own fields; `birthday` as typed.

        Raises:
            ShopError: customer_not_found, name_or_phone_missing, birthday_invalid.
        """
        unknown = set(values) - _EDITABLE
        if unknown:
            raise TypeError(sorted(unknown))
        changed: dict[str, Any] = dict(values)
        if "display_name" in values and "family" not in values:
            changed["family"], changed["given"] = split_name(values["display_name"])
        if "kana" in values:
            changed["kana_family"], changed["kana_given"] = split_reading(values["kana"])
        with self._db.write() as tx:
            if birthday is not None:
                changed |= people.birthday_values(birthday, settings.read(tx).region)
            person = people.known(tx, uid)
            own = contact_store.contact_points(tx, [person.key])
            if not str(changed.get("display_name", person.display_name)).strip() and not own:
                raise ShopError("name_or_phone_missing")
            people.edit_person(tx, self._begin(tx, "customer_edit"), person.uid, changed)

    def delete(self, uid: str) -> None:
        """Delete a customer; undo brings everything back. Raises ShopError customer_not_found, needs_owner."""
        self._allow_delete()
        with self._db.write() as tx:
            person = people.known(tx, uid)
            if person.uid != uid:  # merged meanwhile: whoever stands for them was not meant
                raise ShopError("customer_not_found", query=uid)
            operation = self._begin(tx, "customer_delete")
            for point in contact_store.contact_points(tx, [person.key]).get(person.key, ()):
                journal.edit(tx, operation, "contact_point", point.uid, {"deleted_at": operation.at})
            journal.edit(tx, operation, "customer", uid, {"deleted_at": operation.at})
            tx.customer_changed(person.key)

    def merge(self, keep: str, other: str, *, wait_ms: int = BUSY_MS) -> Merged:
        """Make one customer of two records: `other` moves to `keep` with everything, and is closed. Undo parts them.

        A bonus that both got, for signing up or for one birthday, stays: `Merged.duplicates` offers to take it back.
        A sample person is merged with other samples only: what is theirs goes when the sample shop is removed.

        Raises ShopError customer_not_found, merge_same, merge_sample, needs_owner, store_busy.
        """
        self._allow_merge()
        with self._db.write(wait_ms=wait_ms) as tx:
            kept, moved = people.known(tx, keep), people.known(tx, other)
            if kept.key == moved.key:
                raise ShopError("merge_same")
            if kept.sample != moved.sample:
                raise ShopError("merge_sample")
            awards = merge_store.awards_of(tx, kept.key), merge_store.awards_of(tx, moved.key)
            operation = self._begin(tx, "customer_merge")
            merging.merge(tx, operation, kept, moved, self._new_uid)
            return Merged(customer=kept.uid, operation=operation.uid, duplicates=duplicates(*awards))

    def add_contact(self, uid: str, *, phone: str = "", email: str = "") -> None:
        """Add a number or an address, after those there are. Raises ShopError phone_invalid, customer_not_found."""
        with self._db.write() as tx:
            person = people.known(tx, uid)
            values = people.phone_values(phone, settings.read(tx).region) or people.email_values(email)
            if not values:
                raise ShopError("phone_invalid", phone=phone)
            own = contact_store.contact_points(tx, [person.key]).get(person.key, ())
            operation = self._begin(tx, "contact_add")
            position = 1 + max((point.position for point in own), default=-1)
            base = {"uid": self._new_uid(), "customer": person.key, "position": position}
            journal.add(tx, operation, "contact_point", base | values)
            people.refresh_keys(tx, person.key)

    def edit_contact(self, contact_uid: str, text: str) -> None:
        """Correct a number or an address; a changed number carries no consent over. Raises ShopError phone_invalid."""
        with self._db.write() as tx:
            point = _known_contact(tx, contact_uid)
            values = (
                people.email_values(text) if point.channel == "email"
                else people.phone_values(text, settings.read(tx).region)
            )  # fmt: skip
            if not values:
                raise ShopError("phone_invalid", phone=text)
            if values["address"] == point.address:
                journal.edit(tx, self._begin(tx, "contact_edit"), "contact_point", contact_uid, values)
            else:
                self._replace_contact(tx, point, values)
            people.refresh_keys(tx, point.customer)

    def _replace_contact(self, tx: Tx, point: ContactPoint, values: dict[str, Any]) -> None:
        """Consent belongs to a number: another number is another contact point."""
        operation = self._begin(tx, "contact_edit")
        journal.edit(tx, operation, "contact_point", point.uid, {"deleted_at": operation.at})
        base = {"uid": self._new_uid(), "customer": point.customer, "position": point.position}
        journal.add(tx, operation, "contact_point", base | values)

    def remove_contact(self, contact_uid: str) -> None:
        """Remove a number or an address; undo brings it back."""
        with self._db.write() as tx:
            point = _known_contact(tx, contact_uid)
            operation = self._begin(tx, "contact_remove")
            journal.edit(tx, operation, "contact_point", contact_uid, {"deleted_at": operation.at})
            people.refresh_keys(tx, point.customer)

    def tag(self, uids: Sequence[str], name: str) -> None:
        """Give these customers a tag, as one operation. Raises ShopError tag_empty, customer_not_found."""
        clean = name.strip()
        if not clean:
            raise ShopError("tag_empty")
        with self._db.write() as tx:
            operation = self._begin(tx, "tag_add")
            tag_key = people.tag_named(tx, operation, clean, self._new_uid)
            for uid in uids:
                people.link_tag(tx, operation, people.known(tx, uid).key, tag_key, self._new_uid)

    def untag(self, uids: Sequence[str], name: str) -> None:
        """Take a tag away from these customers, as one operation."""
        with self._db.write() as tx:
            tag_key = tag_store.tag_key(tx, name)
            operation = self._begin(tx, "tag_remove")
            for uid in uids if tag_key is not None else ():
                link = tag_store.find_link(tx, people.known(tx, uid).key, tag_key or 0)
                if link is not None and link[1]:
                    journal.edit(tx, operation, "tag_link", link[0], {"removed_at": operation.at})

    def give_consent(self, uid: str, wording: str, *, source: str = "desk") -> None:
        """Note that this person agreed to promotional messages, in these words, at every number that takes SMS."""
        with self._db.write() as tx:
            self._note_consent(tx, self._begin(tx, "consent"), uid, given=True, wording=wording, source=source)

    def withdraw_consent(self, uid: str, *, source: str = "desk") -> None:
        """Note that this person no longer agrees to promotional messages."""
        with self._db.write() as tx:
            self._note_consent(tx, self._begin(tx, "consent"), uid, given=False, wording="", source=source)

    def opt_out(self, uid: str) -> None:
        """This person said stop: no message leaves to any of the numbers, whoever else shares them."""
        with self._db.write() as tx:
            person = people.known(tx, uid)
            operation = self._begin(tx, "opt_out")
            for point in contact_store.contact_points(tx, [person.key]).get(person.key, ()):
                if can_receive_sms(point.address) and point.channel != "email":
                    consent.opt_out(tx, operation, point.address, self._new_uid, "owner")

    def _note_consent(self, tx: Tx, operation: Operation, uid: str, *, given: bool, wording: str, source: str) -> None:
        person = people.known(tx, uid)
        for point in contact_store.contact_points(tx, [person.key]).get(person.key, ()):
            if point.mobile:
                if given:
                    consent.lift(tx, point.address, operation.at)
                consent.record(tx, operation, point, uid=self._new_uid(), given=given, source=source, wording=wording)

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal.begin(tx, kind, self._new_uid(), self._clock(), staff=self._staff())

    def _today(self, now: ShopSettings) -> date:
        return self._clock().astimezone(now.zone_info).date()


def _known_contact(tx: Tx, uid: str) -> ContactPoint:
    point = contact_store.find_contact_point(tx, uid)
    if point is None:
        raise ShopError("customer_not_found", query=uid)
    return point


def _is_number(text: str) -> bool:
    return sum(char.isdigit() for char in text) >= 9


def _row(
    person: Customer, point: ContactPoint | None, balances: dict[str, int], tags: tuple[str, ...], today: date
) -> CustomerRow:
    return CustomerRow(
        key=person.key, uid=person.uid, name=person.display_name, kana=person.kana, kind=person.kind,
        phone=point.address if point else "", consent=point.agreed if point else None,
        last_visit_day=person.last_visit_day, visit_count=person.visit_count, spend=person.spend,
        points=balances.get("point", 0), punches=balances.get("punch", 0), stage=stage_of(person, today), tags=tags,
        sample=person.sample,
    )  # fmt: skip
