"""From a draft to the outbox: who gets it, what it costs, and that one press queues it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from retention_desktop.domain.campaign import Draft, Selection
from retention_desktop.domain.meter import Hardship
from retention_desktop.domain.sending_policy import Facts, Purpose, Reason, judge
from retention_desktop.errors import ShopError
from retention_desktop.storage.tables import contact_point, customer, outbox_message, visit
from retention_desktop.storage.tables import verdict as verdict_table
from tests.messages_shop import PROMO, MessagesShop, number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SERVICE = "[店名]です。[姓]様、お品物のご用意ができました。"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[MessagesShop]:
    made = MessagesShop(tmp_path)
    yield made
    made.close()


def draft(text: str = PROMO, purpose: Purpose | None = Purpose.PROMO, **more: str | Selection) -> Draft:
    return Draft(text=text, purpose=purpose, **more)  # type: ignore[arg-type]


def refused(shop: MessagesShop, made: Draft) -> ShopError:
    with pytest.raises(ShopError) as caught:
        shop.campaigns.queue(made, shop.campaigns.new_key())
    assert shop.campaigns.campaigns() == ()
    return caught.value


def mixed_people(shop: MessagesShop) -> dict[str, str]:
    """One of each kind, by what is special."""
    return {
        "agreed": shop.add("高橋 由美子", "09012345678", tag="VIP"),
        "never asked": shop.add("佐藤 花子", "09012345679", agreed=False),
        "landline": shop.add("鈴木 一郎", "0312345678"),
        "no phone": shop.add("田中 次郎"),
        "stopped": shop.add("伊藤 三郎", "09012345670", tag="VIP"),
        "shares the stopped number": shop.add("伊藤 四郎", "09012345670"),
    }


def test_everyone_reachable_and_the_others_by_reason(shop: MessagesShop) -> None:
    people = mixed_people(shop)
    shop.customers.opt_out(people["stopped"])
    audience = shop.campaigns.audience(Selection(), Purpose.PROMO)
    assert [one.customer for one in audience.recipients] == [people["agreed"]]
    assert {reason: len(group) for reason, group in audience.excluded.items()} == {
        Reason.OPTED_OUT: 2, Reason.NO_RELATIONSHIP: 1, Reason.NOT_MOBILE: 1, Reason.NO_PHONE: 1,
    }  # fmt: skip
    assert next(iter(audience.excluded)) is Reason.OPTED_OUT
    assert audience.people == 6
    tagged = shop.campaigns.audience(Selection(tag="VIP"))
    assert (len(tagged.recipients), tagged.people) == (1, 2)
    assert shop.campaigns.audience(Selection(tag="nobody")).people == 0
    one = shop.campaigns.audience(Selection(customers=(people["landline"],)))
    assert list(one.excluded) == [Reason.NOT_MOBILE]


def test_deleted_people_and_lost_tags_are_not_meant(shop: MessagesShop) -> None:
    people = mixed_people(shop)
    shop.customers.untag([people["agreed"]], "VIP")
    assert shop.campaigns.audience(Selection(tag="VIP")).people == 1
    shop.customers.delete(people["agreed"])
    assert shop.campaigns.audience(Selection()).people == 5


def test_why_and_why_not_for_one_person(shop: MessagesShop) -> None:
    people = mixed_people(shop)
    assert shop.campaigns.explain(people["agreed"], Purpose.PROMO).reason is Reason.CONSENTED
    assert shop.campaigns.explain(people["never asked"], Purpose.PROMO).reason is Reason.NO_RELATIONSHIP
    with pytest.raises(ShopError, match="customer_not_found"):
        shop.campaigns.explain("nobody", Purpose.PROMO)


def test_a_visit_is_a_relationship(shop: MessagesShop) -> None:
    uid = shop.add("佐藤 花子", "09012345679", agreed=False)
    with shop.db.write() as tx:
        tx.run(update(customer).where(customer.c.uid == uid).values(visit_count=1))
    assert shop.campaigns.explain(uid, Purpose.PROMO).reason is Reason.VISITED


def test_a_second_number_is_used_where_the_first_takes_no_sms(shop: MessagesShop) -> None:
    uid = shop.add("鈴木 一郎", "0312345678")
    shop.customers.add_contact(uid, phone="09012345671")
    shop.customers.give_consent(uid, "ご案内を送ってよい")
    assert [one.address for one in shop.campaigns.audience(Selection()).recipients] == ["+819012345671"]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (draft("  \n"), "text_empty"),
        (draft(purpose=None), "purpose_missing"),
        (draft("[店名]より。[クーポン]。停止はSTOP"), "placeholder_unknown"),
        (draft("お得なお知らせです。配信停止はSTOPと返信"), "sender_name_missing"),
        (draft("[店名]です。お得なお知らせです。"), "opt_out_missing"),
        (draft("[店名]" + "あ" * 670 + "停止"), "too_many_parts"),
        (draft(selection=Selection(tag="nobody")), "audience_empty"),
    ],
)
def test_a_draft_that_must_not_go_is_refused_and_nothing_is_queued(shop: MessagesShop, made: Draft, code: str) -> None:
    shop.add("高橋 由美子", "09012345678")
    assert refused(shop, made).code == code
    known_before = {"too_many_parts", "audience_empty"}
    problem = shop.campaigns.problem(made)
    assert (problem.code if problem else "") == ("" if code in known_before else code)


def test_a_service_text_needs_neither_sender_nor_stop_line(shop: MessagesShop) -> None:
    shop.add("高橋 由美子", "09012345678")
    shop.queue("お品物のご用意ができました。", Purpose.SERVICE)
    shop.settings.change(name="", legal_name="合同会社こもれび", opt_out_line="止めるには店頭へ")
    assert shop.campaigns.problem(draft("合同会社こもれびより。止めるには店頭へ")) is None
    sender = shop.campaigns.problem(draft("[店名]より。停止"))
    assert sender is not None
    assert sender.code == "sender_name_missing"


def test_queue_freezes_texts_and_verdicts_in_one_operation(shop: MessagesShop) -> None:
    mixed_people(shop)
    queued = shop.campaigns.queue(draft(name="秋のご案内"), shop.campaigns.new_key())
    assert queued.count == 3
    shop.settings.change(name="別の店")
    messages = shop.campaigns.status(queued.campaign)
    assert {message.text.split("。")[0] for message in messages} == {"美容室こもれびです"}
    assert {message.state for message in messages} == {"queued"}
    with shop.db.read() as tx:
        keys = set(tx.run(select(outbox_message.c.dedupe_key)).scalars())
        verdicts = tx.run(select(verdict_table)).all()
    assert keys == {f"campaign:{queued.campaign}:{message.customer}" for message in messages}
    assert sorted(row.reason for row in verdicts) == [
        "consented", "consented", "consented", "no_phone", "no_relationship", "not_mobile"
    ]  # fmt: skip
    for row in verdicts:
        facts = Facts(**(row.facts | {"purpose": Purpose(row.facts["purpose"])}))
        assert judge(facts).reason == row.reason
    assert shop.campaigns.campaigns()[0].name == "秋のご案内"


def test_the_same_key_again_queues_nothing(shop: MessagesShop) -> None:
    shop.add_many(3)
    key = shop.campaigns.new_key()
    assert shop.campaigns.queue(draft(), key).count == 3
    again = shop.campaigns.queue(draft("[店名]です。別の文。停止はSTOP"), key)
    assert (again.count, again.operation, again.campaign) == (0, "", key)
    assert shop.states(key) == {"queued": 3}


def test_one_number_gets_one_text_once(shop: MessagesShop) -> None:
    shop.add("高橋 一郎", "09012345678")
    shop.add("高橋 二郎", "09012345678")
    same, apart = draft("[店名]です。[姓]様、停止はSTOP"), draft("[店名]です。[お名前]、停止はSTOP")
    audience = shop.campaigns.audience(Selection(), Purpose.PROMO)
    assert (shop.campaigns.meter(same, audience).people, shop.campaigns.meter(same, audience).left_out) == (1, 1)
    assert shop.campaigns.meter(apart, audience).people == 2
    assert shop.campaigns.queue(same, shop.campaigns.new_key()).count == 1
    assert shop.campaigns.queue(apart, shop.campaigns.new_key()).count == 2


def test_meter_measures_what_will_be_queued(shop: MessagesShop) -> None:
    shop.add("王 丹", "09012345671")
    shop.add("勅使河原 恵理香", "09012345672")
    shop.add("髙﨑 恵", "09012345673")
    shop.add("John Smith", "09012345674")
    shop.add("株式会社さくら", "09012345675", kind="organisation")
    shop.add("", "09012345676")
    text = "[店名]です。[お名前]、" + "あ" * 45 + "停止は「停止」"
    audience = shop.campaigns.audience(Selection(), Purpose.PROMO)
    meter = shop.campaigns.meter(draft(text), audience)
    assert (meter.people, meter.encoding) == (6, "UCS-2")
    assert meter.distribution == ((1, 3), (2, 3))
    assert meter.parts == 9
    assert meter.least < 70 < meter.most == meter.longest.units
    assert len(meter.unicode) == 12
    hard = {one.hardship: one.copy for one in meter.hardest}
    assert set(hard) == set(Hardship)
    assert hard[Hardship.NO_NAME].text.startswith("美容室こもれびです。お客様、")
    assert hard[Hardship.RARE_CHARACTER].recipient.family == "髙﨑"
    assert hard[Hardship.LONGEST].text == max((copy.text for copy in hard.values()), key=len)
    queued = shop.campaigns.queue(draft(text), shop.campaigns.new_key())
    assert sum(message.parts for message in shop.campaigns.status(queued.campaign)) == meter.parts
    recipient = audience.recipients[0]
    assert shop.campaigns.filled(draft(text), recipient) in {
        message.text for message in shop.campaigns.status(queued.campaign)
    }


def test_meter_without_anybody_measures_the_text(shop: MessagesShop) -> None:
    meter = shop.campaigns.meter(draft("Hi [name]’s", language="en"), shop.campaigns.audience(Selection()))
    assert (meter.people, meter.parts, meter.encoding, meter.unicode) == (0, 0, "UCS-2", ("’",))
    assert (meter.least, meter.most, meter.hardest) == (10, 10, ())


def test_points_and_punches_of_each_person_are_filled_in(shop: MessagesShop) -> None:
    shop.add("高橋 由美子", "09012345678")
    text = "[姓]様は[ポイント]点、あと[あとスタンプ]個、[前回の来店日]以来です。"
    recipient = shop.campaigns.audience(Selection()).recipients[0]
    assert shop.campaigns.filled(draft(text), recipient) == "高橋様は0点、あと0個、前回以来です。"


def test_cancel_takes_back_what_has_not_left(shop: MessagesShop) -> None:
    shop.add_many(3)
    campaign = shop.queue()
    with shop.db.write() as tx:
        sending = update(outbox_message).where(outbox_message.c.address == number(0)).values(state="sending")
        tx.run(sending)
    assert shop.campaigns.cancel(campaign) == 2
    assert shop.states(campaign) == {"cancelled": 2, "sending": 1}
    assert shop.campaigns.campaigns()[0].cancelled_at is not None
    for unknown in (shop.campaigns.cancel, shop.campaigns.status):
        with pytest.raises(ShopError, match="campaign_not_found"):
            unknown("nothing")


def test_test_to_self_goes_to_the_typed_number_only(shop: MessagesShop) -> None:
    shop.add_many(2)
    uid = shop.campaigns.test_to_self("０９０－９９９９－８８８８", PROMO)
    message = shop.campaigns.message(uid)
    assert (message.address, message.purpose, message.customer) == ("+819099998888", Purpose.TEST, "")
    assert message.text.startswith("美容室こもれびです。お客様、")
    assert shop.sending().drain().delivered == 1
    assert shop.campaigns.message(uid).state == "delivered"
    for typed, text, code in (("12", PROMO, "phone_invalid"), ("09099998888", " ", "text_empty")):
        with pytest.raises(ShopError, match=code):
            shop.campaigns.test_to_self(typed, text)
    with pytest.raises(ShopError, match="message_not_found"):
        shop.campaigns.message("nothing")


def test_only_a_doubtful_message_is_the_owners_to_settle(shop: MessagesShop) -> None:
    shop.add_many(1)
    message = shop.campaigns.status(shop.queue())[0]
    with pytest.raises(ShopError, match="message_not_unknown") as caught:
        shop.campaigns.settle(message.uid, arrived=True)
    assert caught.value.facts["state"] == "queued"
    with pytest.raises(ShopError, match="message_not_found"):
        shop.campaigns.settle("nothing", arrived=True)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_templates_ready_and_own(shop: MessagesShop, language: str) -> None:
    ready = shop.campaigns.templates(language)
    assert len({template.group for template in ready}) == 5
    uid = shop.campaigns.save_template(name="", text="[店名]です。\n雨の日", purpose=Purpose.PROMO, language=language)
    shop.campaigns.save_template(
        name="雨の日", text="[店名]です。雨の日", purpose=Purpose.SERVICE, language=language, uid=uid
    )
    own = shop.campaigns.templates(language)[-1]
    assert (own.uid, own.name, own.text, own.version, own.own) == (uid, "雨の日", "[店名]です。雨の日", 2, True)
    other = {"ja": "en", "en": "ja"}[language]
    assert not any(template.own for template in shop.campaigns.templates(other))
    shop.campaigns.delete_template(uid)
    assert shop.campaigns.templates(language) == ready
    shop.campaigns.delete_template("nothing")
    for text, code in (("", "text_empty"), ("[XX]", "placeholder_unknown")):
        with pytest.raises(ShopError, match=code):
            shop.campaigns.save_template(name="x", text=text, purpose=Purpose.PROMO, language=language)


def test_every_ready_promotion_may_be_queued_as_it_is(shop: MessagesShop) -> None:
    for language in ("ja", "en"):
        for template in shop.campaigns.templates(language):
            made = Draft(text=template.text, purpose=template.purpose, language=language)
            assert shop.campaigns.problem(made) is None


def test_sample_people_are_in_the_practice_audience_only(shop: MessagesShop) -> None:
    uid = shop.add("見本 花子", "09012345678")
    with shop.db.write() as tx:
        tx.run(update(customer).where(customer.c.uid == uid).values(sample=True))
    assert len(shop.campaigns.audience(Selection()).recipients) == 1
    shop.settings.change(gateway="twilio")
    assert list(shop.campaigns.audience(Selection()).excluded) == [Reason.SAMPLE_PERSON]


def test_visits_table_is_untouched_by_messages(shop: MessagesShop) -> None:
    shop.add_many(1)
    touched: list[frozenset[str]] = []
    shop.db.on_commit(touched.append)
    shop.queue()
    assert touched == [frozenset({"operation", "change", "campaign", "outbox_message", "verdict"})]
    assert visit.name not in touched[0]


@pytest.mark.long
def test_ten_thousand_people_are_metered_and_queued(shop: MessagesShop) -> None:
    with shop.db.write() as tx:
        people = [
            {"uid": f"c{index:06}", "family": "高橋", "given": f"{index}子", "display_name": f"高橋 {index}子",
             "visit_count": 1, "created_at": shop.clock()}
            for index in range(10_000)
        ]  # fmt: skip
        tx.run(customer.insert(), people)
        keys = list(tx.run(select(customer.c.id)).scalars())
        tx.run(contact_point.insert(), [
            {"uid": f"p{key}", "customer": key, "channel": "sms", "given": "", "address": f"+8190{key:08}",
             "mobile": True}
            for key in keys
        ])  # fmt: skip
    audience = shop.campaigns.audience(Selection(), Purpose.PROMO)
    assert shop.campaigns.meter(draft(), audience).people == 10_000
    assert shop.campaigns.queue(draft(), shop.campaigns.new_key()).count == 10_000
