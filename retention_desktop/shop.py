"""The one place where the core is wired together: clock, random source, store, gateway and use cases.

What finding a customer and logging a visit need is loaded with this module; the other use cases load when they are
first asked for, since their modules would keep the first search after a start waiting.
"""

from __future__ import annotations

import json
import secrets
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import consent
from retention_desktop.credentials import Credentials
from retention_desktop.customers import Customers
from retention_desktop.desk import Desk
from retention_desktop.domain import money
from retention_desktop.domain.earning import default_point_terms
from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from retention_desktop.loyalty import Loyalty
from retention_desktop.places import STORE
from retention_desktop.settings import Settings, ShopSettings
from retention_desktop.storage import loyalty_store, migrate, programme_store, settings_store
from retention_desktop.storage.database import Database
from retention_desktop.storage.photo_store import FOLDER, Photos
from retention_desktop.storage.search_index import SearchIndex
from retention_desktop.storage.window_lock import WindowLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from retention_desktop.backup import BackedUp, Backup
    from retention_desktop.campaigns import Campaigns
    from retention_desktop.cards import Cards
    from retention_desktop.checkup import Checkups
    from retention_desktop.coupons import Coupons
    from retention_desktop.history import History
    from retention_desktop.loyalty.figures import LoyaltyFigures
    from retention_desktop.loyalty.rules import Rules
    from retention_desktop.loyalty.simulator import Simulator
    from retention_desktop.loyalty.standing import StandingDiscounts
    from retention_desktop.messaging.gateway import Gateway
    from retention_desktop.sample_shop import SampleShop
    from retention_desktop.sending import Sending
    from retention_desktop.staff import Staff
    from retention_desktop.storage.database import Tx
    from retention_desktop.transfer import Transfer


def utc_now() -> datetime:
    """The clock of the real shop."""
    return datetime.now(UTC)  # noqa: TID251  the one clock


def new_uid() -> str:
    """A fresh UUIDv7 (RFC 9562): sorted by the time it was made."""
    import uuid6  # noqa: PLC0415 - 30 ms, and the first search needs none

    return str(uuid6.uuid7())


def seeded_chance(seed: int) -> Random:
    """A reproducible source of chance, for invented data only."""
    return Random(seed)  # noqa: S311


class Shop:
    """An open shop: its use cases, ready to be asked.

    Args:
        db: the open store.
        data: its folder.
        resources: the program's read-only files.
        clock: gives UTC instants.
        uids: makes new ids.
        gateway: makes the gateway instead of the settings.
        lock: the window's, freed by `close`.
    """

    def __init__(
        self, db: Database, data: Path, resources: Path, clock: Callable[[], datetime], uids: Callable[[], str],
        gateway: Callable[[], Gateway] | None, lock: WindowLock | None,
    ) -> None:  # fmt: skip
        self.db = db
        self.data = data
        self._resources = resources
        self._clock = clock
        self._uids = uids
        self._lock = lock
        self.settings = Settings(db, allow=self._asked(Deed.SETTINGS))
        self.search = SearchIndex(db)
        self.credentials = Credentials(data)
        self._gateway = gateway or _gateway_factory(db, self.settings, self.credentials, clock)
        self.customers = Customers(
            db, self.search, clock, uids, staff=self.acting, allow_merge=self._asked(Deed.MERGE),
            allow_delete=self._asked(Deed.DELETE),
        )  # fmt: skip
        self.desk = Desk(
            db, self.search, clock, uids, staff=self.acting, allow_earlier=self._asked(Deed.VOID_EARLIER),
            allow_punch=self._asked(Deed.PUNCH_LIMIT),
        )  # fmt: skip
        self.loyalty = Loyalty(
            db, clock, uids, staff=self.acting, photos=Photos(data / FOLDER),
            allow=lambda deed, points, override_pin: self.staff.allow(deed, points=points, override_pin=override_pin),
        )  # fmt: skip

    @cached_property
    def staff(self) -> Staff:
        """Who works here and is at the desk."""
        from retention_desktop.staff import Staff  # noqa: PLC0415 - not before the first search

        return Staff(self.db, self._clock, self._uids, window=self._lock is not None)

    def acting(self) -> str:
        """The name of whoever is at the desk, to write on what is done; handed to the use cases."""
        return self.staff.acting() if "staff" in vars(self) else ""

    def _asked(self, deed: Deed) -> Callable[[], object]:
        """What a use case calls before a deed that is the owner's; raises ShopError needs_owner."""
        return lambda: self.staff.allow(deed)

    @cached_property
    def coupons(self) -> Coupons:
        """Codes that take something off a bill."""
        from retention_desktop.coupons import Coupons  # noqa: PLC0415 - not before the first search

        return Coupons(self.db, self._clock, self._uids, allow=self._asked(Deed.RULES), staff=self.acting)

    @cached_property
    def campaigns(self) -> Campaigns:
        """Messages to many."""
        from retention_desktop.campaigns import Campaigns  # noqa: PLC0415 - not before the first search

        return Campaigns(
            self.db, self._clock, self._uids, self.settings, self._resources, allow=self._asked(Deed.BULK_SEND),
            staff=self.acting,
        )  # fmt: skip

    @cached_property
    def sending(self) -> Sending:
        """The one place from which messages leave; first asked for on the window's thread."""
        from retention_desktop.sending import Sending  # noqa: PLC0415 - not before the first search

        return Sending(self.db, self._clock, self._uids, self._gateway)

    @cached_property
    def transfer(self) -> Transfer:
        """Lists in and out."""
        from retention_desktop.transfer import Transfer  # noqa: PLC0415 - not before the first search

        return Transfer(
            self.db, self._clock, self._uids, self.settings, allow=self._asked(Deed.EXPORT), staff=self.acting
        )

    @cached_property
    def history(self) -> History:
        """Undo, and one person's timeline."""
        from retention_desktop.history import History  # noqa: PLC0415 - not before the first search

        return History(
            self.db, self._clock, self._uids, staff=self.acting,
            allow=lambda deed, points: self.staff.allow(deed, points=points),
        )  # fmt: skip

    @cached_property
    def backup(self) -> Backup:
        """Copies of the store."""
        from retention_desktop.backup import Backup  # noqa: PLC0415 - not before the first search

        return Backup(self.db.path, self._clock)

    @cached_property
    def checkup(self) -> Checkups:
        """The proofs behind `check`."""
        from retention_desktop.checkup import Checkups  # noqa: PLC0415 - not before the first search

        return Checkups(self.db)

    @cached_property
    def cards(self) -> Cards:
        """What is printed for customers."""
        from retention_desktop.cards import Cards  # noqa: PLC0415 - not before the first search

        return Cards(self.db, self._clock)

    @cached_property
    def rules(self) -> Rules:
        """The terms of the shop's programmes."""
        from retention_desktop.loyalty.rules import Rules  # noqa: PLC0415 - not before the first search

        return Rules(
            self.db, self._clock, self._uids, self._resources, allow=self._asked(Deed.RULES), staff=self.acting
        )

    @cached_property
    def simulator(self) -> Simulator:
        """What a draft of rules would have cost on past visits."""
        from retention_desktop.loyalty.simulator import Simulator  # noqa: PLC0415 - not before the first search

        return Simulator(self.db, self._clock)

    @cached_property
    def standing_discounts(self) -> StandingDiscounts:
        """Money off without a card or code."""
        from retention_desktop.loyalty.standing import StandingDiscounts  # noqa: PLC0415 - not before the first search
        from retention_desktop.staff import Deed  # noqa: PLC0415 - likewise

        return StandingDiscounts(self.db, self._clock, allow=lambda: self.staff.allow(Deed.RULES))

    @cached_property
    def loyalty_figures(self) -> LoyaltyFigures:
        """What is promised, what lapses soon, and members beside others."""
        from retention_desktop.loyalty.figures import LoyaltyFigures  # noqa: PLC0415 - not before the first search

        return LoyaltyFigures(self.db, self._clock)

    @cached_property
    def sample_shop(self) -> SampleShop:
        """Invented customers to try things on."""
        from retention_desktop.sample_shop import SampleShop  # noqa: PLC0415 - not before the first search

        return SampleShop(
            self.db, self._resources, self._clock, self._uids, seeded_chance, allow=self._asked(Deed.SETTINGS)
        )

    def make_ready(self) -> None:
        """Do what opening left for later, so that no page waits for it; a worker calls it after the first search."""
        self.customers.warm_search()
        _ = self.campaigns, self.transfer, self.history, self.backup, self.checkup, self.sample_shop

    def other_process_wrote(self) -> None:
        """Forget what was read: another process changed the store."""
        self.search.forget()
        self.settings.forget(frozenset({"setting"}))
        if "staff" in vars(self):
            self.staff.forget()

    def close(self) -> None:
        """Let go of the store."""
        if "sending" in vars(self):
            self.sending.close()
        self.db.close()
        if self._lock is not None:
            self._lock.release()


def open_shop(
    data: Path, resources: Path, *, clock: Callable[[], datetime] = utc_now, uids: Callable[[], str] = new_uid,
    gateway: Callable[[], Gateway] | None = None, first: ShopSettings | None = None, window: bool = False,
) -> Shop:  # fmt: skip
    """Open the shop in a data folder, making it where there is none.

    Args:
        data: the folder; the store is `shop.db` in it.
        resources: the program's read-only files.
        clock: gives UTC instants.
        gateway: makes the gateway instead of the settings, for a caller that brings its own.
        first: settings of a store that is made new.
        window: this process shows a window: it holds the lock and its thread checkpoints.

    Raises:
        ShopError: store_open_elsewhere, store_newer, store_corrupt, store_read_only, disk_full.
    """
    path = data / STORE
    lock = _take_lock(path) if window else None
    try:
        migrate.ready_store(path)
        db = Database(path, owner_checkpoints=window)
        try:
            _furnish(db, resources, clock, uids, first or ShopSettings())
        except BaseException:
            db.close()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Shop(db, data, resources, clock, uids, gateway, lock)


def _take_lock(path: Path) -> WindowLock:
    migrate.ready_folder(path)
    lock = WindowLock(path)
    lock.take()
    return lock


def _gateway_factory(
    db: Database, kept: Settings, credentials: Credentials, clock: Callable[[], datetime]
) -> Callable[[], Gateway]:
    def make() -> Gateway:
        from retention_desktop.messaging.choice import create_gateway  # noqa: PLC0415 - only where something is sent
        from retention_desktop.messaging.twilio_account import TwilioAccount  # noqa: PLC0415 - likewise

        now = kept.now
        account = TwilioAccount(
            account=now.twilio_account, key=credentials.read("twilio") if now.gateway == "twilio" else "",
            sender=now.twilio_sender, api_key=now.twilio_api_key, address=now.twilio_address,
        )  # fmt: skip
        return create_gateway(now.gateway, account, clock=clock, in_transaction=db.in_transaction)

    return make


def _furnish(
    db: Database, resources: Path, clock: Callable[[], datetime], uids: Callable[[], str], first: ShopSettings
) -> None:
    """Give a new store its settings, both programmes and its digest key; an old one is left as it is."""
    with db.read() as tx:
        if programme_store.has_programmes(tx):
            return
    with db.write() as tx:
        if not programme_store.has_programmes(tx):
            consent.ensure_secret(tx, secrets.token_bytes)
            _write_first_settings(tx, first)
            _add_programmes(tx, resources, clock, uids, first)


def _write_first_settings(tx: Tx, first: ShopSettings) -> None:
    for name in sorted(settings.NAMES):
        value = getattr(first, name)
        settings_store.write(tx, name, list(value) if isinstance(value, tuple) else value)


def _add_programmes(
    tx: Tx, resources: Path, clock: Callable[[], datetime], uids: Callable[[], str], first: ShopSettings
) -> None:
    words = json.loads((resources / "presets" / "programmes.json").read_text(encoding="utf-8"))[first.language]
    terms = {
        "punch": {name: words["punch"][name] for name in ("size", "per_visit", "reward")},
        "point": default_point_terms(money.exponent(first.currency)),
    }
    for unit, term in terms.items():
        loyalty_store.add_programme(
            tx, uid=uids(), version_uid=uids(), unit=unit, name=words[unit]["name"], terms=term, since=clock()
        )


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    lock = WindowLock(path)
    try:
        lock.take()
    except ShopError as error:
        raise ShopError("restore_needs_store_alone") from error
    try:
        yield
    finally:
        lock.release()


def restore_shop(source: Path, data: Path, clock: Callable[[], datetime] = utc_now) -> BackedUp:
    """Put a backup in the place of the store in `data`, which no window may have open.

    Raises:
        ShopError: restore_needs_store_alone, file_not_found, not_a_backup, store_newer, disk_full, store_read_only.
    """
    from retention_desktop import backup  # noqa: PLC0415 - a start needs none

    path = data / STORE
    migrate.ready_folder(path)
    with _alone(path):
        return backup.restore(source, path, clock)
