"""Customers: the list, one person, consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from retention_desktop.shop import Shop


def _names(shop: Shop, **how: object) -> list[str]:
    return [row.name for row in shop.customers.rows(shop.customers.keys(**how))]  # type: ignore[arg-type]


@pytest.fixture
def three(shop: Shop) -> dict[str, str]:
    people = {
        "はまだ": CustomerDraft(name="浜田 蓮", kana="ハマダ レン", phone="090-1111-1111"),
        "はまた": CustomerDraft(name="濱田 愛", kana="はまた あい", phone="090-2222-2222"),
        "あおき": CustomerDraft(name="青木 恵", kana="ｱｵｷ ﾒｸﾞﾐ", phone="03-1234-5678"),
    }
    return {name: shop.customers.add(draft) for name, draft in people.items()}


@pytest.mark.usefixtures("three")
def test_the_list_sorts_by_kana_whatever_the_script(shop: Shop) -> None:
    assert _names(shop) == ["青木 恵", "濱田 愛", "浜田 蓮"]
    assert _names(shop, descending=True) == ["浜田 蓮", "濱田 愛", "青木 恵"]


def test_search_and_tag_narrow_the_list_in_its_order(shop: Shop, three: dict[str, str]) -> None:
    assert _names(shop, query="はま") == ["濱田 愛", "浜田 蓮"]
    shop.customers.tag([three["はまだ"], three["あおき"]], " VIP ")
    assert _names(shop, tag="VIP") == ["青木 恵", "浜田 蓮"]
    assert _names(shop, tag="VIP", query="はま") == ["浜田 蓮"]
    assert _names(shop, tag="nobody") == []
    assert shop.customers.tags() == {"VIP": 2}
    shop.customers.untag([three["はまだ"]], "VIP")
    assert shop.customers.tags() == {"VIP": 1}


def test_names_are_kept_byte_for_byte(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="十河　さくら㈱①", kana="ｿｺﾞｳ ｻｸﾗ"))
    person = shop.customers.detail(uid).customer
    assert (person.display_name, person.kana) == ("十河　さくら㈱①", "ｿｺﾞｳ ｻｸﾗ")
    assert (person.family, person.given) == ("十河", "さくら㈱①")


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (CustomerDraft(), "name_or_phone_missing"),
        (CustomerDraft(name="x", phone="090-123"), "phone_invalid"),
        (CustomerDraft(name="x", birthday="13月40日"), "birthday_invalid"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(shop: Shop, draft: CustomerDraft, code: str) -> None:
    with pytest.raises(ShopError) as caught:
        shop.customers.add(draft)
    assert (caught.value.code, shop.customers.count()) == (code, 0)


def test_consent_belongs_to_a_mobile_number(shop: Shop, three: dict[str, str]) -> None:
    for uid in three.values():
        shop.customers.give_consent(uid, "同意します")
    rows = {row.name: row.consent for row in shop.customers.rows(shop.customers.keys())}
    assert rows == {"浜田 蓮": True, "濱田 愛": True, "青木 恵": None}
    detail = shop.customers.detail(three["はまだ"])
    assert [(event.given, event.source, event.wording) for event in detail.consents] == [(True, "desk", "同意します")]


def test_a_new_number_does_not_inherit_consent(shop: Shop, three: dict[str, str]) -> None:
    uid = three["はまだ"]
    shop.customers.give_consent(uid, "yes")
    shop.customers.edit_contact(shop.customers.detail(uid).contacts[0].uid, "090-1111-9999")
    assert [point.consent for point in shop.customers.detail(uid).contacts] == [None]


def test_a_stopped_number_stays_stopped_for_whoever_shares_it(shop: Shop, three: dict[str, str]) -> None:
    shop.customers.opt_out(three["はまだ"])
    shop.customers.delete(three["はまだ"])
    again = shop.customers.add(CustomerDraft(name="浜田 蓮", phone="090 1111 1111"))
    assert [point.suppressed for point in shop.customers.detail(again).contacts] == [True]
    shop.customers.give_consent(again, "yes, write to me again")
    assert [(point.suppressed, point.consent) for point in shop.customers.detail(again).contacts] == [(False, True)]


def test_a_phone_names_one_customer_or_says_how_many(shop: Shop, three: dict[str, str]) -> None:
    assert shop.customers.resolve("090-1111-1111") == three["はまだ"]
    shop.customers.add(CustomerDraft(name="浜田 太郎", phone="09011111111"))
    with pytest.raises(ShopError) as caught:
        shop.customers.resolve("09011111111")
    assert caught.value.facts["matches"] == 2
    with pytest.raises(ShopError) as caught:
        shop.customers.resolve("浜田")
    assert caught.value.code == "customer_not_found"


def test_contacts_can_be_added_corrected_and_removed(shop: Shop, three: dict[str, str]) -> None:
    uid = three["はまだ"]
    shop.customers.add_contact(uid, email="Ren@Example.com")
    shop.customers.add_contact(uid, phone="06-6123-4567")
    channels = {point.channel: point for point in shop.customers.detail(uid).contacts}
    assert set(channels) == {"sms", "email", "phone"}
    assert channels["email"].address == "ren@example.com"
    shop.customers.remove_contact(channels["phone"].uid)
    assert {point.channel for point in shop.customers.detail(uid).contacts} == {"sms", "email"}
    with pytest.raises(ShopError) as caught:
        shop.customers.edit_contact(channels["sms"].uid, "12")
    assert caught.value.code == "phone_invalid"


def test_a_customer_keeps_a_name_or_a_number(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="名前だけ"))
    with pytest.raises(ShopError) as caught:
        shop.customers.edit(uid, display_name="  ")
    assert caught.value.code == "name_or_phone_missing"
