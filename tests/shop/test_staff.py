"""The list, the desk, PINs and what may be done, through the use case and a real store."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing
from io import BytesIO, TextIOWrapper
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from retention_desktop.__main__ import main
from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.campaign import Draft
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.domain.terms import Gives
from retention_desktop.errors import ShopError
from retention_desktop.shop import new_uid, open_shop
from retention_desktop.staff import Deed, Role, Staff, check_own_card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from retention_desktop.shop import Shop
    from tests.clock import Clock

RESOURCES = Path(__file__).parents[2] / "resources"
OWNER, DESK = "4711", "0815"


@pytest.fixture
def shop(tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    """The shop as the window opens it: somebody has to sign in. Hashes are made cheap, but for one test."""
    opened = open_shop(tmp_path / "data", RESOURCES, clock=clock, window=True)
    vars(opened)["staff"] = Staff(opened.db, clock, new_uid, window=True, pin_memory=64)
    yield opened
    opened.close()


@pytest.fixture
def owner(shop: Shop) -> str:
    return shop.staff.add("森 美和", Role.OWNER, pin=OWNER).uid


@pytest.fixture
def desk(shop: Shop, owner: str) -> str:  # noqa: ARG001  the owner comes first
    return shop.staff.add("田中 あゆみ", Role.DESK, pin=DESK, adjust_limit=100).uid


def _refused(call: Callable[[], object]) -> tuple[str, dict[str, str | int | None]]:
    with pytest.raises(ShopError) as caught:
        call()
    return caught.value.code, caught.value.facts


def _rows(shop: Shop, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(shop.db.path)) as connection:
        return connection.execute(query).fetchall()


def test_without_staff_everything_is_allowed(shop: Shop) -> None:
    assert all(shop.staff.may(deed, amount=10**6) for deed in Deed)
    assert shop.staff.allow(Deed.ADJUST, points=10**6) == ""
    assert (shop.staff.current, shop.staff.acting(), shop.staff.members()) == (None, "", ())


def test_the_first_person_is_an_owner_and_at_the_desk(shop: Shop) -> None:
    assert _refused(lambda: shop.staff.add("田中", Role.DESK, pin=DESK))[0] == "first_staff_owner"
    assert _refused(lambda: shop.staff.add("森", Role.OWNER))[0] == "pin_missing"
    owner = shop.staff.add("森 美和", Role.OWNER, pin=OWNER)
    assert shop.staff.current == owner
    assert shop.staff.acting() == "森 美和"
    assert all(shop.staff.may(deed) for deed in Deed)


@pytest.mark.usefixtures("owner")
def test_nobody_at_the_desk_may_do_what_asks_for_the_owner(shop: Shop) -> None:
    shop.staff.sign_out()
    assert not any(shop.staff.may(deed) for deed in Deed)
    assert _refused(lambda: shop.staff.allow(Deed.EXPORT))[0] == "needs_owner"
    assert _refused(lambda: shop.staff.add("誰か", Role.OWNER, pin="9999"))[0] == "needs_owner"


@pytest.mark.usefixtures("owner")
def test_a_command_has_the_file_in_its_hands_and_is_asked_nothing(shop: Shop, clock: Clock) -> None:
    assert Staff(shop.db, clock, lambda: "uid").may(Deed.EXPORT)


def test_the_desk_asks_the_owner_and_gives_points_within_the_limit(shop: Shop, desk: str) -> None:
    """Half of case 108: over the limit the desk is told to ask the owner, whose PIN lets it through."""
    shop.staff.sign_in(desk, DESK)
    assert [deed for deed in Deed if shop.staff.may(deed)] == [Deed.ADJUST]
    assert shop.staff.allow(Deed.ADJUST, points=-100) == ""
    assert _refused(lambda: shop.staff.allow(Deed.ADJUST, points=101)) == ("over_limit", {"limit": 100})
    assert _refused(lambda: shop.staff.allow(Deed.ADJUST, points=101, override_pin=DESK))[0] == "pin_wrong"
    assert shop.staff.allow(Deed.ADJUST, points=101, override_pin=OWNER) == "森 美和"
    assert shop.staff.allow(Deed.PUNCH_LIMIT, override_pin="４７１１") == "森 美和"
    assert _refused(lambda: shop.staff.allow(Deed.VOID_EARLIER))[0] == "needs_owner"
    assert shop.staff.acting() == "田中 あゆみ"


def test_case_108_staff_over_their_limit_and_their_own_card(shop: Shop, desk: str) -> None:
    card = shop.customers.add(CustomerDraft(name="田中 あゆみ", phone="090-1234-1284"))
    other = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1285"))
    shop.staff.edit(desk, customer=card)
    shop.staff.sign_in(desk, DESK)
    assert _refused(lambda: shop.staff.allow(Deed.ADJUST, points=500)) == ("over_limit", {"limit": 100})
    with shop.db.read() as tx:
        keys = dict(tx.driver().execute("select uid, id from customer").fetchall())
        check_own_card(tx, keys[card], may_earn=True)
        for harmless in (keys[other], None):
            check_own_card(tx, harmless, may_earn=False)
        with pytest.raises(ShopError) as caught:
            check_own_card(tx, keys[card], may_earn=False)
    assert caught.value.code == "staff_own_card"
    shop.staff.sign_in(shop.staff.members()[0].uid, OWNER)
    shop.staff.leave(desk)
    with shop.db.read() as tx:
        check_own_card(tx, keys[card], may_earn=False)


def test_that_staff_collects_is_a_setting(shop: Shop) -> None:
    assert shop.settings.now.staff_may_earn
    assert not shop.settings.change(staff_may_earn=False).staff_may_earn


def test_after_five_wrong_pins_the_wait_grows(shop: Shop, desk: str, clock: Clock) -> None:
    def tries(pin: str) -> tuple[str, dict[str, str | int | None]]:
        return _refused(lambda: shop.staff.sign_in(desk, pin))

    assert [tries("0000") for _ in range(4)] == [("pin_wrong", {"tries": left}) for left in (4, 3, 2, 1)]
    assert tries("0000") == ("pin_locked", {"seconds": 30})
    clock.pass_(seconds=29)
    assert tries(DESK) == ("pin_locked", {"seconds": 1})
    clock.pass_(seconds=1)
    assert tries("0000") == ("pin_locked", {"seconds": 60})
    clock.pass_(seconds=60)
    assert shop.staff.sign_in(desk, DESK).uid == desk
    assert tries("0000") == ("pin_wrong", {"tries": 4})


def test_the_wait_outlives_the_program(tmp_path: Path, shop: Shop, desk: str, clock: Clock) -> None:
    for _ in range(5):
        _refused(lambda: shop.staff.sign_in(desk, "0000"))
    again = open_shop(tmp_path / "data", RESOURCES, clock=clock)
    assert _refused(lambda: again.staff.sign_in(desk, DESK)) == ("pin_locked", {"seconds": 30})
    again.close()


def test_many_tries_at_once_are_no_more_tries(shop: Shop, desk: str) -> None:
    codes = []
    threads = [
        Thread(target=lambda: codes.append(_refused(lambda: shop.staff.sign_in(desk, "0000"))[0])) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes.count("pin_wrong") <= 4
    assert _rows(shop, "select failures from staff where role = 'desk'") == [(5,)]


def test_the_owners_word_holds_for_one_deed_and_not_for_long(shop: Shop, desk: str, clock: Clock) -> None:
    shop.staff.sign_in(desk, DESK)
    assert _refused(lambda: shop.staff.grant(Deed.EXPORT, "0000"))[0] == "pin_wrong"
    assert shop.staff.grant(Deed.EXPORT, OWNER) == "森 美和"
    assert _refused(lambda: shop.staff.allow(Deed.RULES))[0] == "needs_owner"
    assert shop.staff.allow(Deed.EXPORT) == "森 美和"
    assert _refused(lambda: shop.staff.allow(Deed.EXPORT))[0] == "needs_owner"
    shop.staff.grant(Deed.EXPORT, OWNER)
    clock.pass_(minutes=2)
    assert _refused(lambda: shop.staff.allow(Deed.EXPORT))[0] == "needs_owner"
    shop.staff.grant(Deed.EXPORT, OWNER)
    shop.staff.sign_out()
    assert _refused(lambda: shop.staff.allow(Deed.EXPORT))[0] == "needs_owner"


def test_a_wrong_override_counts_against_the_owner(shop: Shop, desk: str, clock: Clock) -> None:
    shop.staff.sign_in(desk, DESK)
    for _ in range(5):
        _refused(lambda: shop.staff.allow(Deed.EXPORT, override_pin="0000"))
    assert _refused(lambda: shop.staff.allow(Deed.EXPORT, override_pin=OWNER)) == ("pin_locked", {"seconds": 30})
    clock.pass_(seconds=30)
    assert shop.staff.allow(Deed.EXPORT, override_pin=OWNER) == "森 美和"


def test_the_right_override_of_a_second_owner_counts_against_nobody(shop: Shop, desk: str) -> None:
    shop.staff.add("森 健", Role.OWNER, pin="2222")
    shop.staff.sign_in(desk, DESK)
    assert shop.staff.allow(Deed.EXPORT, override_pin="2222") == "森 健"
    assert _rows(shop, "select distinct failures from staff") == [(0,)]


def test_the_last_owner_stays(shop: Shop, owner: str, desk: str) -> None:
    assert _refused(lambda: shop.staff.leave(owner))[0] == "last_owner"
    assert _refused(lambda: shop.staff.edit(owner, role="desk"))[0] == "last_owner"
    shop.staff.edit(desk, role=Role.OWNER)
    shop.staff.leave(owner)
    assert [(one.name, one.role) for one in shop.staff.members()] == [("田中 あゆみ", Role.OWNER)]
    assert shop.staff.current is None
    assert _refused(lambda: shop.staff.sign_in(owner, OWNER))[0] == "staff_not_found"


def test_a_new_name_a_new_pin_and_no_pin(shop: Shop, owner: str, desk: str) -> None:
    shop.staff.edit(owner, name=" 森 美和子 ", pin="12345678")
    assert shop.staff.acting() == "森 美和子"
    assert shop.staff.sign_in(owner, "12345678").name == "森 美和子"
    assert _refused(lambda: shop.staff.edit(owner, pin=""))[0] == "pin_missing"
    assert _refused(lambda: shop.staff.edit(desk, name="森 美和子")) == ("staff_name_taken", {"name": "森 美和子"})
    assert not shop.staff.edit(desk, pin="").has_pin
    assert shop.staff.sign_in(desk).uid == desk
    assert _refused(lambda: shop.staff.edit(desk, adjust_limit=10**6))[0] == "needs_owner"
    assert shop.staff.edit(desk, pin="5555").has_pin
    assert _refused(lambda: shop.staff.edit(desk, pin=""))[0] == "needs_owner"
    assert _refused(lambda: shop.staff.edit(owner, pin="5555"))[0] == "needs_owner"


@pytest.mark.parametrize(
    ("values", "code"),
    [({"name": "  "}, "staff_name_missing"), ({"name": "森" * 61}, "staff_name_missing"),
     ({"pin": "12"}, "pin_invalid"), ({"pin": "abcd"}, "pin_invalid"), ({"adjust_limit": -1}, "limit_invalid"),
     ({"customer": "nobody"}, "customer_not_found")],
)  # fmt: skip
def test_what_is_not_possible_is_refused_and_nothing_written(
    shop: Shop, desk: str, values: dict[str, object], code: str
) -> None:
    before = _rows(shop, "select * from staff"), _rows(shop, "select count(*) from operation")
    assert _refused(lambda: shop.staff.edit(desk, **values))[0] == code
    whole = {"name": "誰か", "pin": "1234"} | values
    assert _refused(lambda: shop.staff.add(role=Role.DESK, **whole))[0] == code  # type: ignore[arg-type]
    assert (_rows(shop, "select * from staff"), _rows(shop, "select count(*) from operation")) == before


def test_the_journal_says_who_did_it_and_never_a_hash(shop: Shop, desk: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shop.staff.edit(desk, pin="5555")
    kinds = _rows(shop, "select kind, staff from operation order by id")
    assert kinds == [("staff_add", ""), ("staff_add", "森 美和"), ("staff_edit", "森 美和")]
    noted = str(_rows(shop, "select before, after from change"))
    assert "argon2" not in noted
    assert '"pin": "set"' in noted
    assert all(str(pin).startswith("$argon2id$") for (pin,) in _rows(shop, "select pin from staff"))
    assert "argon2id" not in caplog.text


def test_a_guess_is_dear(tmp_path: Path, clock: Clock) -> None:
    shop = open_shop(tmp_path / "data", RESOURCES, clock=clock)
    shop.staff.add("森 美和", Role.OWNER, pin=OWNER)
    assert "m=65536,t=3" in str(_rows(shop, "select pin from staff"))
    shop.close()


def test_an_undo_never_touches_the_list(shop: Shop, desk: str) -> None:
    assert _refused(shop.history.undo)[0] == "nothing_to_undo"
    assert {one.uid for one in shop.staff.members()} >= {desk}


def test_who_left_by_another_process_is_no_longer_at_the_desk(
    tmp_path: Path, shop: Shop, desk: str, clock: Clock
) -> None:
    shop.staff.sign_in(desk, DESK)
    other = open_shop(tmp_path / "data", RESOURCES, clock=clock)
    other.staff.leave(desk)
    other.close()
    shop.other_process_wrote()
    assert shop.staff.current is None


def test_a_forgotten_pin_is_set_anew_by_who_has_the_file(
    tmp_path: Path, shop: Shop, owner: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(5):
        _refused(lambda: shop.staff.sign_in(owner, "0000"))
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("８６４２\n".encode())))
    assert main(["--data", str(tmp_path / "data"), "pin", "森 美和", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"staff": owner, "name": "森 美和"}
    assert shop.staff.sign_in(owner, "8642").uid == owner
    assert main(["--data", str(tmp_path / "data"), "pin", "nobody", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "staff_not_found"
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xff")))
    assert main(["--data", str(tmp_path / "data"), "pin", "森 美和", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "pin_invalid"


def test_the_use_cases_ask_and_write_who_did_it(tmp_path: Path, shop: Shop, desk: str) -> None:
    for number in (1, 2):
        uid = shop.customers.add(CustomerDraft(name=f"佐々木 {number}", phone=f"090-1234-128{number}"))
        shop.customers.give_consent(uid, "asked at the desk")
    draft = CouponDraft(name="Spring", gives=Gives(kind="gift"))
    offer = Draft(text="臨時休業のお知らせ", purpose=Purpose.SERVICE)
    shop.staff.sign_in(desk, DESK)
    assert _refused(lambda: shop.transfer.export(tmp_path / "all.csv"))[0] == "needs_owner"
    assert not (tmp_path / "all.csv").exists()
    assert _refused(lambda: shop.coupons.add(draft))[0] == "needs_owner"
    assert _refused(lambda: shop.campaigns.queue(offer, "key"))[0] == "needs_owner"
    shop.staff.sign_in(shop.staff.members()[0].uid, OWNER)
    shop.coupons.add(draft)
    assert shop.transfer.export(tmp_path / "all.csv").rows == 2
    assert shop.campaigns.queue(offer, "key").count == 2
    kinds = "'coupon_add', 'campaign_queue'"
    assert _rows(shop, f"select kind, staff from operation where kind in ({kinds}) order by id") == [
        ("coupon_add", "森 美和"), ("campaign_queue", "森 美和"),
    ]  # fmt: skip


def test_a_visit_of_an_earlier_day_is_the_owners_to_change(shop: Shop, desk: str, clock: Clock) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    shop.staff.sign_in(desk, DESK)
    logged = shop.desk.log_visit(uid, amount=3000)
    shop.desk.correct_visit(logged.visit.uid, amount=4000)
    shop.desk.refund(logged.visit.uid, amount=1000)
    clock.pass_(days=1)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: shop.desk.void_visit(logged.visit.uid),
        lambda: shop.desk.correct_visit(logged.visit.uid, amount=5000),
        lambda: shop.desk.refund(logged.visit.uid, amount=500),
        shop.history.undo,
        lambda: shop.history.undo(logged.operation),
    )
    for deed in deeds:
        assert _refused(deed)[0] == "needs_owner"
    assert shop.desk.bill(logged.visit.uid).left == 3000
    shop.staff.grant(Deed.VOID_EARLIER, OWNER)
    shop.desk.refund(logged.visit.uid, amount=500)
    assert _refused(lambda: shop.desk.void_visit(logged.visit.uid))[0] == "needs_owner"
    shop.history.undo()  # of today
    shop.staff.sign_in(shop.staff.members()[0].uid, OWNER)
    shop.desk.void_visit(logged.visit.uid)
    assert shop.desk.card(uid).customer.visit_count == 0


def test_whoever_takes_back_or_edits_is_written_down(shop: Shop, desk: str) -> None:
    shop.staff.sign_in(desk, DESK)
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    shop.customers.edit(uid, notes="window seat")
    shop.customers.tag([uid], "VIP")
    undone = shop.history.undo()
    with closing(sqlite3.connect(shop.db.path)) as connection:
        by = connection.execute("select kind, staff from operation order by id").fetchall()
    assert by[-4:] == [(kind, "田中 あゆみ") for kind in ("customer_add", "customer_edit", "tag_add", "undo")]
    assert undone.kind == "tag_add"
