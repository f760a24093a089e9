"""Who was merged into somebody is that person everywhere; sample people never become real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from tests.state_dump import state_dump

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from retention_desktop.transfer import Imported


@pytest.fixture
def pair(shop: Shop) -> tuple[str, str]:
    """Two records of one person; the first stays."""
    keep = shop.customers.add(CustomerDraft(name="山田 太郎", phone="090-1111-2222", member_number="M1"))
    other = shop.customers.add(CustomerDraft(name="山田 太朗", phone="090-1111-3333", member_number="M2"))
    return keep, other


def take_in(shop: Shop, folder: Path, text: str, kind: str = "customers") -> Imported:
    path = folder / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    return shop.transfer.run(
        shop.transfer.prepare(path, kind="visits" if kind == "visits" else "customers"), again=True
    )


# -- merged people --------------------------------------------------------------------------------------------------


def test_a_merged_persons_uid_number_and_phone_name_who_was_kept(shop: Shop, pair: tuple[str, str]) -> None:
    keep, other = pair
    merged = shop.customers.merge(keep, other)
    for text in (other, "M2", "M1", "090-1111-3333"):
        assert shop.customers.resolve(text) == keep, text
    assert [found.uid for found in shop.desk.find("M2").people] == [keep]
    assert shop.desk.log_visit(other, amount=1000).visit.customer == shop.customers.detail(keep).customer.key
    assert shop.loyalty.holdings(other).balances == shop.loyalty.holdings(keep).balances
    shop.history.undo()
    shop.history.undo(merged.operation)
    assert [shop.customers.resolve(text) for text in (other, "M2", keep, "M1")] == [other, other, keep, keep]
    assert shop.checkup.check().ok


def test_a_chain_of_merges_ends_at_the_last(shop: Shop, pair: tuple[str, str]) -> None:
    keep, other = pair
    last = shop.customers.add(CustomerDraft(name="山田", member_number="M3"))
    shop.customers.merge(keep, other)
    shop.customers.merge(last, keep)
    assert {shop.customers.resolve(text) for text in (keep, other, "M1", "M2", "M3")} == {last}
    assert [found.uid for found in shop.desk.find("M2").people] == [last]
    shop.customers.delete(last)
    with pytest.raises(ShopError, match="customer_not_found"):
        shop.customers.resolve("M2")


def test_a_number_given_to_somebody_new_is_theirs(shop: Shop, pair: tuple[str, str]) -> None:
    shop.customers.merge(*pair)
    new = shop.customers.add(CustomerDraft(name="鈴木", member_number="M2"))
    assert shop.customers.resolve("M2") == new


def test_a_merged_persons_uid_edits_who_was_kept_and_deletes_nobody(shop: Shop, pair: tuple[str, str]) -> None:
    keep, other = pair
    shop.customers.merge(keep, other)
    shop.customers.edit(other, notes="犬")
    assert shop.customers.detail(keep).customer.notes == "犬"
    with pytest.raises(ShopError, match="customer_not_found"):
        shop.customers.delete(other)
    with pytest.raises(ShopError, match="merge_same"):
        shop.customers.merge(keep, other)


def test_lists_find_who_a_merged_person_became(shop: Shop, pair: tuple[str, str], tmp_path: Path) -> None:
    keep, other = pair
    merged = shop.customers.merge(keep, other)
    visits = take_in(shop, tmp_path, "会員番号,来店日\nM2,2026-10-01\nM1,2026-10-02\n", "visits")
    assert (visits.created, visits.customers_created) == (2, 0)
    assert shop.customers.detail(keep).customer.visit_count == 2
    people = "氏名,電話番号,会員番号\n山田 太朗,090-1111-3333,M2\n山田 太朗,,M2\n"
    assert (take_in(shop, tmp_path, people).merged, shop.customers.count()) == (2, 1)
    assert shop.checkup.check().ok
    shop.history.undo(visits.import_uid)
    shop.history.undo(merged.operation)
    visits = take_in(shop, tmp_path, "会員番号,来店日\nM2,2026-10-01\n", "visits")
    assert [shop.customers.detail(uid).customer.visit_count for uid in pair] == [0, 1]


# -- known by a number only -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ["佐藤 花子,090-1234-5678,A1", "佐藤 花子,,A1"])
def test_visits_first_and_customers_second_is_one_person(shop: Shop, tmp_path: Path, row: str) -> None:
    take_in(shop, tmp_path, "会員番号,来店日,金額\nA1,2026-10-01,500\n", "visits")
    done = take_in(shop, tmp_path, f"氏名,電話番号,会員番号\n{row}\n鈴木,090-1234-5679,A1\n")
    assert (done.created, done.merged, [one.code for one in done.problems if one.code == "conflict"]) == (1, 1, [])
    assert shop.customers.count() == 2
    uid = shop.desk.find("佐藤").people[0].uid
    person = shop.customers.detail(uid)
    assert (person.customer.display_name, person.customer.family, person.customer.visit_count) == (
        "佐藤 花子", "佐藤", 1,
    )  # fmt: skip
    assert [point.address for point in person.contacts] == ["+819012345678"] * bool("090" in row)
    shop.history.undo(done.import_uid)
    assert shop.customers.detail(shop.customers.resolve("A1")).customer.display_name == "A1"
    assert shop.checkup.check().ok


# -- the same file again --------------------------------------------------------------------------------------------

NO_PHONE = (
    "氏名,フリガナ,電話番号,会員番号\n佐藤 花,サトウ ハナ,,\n佐藤 花,サトウ ハナ,,\n佐藤 花,サトウ ハナ,123,\n"
    "鈴木,スズキ,,\n鈴木,スズキ,,77\n高橋,,,\n,,090-1234-5678,\n"
)


def test_the_same_file_again_doubles_nobody(shop: Shop, tmp_path: Path) -> None:
    first = take_in(shop, tmp_path, NO_PHONE)
    assert (first.created, first.merged) == (7, 0)
    for _ in range(2):
        again = take_in(shop, tmp_path, NO_PHONE)
        assert (again.created, again.merged, shop.customers.count()) == (0, 7, 7)


def test_nor_where_the_shop_learned_more_since(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, tmp_path, "氏名,電話番号\n高橋,\n鈴木,\n")
    uid = shop.desk.find("高橋").people[0].uid
    shop.customers.edit(uid, kana="タカハシ", member_number="9")
    shop.customers.add_contact(uid, phone="090-1234-5678")
    assert (take_in(shop, tmp_path, "氏名,電話番号\n高橋,\n鈴木,\n").created, shop.customers.count()) == (0, 2)


def test_another_file_with_the_same_bare_name_is_another_person(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, tmp_path, "氏名,電話番号\n高橋,\n")
    assert take_in(shop, tmp_path, "氏名,電話番号\n高橋,\n鈴木,\n").created == 2


def test_an_import_taken_back_comes_in_anew(shop: Shop, tmp_path: Path) -> None:
    shop.history.undo(take_in(shop, tmp_path, NO_PHONE).import_uid)
    assert take_in(shop, tmp_path, NO_PHONE).created == 7


# -- sample people --------------------------------------------------------------------------------------------------


@pytest.fixture
def sample(shop: Shop) -> str:
    shop.sample_shop.fill()
    return shop.customers.rows(shop.customers.keys())[0].uid


def test_a_sample_person_and_a_real_one_never_become_one(shop: Shop, sample: str) -> None:
    real = shop.customers.add(CustomerDraft(name="Real", phone="090-1111-2222"))
    for keep, other in ((real, sample), (sample, real)):
        with pytest.raises(ShopError, match="merge_sample"):
            shop.customers.merge(keep, other)
    shop.sample_shop.remove()
    assert [row.name for row in shop.customers.rows(shop.customers.keys())] == ["Real"]


def test_two_sample_people_can_be_merged_and_go(shop: Shop, sample: str) -> None:
    other = shop.customers.rows(shop.customers.keys())[1].uid
    shop.customers.merge(sample, other)
    shop.sample_shop.remove()
    assert shop.customers.count() == 0
    assert shop.checkup.check().ok


def test_a_list_is_never_about_a_sample_person(shop: Shop, sample: str, tmp_path: Path) -> None:
    known = shop.customers.detail(sample)
    phone, number = known.contacts[0].address, known.customer.member_number
    people = f"氏名,電話番号,会員番号\n{known.customer.display_name},{phone},{number}\n"
    visits = f"会員番号,来店日\n{number},2026-10-01\n{phone},2026-10-02\n"
    assert take_in(shop, tmp_path, people).created == 1
    assert take_in(shop, tmp_path, visits, "visits").customers_created == 0
    real = shop.customers.resolve(number)
    assert real != sample
    shop.sample_shop.remove()
    assert shop.customers.count() == 1
    assert shop.customers.detail(real).customer.visit_count == 2
    assert shop.checkup.check().ok


def test_removing_the_sample_shop_can_be_undone(shop: Shop, sample: str) -> None:
    before = state_dump(shop.db.path)
    shop.sample_shop.remove()
    undone = shop.history.undo()
    assert (undone.kind, undone.kept) == ("sample_remove", ())
    assert state_dump(shop.db.path) == before
    assert shop.checkup.check().ok
    assert shop.customers.detail(sample).customer.sample
