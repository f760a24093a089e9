"""The desk's use cases on a real store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from retention_desktop.desk import Logged
    from retention_desktop.shop import Shop
    from tests.clock import Clock


def _add(shop: Shop, name: str = "佐々木 花子", phone: str = "090-1234-1284", **more: str) -> str:
    return shop.customers.add(CustomerDraft(name=name, phone=phone, **more))


def _earned(logged: Logged) -> dict[str, int]:
    return {earned.unit: earned.amount for earned in logged.earned}


def _balances(logged: Logged) -> dict[str, int]:
    return {balance.unit: balance.balance for balance in logged.balances}


@pytest.mark.parametrize(
    "query",
    ["1284", "１２８４", "284", "ささき", "ササキ", "ｻｻｷ", "ささ", "佐々木", "佐々木花", "佐々木　花子", "sasaki",
     "SASAK", "hanako", "0148", "09012341284", "+81 90 1234 1284", "090ー1234ー1284", "花子"],
)  # fmt: skip
def test_one_box_finds_her_by_anything(shop: Shop, query: str) -> None:
    uid = _add(shop, kana="ささき はなこ", member_number="0148")
    _add(shop, name="田中 健一", phone="080-5555-9999", kana="たなか けんいち")
    assert [match.uid for match in shop.desk.find(query).people] == [uid]


@pytest.mark.parametrize(("stored", "query"), [("髙橋 一郎", "高橋"), ("山﨑 恵", "山崎"), ("渡邉 蓮", "渡辺")])
def test_variant_kanji_find_each_other_and_stay_as_written(shop: Shop, stored: str, query: str) -> None:
    _add(shop, name=stored)
    assert [match.name for match in shop.desk.find(query).people] == [stored]


def test_two_people_with_the_same_digits_are_told_apart(shop: Shop) -> None:
    _add(shop, kana="ささき はなこ", birthday="1980-11-27")
    _add(shop, name="藤井 健一", phone="080-9999-1284", kana="ふじい けんいち", birthday="3月3日")
    found = shop.desk.find("1284")
    assert {(match.kana, match.birth_month, match.last_four) for match in found.people} == {
        ("ささき はなこ", 11, "1284"), ("ふじい けんいち", 3, "1284"),
    }  # fmt: skip
    assert not found.exact


@pytest.mark.parametrize("query", ["0148", "090-1234-1284"])
def test_a_scanned_number_is_exact(shop: Shop, query: str) -> None:
    _add(shop, member_number="0148")
    assert shop.desk.find(query).exact


def test_whoever_changed_is_found_by_the_new_name_only(shop: Shop) -> None:
    uid = _add(shop)
    assert shop.desk.find("佐々木").people
    shop.customers.edit(uid, display_name="高橋 花子")
    assert not shop.desk.find("佐々木").people
    assert [match.uid for match in shop.desk.find("高橋").people] == [uid]
    shop.customers.delete(uid)
    assert not shop.desk.find("高橋").people


def test_a_visit_earns_a_punch_and_the_amount_joins_it(shop: Shop) -> None:
    uid = _add(shop)
    first = shop.desk.log_visit(uid)
    assert _earned(first) == {"punch": 1}
    second = shop.desk.add_amount(first.visit.uid, 8800)
    assert second.visit.uid == first.visit.uid
    assert _earned(second) == {"point": 88}
    assert _balances(second) == {"punch": 1, "point": 88}
    card = shop.desk.card(uid)
    assert (card.points, len(card.punches), card.card_size, card.open_visit) == (88, 1, 10, None)
    assert card.punches[0].today


def test_an_amount_is_entered_once(shop: Shop) -> None:
    logged = shop.desk.log_visit(_add(shop), amount=2000)
    with pytest.raises(ShopError) as caught:
        shop.desk.add_amount(logged.visit.uid, 2000)
    assert caught.value.code == "amount_already_known"


@pytest.mark.parametrize("amount", [-1, 10**13])
def test_an_impossible_amount_writes_nothing(shop: Shop, amount: int) -> None:
    uid = _add(shop)
    with pytest.raises(ShopError) as caught:
        shop.desk.log_visit(uid, amount=amount)
    assert caught.value.code == "amount_invalid"
    assert shop.desk.card(uid).visits_today == ()


@pytest.mark.parametrize(("minutes", "asks"), [(0, True), (59, True), (60, False), (61, False)])
def test_a_second_press_within_the_hour_asks(shop: Shop, clock: Clock, minutes: int, asks: bool) -> None:  # noqa: FBT001
    uid = _add(shop)
    shop.desk.log_visit(uid)
    clock.pass_(minutes=minutes)
    if not asks:
        shop.desk.log_visit(uid)
        return
    with pytest.raises(ShopError) as caught:
        shop.desk.log_visit(uid)
    assert (caught.value.code, caught.value.facts["minutes"]) == ("visited_recently", minutes)
    assert len(shop.desk.card(uid).visits_today) == 1
    shop.desk.log_visit(uid, again=True)
    assert len(shop.desk.card(uid).visits_today) == 2


def test_the_same_key_again_changes_nothing(shop: Shop) -> None:
    uid = _add(shop)
    first = shop.desk.log_visit(uid, amount=1500, key="till-1", guarded=False)
    again = shop.desk.log_visit(uid, amount=9999, key="till-1", guarded=False)
    assert (again.duplicate, again.operation, again.earned) == (True, "", ())
    assert again.visit == first.visit
    assert _balances(again) == {"punch": 1, "point": 15}


def test_the_day_is_the_shops_not_utcs(shop: Shop, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)  # 00:30 on the 22nd in Tokyo
    assert shop.desk.log_visit(_add(shop)).visit.day == date(2026, 11, 22)


def test_a_visit_cannot_be_logged_ahead(shop: Shop, clock: Clock) -> None:
    uid = _add(shop)
    with pytest.raises(ShopError) as caught:
        shop.desk.log_visit(uid, at=clock.now + timedelta(minutes=1))
    assert caught.value.code == "instant_in_future"


def test_back_dating_and_correcting_move_the_points_with_the_visit(shop: Shop, clock: Clock) -> None:
    uid = _add(shop)
    logged = shop.desk.log_visit(uid, amount=8000, at=clock.now - timedelta(days=3))
    assert logged.visit.day == date(2026, 11, 18)
    corrected = shop.desk.correct_visit(logged.visit.uid, amount=5000, at=clock.now - timedelta(days=5))
    assert corrected.visit.day == date(2026, 11, 16)
    assert _earned(corrected) == {"point": -30}
    assert _balances(corrected) == {"punch": 1, "point": 50}
    raised = shop.desk.correct_visit(logged.visit.uid, amount=9000)
    assert _balances(raised) == {"punch": 1, "point": 90}
    emptied = shop.desk.correct_visit(logged.visit.uid, amount=None)
    assert _balances(emptied) == {"punch": 1, "point": 0}
    assert shop.checkup.check().ok


def test_a_sale_without_a_customer_counts_but_earns_nothing(shop: Shop) -> None:
    logged = shop.desk.log_visit(None, amount=3300)
    assert (logged.customer, logged.earned, logged.balances) == (None, (), ())
    today = shop.desk.today()
    assert (today.sales, [line.name for line in today.visits]) == (3300, [""])


def test_the_tenth_visit_fills_the_card_and_the_eleventh_begins_the_next(shop: Shop, clock: Clock) -> None:
    uid = _add(shop)
    for _ in range(9):
        clock.pass_(days=7)
        shop.desk.log_visit(uid)
    clock.pass_(days=7)
    tenth = shop.desk.log_visit(uid)
    card = shop.desk.card(uid)
    assert (_balances(tenth)["punch"], card.filled_today) == (0, True)
    assert [reward.state for reward in card.rewards] == ["issued"]
    assert shop.desk.today().rewards == 1
    clock.pass_(days=7)
    assert _balances(shop.desk.log_visit(uid))["punch"] == 1
    assert not shop.desk.card(uid).filled_today
    assert shop.checkup.check().ok


def test_taking_back_an_old_punch_of_a_full_card_reopens_the_card(shop: Shop, clock: Clock) -> None:
    uid = _add(shop)
    visits = []
    for _ in range(10):
        clock.pass_(days=7)
        visits.append(shop.desk.log_visit(uid).visit.uid)
    shop.desk.void_visit(visits[2])
    card = shop.desk.card(uid)
    assert (len(card.punches), card.rewards) == (9, ())
    assert shop.checkup.check().ok


def test_today_lists_newest_first_with_the_days_sums(shop: Shop, clock: Clock) -> None:
    shop.desk.log_visit(_add(shop), amount=4950)
    clock.pass_(minutes=10)
    shop.desk.log_visit(_add(shop, name="中村 優斗", phone="080-1111-2222"), amount=2750)
    clock.pass_(minutes=10)
    shop.desk.log_visit(_add(shop, name="林 真由美", phone="080-1111-3333"))
    today = shop.desk.today()
    assert [line.name for line in today.visits] == ["林 真由美", "中村 優斗", "佐々木 花子"]
    assert (today.sales, today.currency, today.day) == (7700, "JPY", date(2026, 11, 21))


def test_the_card_knows_birthday_rhythm_and_absence(shop: Shop, clock: Clock) -> None:
    uid = _add(shop, birthday="11月27日", pinned_note="右耳のうしろ敏感")
    for days in (104, 52, 49):
        shop.desk.log_visit(uid, at=clock.now - timedelta(days=days), again=True)
    card = shop.desk.card(uid)
    assert (card.birthday_in, card.days_since, card.usual_gap) == (6, 49, 28)
    assert card.customer.pinned_note == "右耳のうしろ敏感"


def test_spend_counts_the_shops_own_currency_only(shop: Shop) -> None:
    uid = _add(shop)
    shop.desk.log_visit(uid, amount=3000, guarded=False)
    shop.settings.change(currency="USD")
    assert shop.customers.detail(uid).customer.spend == 0
    shop.desk.log_visit(uid, amount=2933, guarded=False)
    assert shop.customers.detail(uid).customer.spend == 2933
    assert shop.checkup.check().ok
    shop.settings.change(currency="JPY")
    assert shop.customers.detail(uid).customer.spend == 3000
    assert shop.checkup.check().ok
