"""Standing discounts: kept with the settings, found for whoever stands at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

STUDENTS: dict[str, Any] = {
    "id": "1", "name": "Students", "gives": {"kind": "percent", "percent": 10}, "for": {"tag": "student"},
}  # fmt: skip
REGULARS: dict[str, Any] = {
    "id": "2", "name": "Regulars", "gives": {"kind": "discount", "amount": 300}, "for": {"visits": 2, "months": 12},
}  # fmt: skip


def test_none_at_first(shop: Shop) -> None:
    customer = shop.customers.add(CustomerDraft(name="佐々木 花子"))
    assert shop.standing_discounts.all() == ()
    assert shop.standing_discounts.applies(customer, 1000) is None


def test_a_tag_or_what_was_bought_takes_money_off(shop: Shop) -> None:
    shop.standing_discounts.save([STUDENTS, REGULARS])
    assert shop.standing_discounts.all() == (STUDENTS, REGULARS)
    customer = shop.customers.add(CustomerDraft(name="佐々木 花子"))
    shop.customers.tag([customer], "student")
    found = shop.standing_discounts.applies(customer, 2000)
    assert found is not None
    assert (found.discount.name, found.amount) == ("Students", 200)
    for key in ("a", "b"):
        shop.desk.log_visit(customer, amount=2000, key=key, guarded=False)
    found = shop.standing_discounts.applies(customer, 2000)
    assert found is not None
    assert (found.discount.name, found.amount) == ("Regulars", 300)
    shop.standing_discounts.save([STUDENTS, REGULARS | {"enabled": False}])
    found = shop.standing_discounts.applies(customer, None)
    assert found is not None
    assert (found.discount.name, found.amount) == ("Students", None)


def test_a_level_brings_its_own(shop: Shop) -> None:
    point = next(one for one in shop.rules.programmes() if one.unit == "point")
    steps = [{"id": "1", "name": "Gold", "from": 5000, "discount_percent": 5}]
    shop.rules.save(
        point.uid, {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}], "tiers": {"steps": steps}}
    )
    customer = shop.customers.add(CustomerDraft(name="林 真由美"))
    assert shop.standing_discounts.applies(customer, 1000) is None
    shop.desk.log_visit(customer, amount=6000)
    found = shop.standing_discounts.applies(customer, 1000)
    assert found is not None
    assert (found.discount.name, found.amount) == ("Gold", 50)


def test_nothing_bad_is_kept(shop: Shop) -> None:
    shop.standing_discounts.save([STUDENTS])
    bad = STUDENTS | {"gives": {"kind": "percent", "percent": 150}}
    assert [one.path for one in shop.standing_discounts.problems([bad])] == ["0.gives.percent"]
    with pytest.raises(ShopError) as refused:
        shop.standing_discounts.save([bad])
    assert refused.value.code == "terms_invalid"
    with pytest.raises(ShopError):
        shop.settings.change(standing_discounts=(bad,))
    assert shop.standing_discounts.all() == (STUDENTS,)
