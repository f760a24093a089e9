"""Whoever was deleted, moved to another number or said stop gets nothing more; an undo brings each word back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.campaign import Draft, Selection
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.sending_policy import Purpose
from tests.state_dump import growing_rows, only_grew, state_dump

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retention_desktop.shop import Shop

TEXT = "[店名]です。新しいお品がそろいました。配信停止はSTOPと返信"


@pytest.fixture(autouse=True)
def _named(shop: Shop) -> None:
    shop.settings.change(name="花の店", legal_name="花の店")


def _add(shop: Shop, name: str = "佐々木 花子", consent: str = "はい") -> str:
    return shop.customers.add(CustomerDraft(name=name, phone="090-1234-1284", consent=consent))


def _queue(shop: Shop) -> str:
    return shop.campaigns.queue(Draft(text=TEXT, purpose=Purpose.PROMO, language="ja"), "key-of-a-press").campaign


def _number(shop: Shop, uid: str) -> str:
    return shop.customers.detail(uid).contacts[0].uid


def _states(shop: Shop, campaign: str) -> list[tuple[str, str]]:
    return [(message.state.value, message.reason) for message in shop.campaigns.status(campaign)]


def _reached(shop: Shop) -> int:
    return len(shop.campaigns.audience(Selection(), Purpose.PROMO).recipients)


@pytest.mark.parametrize(
    "leave",
    [
        lambda shop, uid: shop.customers.delete(uid),
        lambda shop, uid: shop.customers.remove_contact(_number(shop, uid)),
        lambda shop, uid: shop.customers.edit_contact(_number(shop, uid), "080-1111-2222"),
    ],
    ids=["deleted", "number removed", "number corrected"],
)
def test_who_is_gone_from_a_number_gets_nothing_there(shop: Shop, leave: Callable[[Shop, str], None]) -> None:
    uid = _add(shop)
    campaign = _queue(shop)
    leave(shop, uid)
    shop.sending.drain()
    assert _states(shop, campaign) == [("cancelled", "gone")]


def test_who_came_back_by_undo_gets_the_message(shop: Shop) -> None:
    uid = _add(shop)
    campaign = _queue(shop)
    shop.customers.delete(uid)
    shop.history.undo()
    shop.sending.drain()
    assert _states(shop, campaign) == [("delivered", "kept")]


def test_people_of_an_undone_import_get_nothing(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("氏名,携帯番号\n山田 太郎,090-1234-5678\n", encoding="utf-8")
    imported = shop.transfer.import_customers(tmp_path / "list.csv", consent="はい")
    campaign = _queue(shop)
    shop.history.undo(imported.import_uid)
    shop.sending.drain()
    assert _states(shop, campaign) == [("cancelled", "gone")]


@pytest.mark.parametrize(
    "speak",
    [
        lambda shop, uid: shop.customers.give_consent(uid, "はい"),
        lambda shop, uid: shop.customers.withdraw_consent(uid),
        lambda shop, uid: shop.customers.opt_out(uid),
        lambda shop, _uid: _add(shop, "佐々木 太郎"),
    ],
    ids=["consent", "withdrawal", "opt-out", "somebody else agrees at this number"],
)
@pytest.mark.parametrize("before", ["never asked", "agreed", "withdrawn", "stopped", "stopped and agreed again"])
def test_undo_brings_back_every_word_that_stood(shop: Shop, speak: Callable[[Shop, str], object], before: str) -> None:
    uid = _add(shop, consent="" if before == "never asked" else "はい")
    shop.desk.log_visit(uid)
    if before == "withdrawn":
        shop.customers.withdraw_consent(uid)
    if before.startswith("stopped"):
        shop.customers.opt_out(uid)
    if before.endswith("again"):
        shop.customers.give_consent(uid, "はい")
    state, rows, reached = state_dump(shop.db.path), growing_rows(shop.db.path), _reached(shop)
    speak(shop, uid)
    shop.history.undo()
    assert state_dump(shop.db.path) == state
    assert only_grew(rows, growing_rows(shop.db.path))
    assert _reached(shop) == reached == (before not in {"withdrawn", "stopped"})


def test_an_undone_list_may_agree_for_the_same_people_again(shop: Shop, tmp_path: Path) -> None:
    uid = _add(shop, consent="")
    (tmp_path / "list.csv").write_text("氏名,携帯番号\n佐々木 花子,090-1234-1284\n", encoding="utf-8")
    for _ in range(2):
        shop.transfer.import_customers(tmp_path / "list.csv", consent="はい")
        assert [point.consent for point in shop.customers.detail(uid).contacts] == [True]
        shop.history.undo()
        assert [point.consent for point in shop.customers.detail(uid).contacts] == [None]


def test_the_history_keeps_both_the_word_and_its_undo(shop: Shop) -> None:
    uid = _add(shop, consent="")
    shop.customers.give_consent(uid, "はい")
    shop.history.undo()
    assert [(event.given, event.source) for event in shop.customers.detail(uid).consents] == [
        (False, "undo"), (True, "desk"),
    ]  # fmt: skip
