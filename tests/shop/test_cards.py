"""What cards and statements say, and that what a scanner types finds its person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, text, update

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.person_code import person_code
from retention_desktop.errors import ShopError
from retention_desktop.storage.tables import account, coupon, ledger_entry

if TYPE_CHECKING:
    from retention_desktop.shop import Shop


def _key(shop: Shop, uid: str) -> int:
    return shop.customers.detail(uid).customer.key


def test_a_card_holds_the_member_number_or_a_code_of_its_own(shop: Shop) -> None:
    ann = shop.customers.add(CustomerDraft(name="Ann", member_number="A-0148"))
    ben = shop.customers.add(CustomerDraft(name="佐々木 花子", kana="ささき はなこ"))
    first, second = shop.cards.holders([_key(shop, ann), _key(shop, ben)])
    assert (first.code, first.shown, first.member_number) == ("A-0148", "A-0148", "A-0148")
    assert second.code == person_code(ben)
    assert second.shown.replace("-", "") == second.code
    assert (second.name, second.kana, second.member_number) == ("佐々木 花子", "ささき はなこ", "")
    assert shop.cards.holder(ben) == second


@pytest.mark.parametrize("number", ["会員7", "0148 b", "1" * 21, "１２３"])
def test_a_number_that_no_scanner_types_back_gives_way_to_the_code(shop: Shop, number: str) -> None:
    uid = shop.customers.add(CustomerDraft(name="Ann", member_number=number))
    holder = shop.cards.holder(uid)
    assert (holder.code, holder.member_number) == (person_code(uid), number)


def test_a_number_that_two_people_have_gives_way_to_the_code(shop: Shop) -> None:
    uids = [shop.customers.add(CustomerDraft(name=name, member_number="7")) for name in ("Ann", "Ben")]
    assert [shop.cards.holder(uid).code for uid in uids] == [person_code(uid) for uid in uids]


def test_a_scanned_card_finds_its_person_alone(shop: Shop) -> None:
    for number in range(30):
        shop.customers.add(CustomerDraft(name=f"Customer {number}", phone=f"090-0000-{number:04}"))
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子"))
    holder = shop.cards.holder(uid)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in holder.code.lower())
    for typed in (holder.code, holder.shown, holder.code.lower(), f" {wide} "):
        found = shop.desk.find(typed)
        assert [match.uid for match in found.people] == [uid], typed
        assert found.exact


def test_a_member_number_comes_first_among_phones_that_end_so(shop: Shop) -> None:
    shop.customers.add(CustomerDraft(name="Ben", phone="090-0000-0148"))
    uid = shop.customers.add(CustomerDraft(name="Ann", member_number="0148"))
    assert shop.cards.holder(uid).code == "0148"
    for typed in ("0148", "０１４８"):
        assert shop.desk.find(typed).people[0].uid == uid


def test_the_code_of_somebody_deleted_finds_nobody(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="Ann"))
    shop.customers.delete(uid)
    assert shop.desk.find(person_code(uid)).people == ()
    with pytest.raises(ShopError, match="customer_not_found"):
        shop.cards.holder(uid)


def test_the_card_of_somebody_merged_away_finds_who_was_kept(shop: Shop) -> None:
    old, kept = (shop.customers.add(CustomerDraft(name=name)) for name in ("Ann", "Ann Lee"))
    old_key, kept_key = _key(shop, old), _key(shop, kept)
    shop.customers.delete(old)
    with shop.db.write() as tx:
        tx.run(text("update customer set merged_into = :kept where id = :old"), {"kept": kept_key, "old": old_key})
    found = shop.desk.find(person_code(old))
    assert ([match.uid for match in found.people], found.exact) == ([kept], True)


def test_the_code_of_a_reward_finds_who_holds_it(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="Ann"))
    for _ in range(10):
        shop.desk.log_visit(uid, guarded=False)
    (reward,) = shop.loyalty.holdings(uid).rewards
    for typed in (reward.code, reward.code.lower(), f"{reward.code[:5]}-{reward.code[5:]}"):
        found = shop.desk.find(typed)
        assert ([match.uid for match in found.people], found.exact) == ([uid], True)


def test_a_coupon_called_like_somebody_hides_nobody(shop: Shop) -> None:
    holder = shop.customers.add(CustomerDraft(name="Suzuki"))
    namesake = shop.customers.add(CustomerDraft(name="Tanaka"))
    key = _key(shop, holder)
    with shop.db.write() as tx:
        for code in ("TANAKA", "BDAY-7Q"):
            tx.run(insert(coupon), {
                "uid": code, "name": "-", "code": code, "gives": {}, "customer": key, "made_at": shop.desk._clock(),
            })  # fmt: skip
    found = shop.desk.find("tanaka")
    assert ([match.uid for match in found.people], found.exact) == ([holder, namesake], False)
    found = shop.desk.find("bday-7q")
    assert ([match.uid for match in found.people], found.exact) == ([holder], True)


def test_a_statement_adds_up(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="Ann"))
    now = shop.desk._clock()
    for days in (400, 90, 30, 0):
        shop.desk.log_visit(uid, amount=5500, at=now - timedelta(days=days), guarded=False)
    whole = shop.cards.statement(uid)
    newer = shop.cards.statement(uid, since=(now - timedelta(days=365)).date())
    for statement, lines, carried in ((whole, 4, 0), (newer, 3, 1)):
        punches = next(part for part in statement.accounts if part.unit == "punch")
        assert (len(punches.lines), punches.carried, punches.balance) == (lines, carried, 4)
        for part in statement.accounts:
            assert part.carried + sum(line.amount for line in part.lines) == part.balance
            assert part.lines[-1].balance == part.balance
    held = {balance.programme: balance.balance for balance in shop.loyalty.holdings(uid).balances}
    assert {part.programme: part.balance for part in whole.accounts} == held


def test_what_has_lapsed_is_a_line_of_its_own(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="Ann"))
    shop.desk.log_visit(uid, amount=5500)
    with shop.db.write() as tx:
        # A lot whose day has come; nothing wrote to its account since. The ledger itself never allows this edit.
        for (trigger,) in tx.run(text("select name from sqlite_master where type = 'trigger'")).all():
            tx.run(text(f"drop trigger {trigger}"))
        tx.run(update(ledger_entry).where(ledger_entry.c.amount > 1).values(expires_on=date(2020, 1, 1)))
        tx.run(update(account).values(earliest_expiry=date(2020, 1, 1)))
    points = next(part for part in shop.cards.statement(uid).accounts if part.unit == "point")
    assert (points.balance, points.lines[-1].kind, points.lines[-1].balance) == (0, "expire", 0)
    assert points.carried + sum(line.amount for line in points.lines) == 0


def test_rewards_that_wait_are_on_the_statement(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="Ann"))
    for _ in range(11):
        shop.desk.log_visit(uid, guarded=False)
    statement = shop.cards.statement(uid)
    assert [reward.state for reward in statement.rewards] == ["issued"]
    punches = next(part for part in statement.accounts if part.unit == "punch")
    assert [line.kind for line in punches.lines].count("card_filled") == 1
    assert punches.balance == 1


def test_the_offers_are_the_programmes_in_force(shop: Shop) -> None:
    by_unit = {offer.terms.unit: offer for offer in shop.cards.offers()}
    assert by_unit["punch"].terms.card is not None
    assert by_unit["punch"].terms.card.size == 10
    assert by_unit["point"].terms.rules[0].per == 100
    assert isinstance(shop.cards.statement(shop.customers.add(CustomerDraft(name="A"))).day, date)
