"""Who works here, who is at the desk now, and what they may do.

Without anyone on the list everything is allowed: a shop of one person signs nobody in. The person at the desk is kept
for the session only, never in the store. Roles are judged here, where the work is done, not by hiding buttons.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.staff import (
    FREE_TRIES,
    Deed,
    Role,
    StaffMember,
    refusal,
    seconds_left,
    wait_after,
)
from retention_desktop.errors import ShopError
from retention_desktop.staff.entries import (
    card_key,
    check_an_owner_stays,
    check_edit,
    check_first,
    check_name,
    checked_limit,
    known,
)
from retention_desktop.staff.pins import PIN_MEMORY_KIB, hashed_pin, is_pin
from retention_desktop.storage import journal_store, staff_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Database, Tx

__all__ = ["Deed", "Role", "Staff", "StaffMember", "check_own_card"]

GRANT: Final = timedelta(minutes=2)
"""How long the owner's word for one deed waits to be used."""


class Staff:
    """The people who work here.

    Args:
        clock: gives UTC instants; the wait after wrong PINs is measured with it.
        window: this process shows a window, so that somebody must sign in for the owner's deeds. A command has the
            store's file in its hands anyway and is asked nothing.
        pin_memory: KiB that hashing a PIN takes.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], *, window: bool = False,
        pin_memory: int = PIN_MEMORY_KIB,
    ) -> None:  # fmt: skip
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._window = window
        self._pin_memory = pin_memory
        self._here: StaffMember | None = None
        self._granted: dict[Deed, tuple[str, datetime]] = {}
        db.on_commit(self._look_again)

    # -- the list --------------------------------------------------------------------------------------------------

    def members(self) -> tuple[StaffMember, ...]:
        """Everyone who works here now, owners first."""
        with self._db.read() as tx:
            return staff_store.members(tx)

    def add(
        self, name: str, role: Role | str, *, pin: str = "", adjust_limit: int | None = None, customer: str = ""
    ) -> StaffMember:
        """Put a person on the list; the first one must be an owner, and is at the desk from then on.

        Args:
            pin: four to twelve digits; an owner needs one, the desk may do without.
            adjust_limit: by hand in one entry, None = no limit.
            customer: uid of this person's own card, "" = none.

        Raises:
            ShopError: needs_owner, staff_name_missing, staff_name_taken, first_staff_owner, pin_missing, pin_invalid,
                limit_invalid, customer_not_found.
        """
        self.allow(Deed.STAFF)
        kind, name = Role(role), name.strip()
        hashed = hashed_pin(pin, self._pin_memory) if pin else ""
        if kind is Role.OWNER and not hashed:
            raise ShopError("pin_missing")
        uid, before = self._new_uid(), self._here
        try:
            with self._db.write() as tx:
                first = not staff_store.anybody(tx)
                check_first(kind, first=first)
                check_name(tx, name, uid)
                values = {
                    "uid": uid, "name": name, "role": kind.value, "pin": hashed,
                    "adjust_limit": checked_limit(adjust_limit), "customer": card_key(tx, customer),
                }  # fmt: skip
                staff_store.add_member(tx, self._begin(tx, "staff_add"), values)
                added = known(tx, uid)
                if first:
                    self._here = added  # before the commit is announced: whoever hears of it asks who is here
        except BaseException:
            self._here = before
            raise
        return added

    def edit(self, uid: str, **values: Any) -> StaffMember:  # noqa: ANN401  each name has its own type
        """Change some of name, role, pin, adjust_limit and customer (uid of the own card, "" = none); see `add`.

        Everybody may change their own PIN for another. Raises ShopError like `add`, staff_not_found, last_owner.
        """
        if not (set(values) == {"pin"} and values["pin"] and self._here is not None and self._here.uid == uid):
            self.allow(Deed.STAFF)
        wanted = dict(values)
        if "pin" in wanted:
            wanted["pin"] = hashed_pin(wanted["pin"], self._pin_memory) if wanted["pin"] else ""
            wanted |= {"failures": 0, "locked_until": None}
        with self._db.write() as tx:
            person = known(tx, uid)
            check_edit(tx, person, wanted)
            staff_store.edit_member(tx, self._begin(tx, "staff_edit"), uid, wanted)
            return known(tx, uid)

    def leave(self, uid: str) -> None:
        """Take a person off the list; what they did stays theirs. Raises ShopError staff_not_found, last_owner."""
        self.allow(Deed.STAFF)
        with self._db.write() as tx:
            person = known(tx, uid)
            check_an_owner_stays(tx, person)
            staff_store.edit_member(tx, self._begin(tx, "staff_leave"), uid, {"left_at": self._clock()})

    # -- the desk --------------------------------------------------------------------------------------------------

    @property
    def current(self) -> StaffMember | None:
        """Who is at the desk, None where nobody has signed in."""
        return self._here

    def acting(self) -> str:
        """The name to write on what is being done, "" where nobody has signed in; asks the store nothing."""
        return "" if self._here is None else self._here.name

    def sign_in(self, uid: str, pin: str = "") -> StaffMember:
        """Put a person at the desk; takes a fifth of a second where a PIN is asked for.

        Raises:
            ShopError: staff_not_found, pin_wrong (tries: how many are left), pin_locked (seconds to wait).
        """
        with self._db.read() as tx:
            person = known(tx, uid)
        if person.has_pin:
            self._try_pin(person, pin)
        self._here = person
        return person

    def sign_out(self) -> None:
        """Leave the desk."""
        self._here = None
        self._granted.clear()

    # -- what may be done ------------------------------------------------------------------------------------------

    def may(self, deed: Deed, *, amount: int | None = None) -> bool:
        """Whether whoever is at the desk may do this without the owner."""
        return self._refusal(deed, amount) == ""

    def allow(self, deed: Deed, *, points: int | None = None, override_pin: str = "") -> str:
        """Refuse what may not be done; call before the transaction begins.

        Args:
            points: what is added or taken by hand (points, punches, minor units), for `Deed.ADJUST`.
            override_pin: an owner's PIN, typed for this one deed.

        Returns:
            The name of the owner whose PIN it was, "" where none was needed.

        Raises:
            ShopError: needs_owner, over_limit (limit), pin_wrong (tries), pin_locked (seconds).
        """
        why = self._refusal(deed, points)
        if not why:
            return ""
        owner, until = self._granted.pop(deed, ("", None))
        if until is not None and self._clock() < until:
            return owner
        if override_pin:
            return self._owner_of(override_pin).name
        limit = self._here.adjust_limit if self._here else None
        raise ShopError("over_limit", limit=limit) if why == "over_limit" else ShopError("needs_owner", deed=deed)

    def grant(self, deed: Deed, pin: str) -> str:
        """The owner's word, by their PIN, for the next deed of this kind within two minutes; returns their name.

        Raises ShopError pin_wrong (tries), pin_locked (seconds).
        """
        owner = self._owner_of(pin).name
        self._granted[deed] = (owner, self._clock() + GRANT)
        return owner

    def _refusal(self, deed: Deed, amount: int | None) -> str:
        if self._here is None and not self._window:
            return ""
        with self._db.read() as tx:
            if not staff_store.anybody(tx):
                return ""
        return refusal(self._here, deed, amount)

    # -- PINs ------------------------------------------------------------------------------------------------------

    def _try_pin(self, person: StaffMember, pin: str) -> None:
        """Raise unless this is the person's PIN.

        The try is counted before the PIN is looked at, so that many at once get no more tries than one after another.
        """
        hashed = self._count_try(person.uid)
        if not is_pin(hashed, pin):
            raise self._wrong(person.uid)
        with self._db.write() as tx:
            staff_store.count_try(tx, person.key, 0, None)

    def _count_try(self, uid: str) -> str:
        """Count one more wrong PIN and give back the hash to compare with. Raises ShopError pin_locked."""
        now = self._clock()
        with self._db.write() as tx:
            person = known(tx, uid)
            if left := seconds_left(person, now):
                raise ShopError("pin_locked", seconds=left)
            failures = person.failures + 1
            wait = wait_after(failures)
            staff_store.count_try(tx, person.key, failures, now + wait if wait else None)
            return staff_store.pin_of(tx, uid)

    def _wrong(self, uid: str) -> ShopError:
        with self._db.read() as tx:
            person = known(tx, uid)
        if left := seconds_left(person, self._clock()):
            return ShopError("pin_locked", seconds=left)
        return ShopError("pin_wrong", tries=max(FREE_TRIES - person.failures, 0))

    def _owner_of(self, pin: str) -> StaffMember:
        """The owner whose PIN this is; a wrong one counts against every owner it was held against."""
        owners = [person for person in self.members() if person.is_owner]
        worst: ShopError | None = None
        for owner in owners:
            try:
                self._try_pin(owner, pin)
            except ShopError as error:
                worst = error
                continue
            self._forgive(owners, owner)
            return owner
        raise worst or ShopError("needs_owner", deed="")

    def _forgive(self, owners: list[StaffMember], right: StaffMember) -> None:
        """Put back what was counted against the owners that were tried before the right one."""
        with self._db.write() as tx:
            for owner in owners[: owners.index(right)]:
                staff_store.count_try(tx, owner.key, owner.failures, owner.locked_until)

    # -- small things ----------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Another process changed the list: read anew who is at the desk, who may have left meanwhile."""
        if self._here is not None:
            with self._db.read() as tx:
                person = staff_store.find_member(tx, self._here.uid)
            self._here = None if person is None or person.left else person

    def _look_again(self, tables: frozenset[str]) -> None:
        if "staff" in tables:
            self.forget()

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal_store.add_operation(tx, self._new_uid(), kind, self._clock(), self.acting(), None)


def check_own_card(tx: Tx, customer: int | None, *, may_earn: bool) -> None:
    """Raise ShopError staff_own_card where those who work here don't collect and this is the card of one.

    Asked inside the transaction that would earn, redeem or adjust; whoever is at the desk, so that two colleagues
    can't log for each other.

    Args:
        customer: the store's key, None = nobody's.
        may_earn: the setting `staff_may_earn`.
    """
    if not may_earn and customer is not None and staff_store.works_here(tx, customer):
        raise ShopError("staff_own_card")
