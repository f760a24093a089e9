"""What is looked for before the index in memory is built, and what is left for member numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.customer import CustomerDraft

if TYPE_CHECKING:
    from retention_desktop.shop import Shop


def test_the_first_searches_after_a_start_do_not_wait_for_the_index(shop: Shop) -> None:
    for number in range(12):
        shop.customers.add(CustomerDraft(name=f"Customer {number}", phone=f"090-0000-{number:02}84"))
    assert len(shop.desk.find("4").people) == 9
    assert len(shop.desk.find("84").people) == 9
    assert [match.last_four for match in shop.desk.find("0384").people] == ["0384"]
    before = [match.name for match in shop.desk.find("customer").people]
    assert before == [f"Customer {number}" for number in range(11, 2, -1)]
    assert shop.search._built is False
    shop.make_ready()
    assert [match.name for match in shop.desk.find("customer").people] == before


def test_names_are_found_in_both_orders_the_typed_one_first(shop: Shop) -> None:
    for name, kana in (("大野 健", "オオノ ケン"), ("高橋 花子", "タカハシ ハナコ"), ("花子 高橋", "")):
        shop.customers.add(CustomerDraft(name=name, kana=kana))
    for ready in (False, True):
        if ready:
            shop.make_ready()
        assert [match.name for match in shop.desk.find("hanako takahashi").people] == ["高橋 花子"]
        assert [match.name for match in shop.desk.find("高橋 花子").people] == ["高橋 花子", "花子 高橋"]
        assert [match.name for match in shop.desk.find("花子 高橋").people] == ["花子 高橋", "高橋 花子"]


def test_few_endings_leave_room_for_member_numbers(shop: Shop) -> None:
    shop.customers.add(CustomerDraft(name="Ann", phone="090-0000-1014"))
    shop.customers.add(CustomerDraft(name="Ben", member_number="0148"))
    assert [match.name for match in shop.desk.find("014").people] == ["Ann", "Ben"]
