"""Draining the outbox: each way it can go wrong, and that nothing is ever doubled or lost."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from retention_desktop.domain.campaign import Selection
from retention_desktop.domain.message import MessageState
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.errors import ShopError
from retention_desktop.sending import Drained
from retention_desktop.storage import lease_store
from retention_desktop.storage.tables import attempt, customer, outbox_message, suppression
from tests.fakes import ACCOUNT, FakeTwilio, Fault
from tests.messages_shop import MessagesShop, number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retention_desktop.messaging.gateway import Gateway
    from retention_desktop.sending import Sending


KEPT_AS = f"twilio:{ACCOUNT}"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[MessagesShop]:
    made = MessagesShop(tmp_path, gateway="twilio")
    yield made
    made.close()


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as provider:
        yield provider


def drain(shop: MessagesShop, sending: Sending) -> Drained:
    return sending.drain(wait=shop.clock.wait)


def attempts(shop: MessagesShop) -> list[str]:
    with shop.db.read() as tx:
        return list(tx.run(select(attempt.c.outcome).order_by(attempt.c.id)).scalars())


def put(shop: MessagesShop, address: str, **values: object) -> None:
    """Change a message behind everybody's back: what a crash leaves."""
    with shop.db.write() as tx:
        tx.run(update(outbox_message).where(outbox_message.c.address == address).values(**values))


def test_practice_keeps_everything_at_once(shop: MessagesShop) -> None:
    shop.add_many(3)
    campaign = shop.queue()
    assert drain(shop, shop.sending()) == Drained(claimed=3, sent=3, delivered=3)
    assert {message.reason for message in shop.campaigns.status(campaign)} == {"kept"}
    assert {message.provider for message in shop.campaigns.status(campaign)} == {"practice"}
    assert shop.clock.waits == []


def test_an_empty_outbox_asks_for_no_gateway(shop: MessagesShop) -> None:
    def refuse() -> Gateway:
        raise AssertionError

    assert drain(shop, shop.sending(refuse)) == Drained()


def test_fifty_with_a_429_a_dropped_connection_and_a_stop(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(50)
    campaign = shop.queue()
    twilio.faults = {
        number(3): [Fault.RATE_LIMITED],
        number(10): [Fault.DROP_AFTER_ACCEPT],
        number(20): [Fault.OPTED_OUT],
    }
    twilio.retry_after = 7
    seen: list[tuple[int, int]] = []
    done = shop.through(twilio).drain(lambda *step: seen.append(step), wait=shop.clock.wait)
    assert done == Drained(claimed=51, sent=49, delivered=49, retry=1, opted_out=1)
    assert shop.states(campaign) == {"delivered": 49, "opted_out": 1}
    assert (len(twilio.accepted), twilio.doubled()) == (49, 0)
    assert seen[-1] == (50, 50)
    assert sum(shop.clock.waits) >= 30
    assert sorted(set(attempts(shop))) == ["not_sent", "opted_out", "taken", "unknown"]
    assert shop.message_to(campaign, number(20)).reason == "21610"


def test_who_said_stop_at_the_provider_is_out_for_good(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(2)
    twilio.faults = {number(1): [Fault.OPTED_OUT]}
    shop.queue()
    drain(shop, shop.through(twilio))
    with shop.db.read() as tx:
        assert len(tx.run(select(suppression.c.id)).all()) == 1
    audience = shop.campaigns.audience(Selection(), Purpose.SERVICE)
    assert [len(group) for group in audience.excluded.values()] == [1]
    shop.queue("[店名]です。[お名前]、お待ちしています。", Purpose.SERVICE)
    assert drain(shop, shop.through(twilio)).sent == 1


@pytest.mark.parametrize(
    ("fault", "accepted_at_first"),
    [
        (Fault.DROP_AFTER_ACCEPT, True), (Fault.ERROR_AFTER_ACCEPT, True), (Fault.GARBLED_AFTER_ACCEPT, True),
        (Fault.DROP_BEFORE_ACCEPT, False), (Fault.ERROR_BEFORE_ACCEPT, False),
    ],
)  # fmt: skip
def test_a_lost_answer_is_looked_up_after_the_settle_time(
    shop: MessagesShop,
    twilio: FakeTwilio,
    fault: Fault,
    accepted_at_first: bool,  # noqa: FBT001
) -> None:
    shop.add_many(2)
    twilio.faults = {number(0): [fault]}
    campaign = shop.queue()
    done = drain(shop, shop.through(twilio))
    assert (done.sent, done.delivered, done.unknown) == (2, 2, 0)
    assert done.claimed == (2 if accepted_at_first else 3)
    assert list(twilio.times_accepted().values()) == [1, 1]
    assert shop.states(campaign) == {"delivered": 2}
    assert sum(shop.clock.waits) >= 30


def test_a_list_that_lags_behind_never_doubles(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    twilio.faults = {number(0): [Fault.DROP_AFTER_ACCEPT]}
    twilio.listing_lag = timedelta(seconds=25)
    shop.queue()
    assert drain(shop, shop.through(twilio)).delivered == 1
    assert (len(twilio.accepted), twilio.doubled()) == (1, 0)


@pytest.mark.parametrize("accepted", [True, False])
def test_a_clock_set_back_between_doubles_nothing(shop: MessagesShop, twilio: FakeTwilio, accepted: bool) -> None:  # noqa: FBT001
    shop.add_many(1)
    twilio.faults = {number(0): [Fault.DROP_AFTER_ACCEPT if accepted else Fault.DROP_BEFORE_ACCEPT]}
    campaign = shop.queue()
    stop = threading.Event()
    shop.through(twilio).drain(progress=None, stop=stop, wait=lambda _seconds: True)
    assert shop.states(campaign) == {"unknown": 1}
    shop.clock.advance(days=-1)
    sending = shop.through(twilio)
    twilio.clock = lambda: shop.clock() + timedelta(days=1)
    shop.clock.advance(days=1, minutes=5)
    sending.drain(wait=shop.clock.wait)
    assert twilio.doubled() == 0
    assert shop.states(campaign) == ({"unknown": 1} if accepted else {"delivered": 1})


def test_an_unreadable_list_leaves_it_unknown_and_the_next_start_finds_it(
    shop: MessagesShop, twilio: FakeTwilio
) -> None:
    shop.add_many(1)
    twilio.faults = {number(0): [Fault.DROP_AFTER_ACCEPT]}
    campaign = shop.queue()
    twilio.page_size = 0
    done = drain(shop, shop.through(twilio))
    assert (done.unknown, done.sent) == (1, 0)
    twilio.page_size = 1000
    assert drain(shop, shop.through(twilio)).delivered == 1
    assert shop.states(campaign) == {"delivered": 1}
    assert twilio.doubled() == 0


def test_two_identical_texts_to_one_number_are_never_matched_by_a_guess(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    twilio.faults = {number(0): [Fault.DROP_AFTER_ACCEPT, Fault.DROP_BEFORE_ACCEPT]}
    first, second = shop.queue(), shop.queue()
    done = drain(shop, shop.through(twilio))
    assert (done.unknown, done.sent, len(twilio.accepted)) == (2, 0, 1)
    assert {message.reason for message in shop.campaigns.doubtful()} == {"identical_texts"}
    assert drain(shop, shop.through(twilio)).unknown == 2
    waiting = shop.campaigns.doubtful()
    shop.campaigns.settle(waiting[0].uid, arrived=True)
    shop.campaigns.settle(waiting[1].uid, arrived=False)
    done = drain(shop, shop.through(twilio))
    assert (done.sent, done.unknown, len(twilio.accepted)) == (1, 0, 2)
    assert shop.states(first) == shop.states(second) == {"delivered": 1}


def test_an_identical_text_that_is_accounted_for_is_no_obstacle(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    shop.queue()
    drain(shop, shop.through(twilio))
    twilio.faults = {number(0): [Fault.DROP_BEFORE_ACCEPT]}
    second = shop.queue()
    done = drain(shop, shop.through(twilio))
    assert (done.claimed, done.sent, done.unknown) == (2, 1, 0)
    assert shop.states(second) == {"delivered": 1}
    assert len(twilio.accepted) == 2


def test_what_a_crash_left_in_sending_is_looked_up_at_the_next_start(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(2)
    campaign = shop.queue()
    sending = shop.through(twilio)
    for index, arrived in ((0, True), (1, False)):
        message = shop.message_to(campaign, number(index))
        put(shop, number(index), state="sending", provider=KEPT_AS, claimed_at=shop.clock())
        with shop.db.write() as tx:
            tx.run(attempt.insert(), {"outbox_message": message.key, "at": shop.clock()})
        if arrived:
            twilio.accept({"To": message.address, "Body": message.text})
    done = drain(shop, sending)
    assert (done.claimed, done.sent, done.delivered) == (1, 2, 2)
    assert (len(twilio.accepted), twilio.doubled()) == (2, 0)


def test_a_message_tried_at_another_gateway_is_left_alone(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    twilio.faults = {number(0): [Fault.DROP_AFTER_ACCEPT]}
    shop.queue()
    stop = threading.Event()
    shop.through(twilio, looks=0).drain(stop=stop, wait=shop.clock.wait)
    assert drain(shop, shop.sending()) == Drained(unknown=1)
    assert drain(shop, shop.through(twilio)).delivered == 1


def test_another_account_cannot_tell_what_became_of_a_message(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    campaign = shop.queue()
    message = shop.message_to(campaign, number(0))
    put(shop, number(0), state="sending", provider="twilio:AC" + "f" * 32, claimed_at=shop.clock())
    with shop.db.write() as tx:
        tx.run(attempt.insert(), {"outbox_message": message.key, "at": shop.clock()})
    assert drain(shop, shop.through(twilio)) == Drained(unknown=1)
    assert twilio.accepted == []


def test_a_wrong_key_stops_and_nothing_is_lost(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(10)
    campaign = shop.queue()
    twilio.key = "another"
    with pytest.raises(ShopError, match="gateway_unauthorised") as caught:
        drain(shop, shop.through(twilio))
    assert caught.value.facts == {"provider": "twilio"}
    assert shop.states(campaign) == {"queued": 10}
    assert len(twilio.requests) <= 4
    twilio.key = twilio.account().key
    assert drain(shop, shop.through(twilio)).delivered == 10


def test_no_network_stops_and_nothing_is_lost(shop: MessagesShop) -> None:
    shop.add_many(10)
    campaign = shop.queue()
    with FakeTwilio() as gone:
        sending = shop.through(gone)
    with pytest.raises(ShopError, match="gateway_unreachable"):
        drain(shop, sending)
    assert shop.states(campaign) == {"queued": 10}


def test_a_sender_the_provider_does_not_know_stops(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(5)
    twilio.faults = {"": [Fault.WRONG_SENDER] * 5}
    campaign = shop.queue()
    with pytest.raises(ShopError, match="gateway_refused") as caught:
        drain(shop, shop.through(twilio))
    assert caught.value.facts == {"provider": "twilio", "reason": "21212"}
    assert shop.states(campaign) == {"queued": 5}


def test_rejected_for_good_is_told_and_never_tried_again(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(2)
    twilio.faults = {number(0): [Fault.NOT_A_NUMBER], number(1): [Fault.UNDELIVERED]}
    campaign = shop.queue()
    assert drain(shop, shop.through(twilio)) == Drained(claimed=2, sent=1, rejected=2)
    assert [message.reason for message in shop.campaigns.status(campaign)] == ["21211", "30003"]
    assert drain(shop, shop.through(twilio)).claimed == 0


def test_endless_429_gives_up_for_now_with_growing_waits(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    campaign = shop.queue()
    twilio.faults = {number(0): [Fault.RATE_LIMITED] * 50}
    twilio.retry_after = 2
    done = drain(shop, shop.through(twilio))
    assert (done.retry, done.left, done.sent) == (6, 1, 0)
    assert shop.states(campaign) == {"queued": 1}
    twilio.faults = {}
    shop.clock.advance(minutes=2)
    assert drain(shop, shop.through(twilio)).delivered == 1


def test_a_provider_that_wants_an_hour_is_asked_in_another_drain(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(3)
    shop.queue()
    twilio.faults, twilio.retry_after = {"": [Fault.RATE_LIMITED] * 3}, 3600
    done = drain(shop, shop.through(twilio))
    assert (done.left, done.sent) == (3, 0)
    assert sum(shop.clock.waits) < 3600


def test_two_drains_at_once_send_each_message_once(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(30)
    shop.queue()
    started = threading.Event()
    twilio.pause = lambda when: None if when == "after" else started.set()
    results: list[Drained] = []
    sending = shop.through(twilio)
    thread = threading.Thread(target=lambda: results.append(drain(shop, sending)))
    thread.start()
    started.wait(10)
    results.append(shop.through(twilio).drain(wait=shop.clock.wait))
    thread.join()
    assert sorted(done.busy for done in results) in ([False, True], [False, False])
    assert (len(twilio.accepted), twilio.doubled()) == (30, 0)


def test_a_second_drain_is_busy_while_the_first_is_at_it(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    shop.queue()
    inside: list[Drained] = []
    other = shop.through(twilio)
    twilio.pause = lambda when: inside.append(other.drain()) if when == "before" else None
    assert drain(shop, shop.through(twilio)).sent == 1
    assert inside == [Drained(busy=True)]


def test_stop_finishes_the_current_message_and_begins_no_other(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(20)
    campaign = shop.queue()
    stop = threading.Event()
    twilio.pause = lambda when: stop.set() if when == "before" else None
    done = shop.through(twilio).drain(stop=stop, wait=shop.clock.wait)
    assert 1 <= done.sent <= 4
    assert done.left == 20 - done.sent
    states = shop.states(campaign)
    assert set(states) == {"accepted", "queued"}
    assert drain(shop, shop.through(twilio)).delivered == 20
    assert twilio.doubled() == 0


def test_a_late_message_expires(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(2)
    campaign = shop.queue()
    shop.clock.advance(days=3, seconds=1)
    assert drain(shop, shop.through(twilio)) == Drained(expired=2)
    assert shop.states(campaign) == {"expired": 2}
    assert twilio.requests == []


def test_validity_ends_with_the_message(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    shop.queue("[店名]です。お待ちしています。", Purpose.SERVICE)
    shop.clock.advance(hours=23)
    drain(shop, shop.through(twilio))
    assert twilio.accepted[0].form["ValidityPeriod"] == "3600"


def test_sample_people_are_refused_again_when_claiming(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.settings.change(gateway="practice")
    shop.add_many(2)
    with shop.db.write() as tx:
        tx.run(update(customer).where(customer.c.display_name == "高橋 0子").values(sample=True))
    campaign = shop.queue()
    assert drain(shop, shop.through(twilio)) == Drained(claimed=1, sent=1, delivered=1, rejected=1)
    refused = shop.message_to(campaign, number(0))
    assert (refused.state, refused.reason, refused.provider) == (MessageState.REJECTED, "sample_person", "")
    assert [message.to for message in twilio.accepted] == [number(1)]


def test_stop_said_after_queueing_is_heard(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(3)
    campaign = shop.queue()
    people = {message.address: message.customer for message in shop.campaigns.status(campaign)}
    shop.customers.opt_out(people[number(0)])
    shop.customers.withdraw_consent(people[number(1)])
    assert drain(shop, shop.through(twilio)) == Drained(claimed=1, sent=1, delivered=1, opted_out=2)
    assert shop.message_to(campaign, number(0)).reason == "suppressed"
    assert shop.message_to(campaign, number(1)).reason == "consent_withdrawn"


def test_a_sender_that_slept_through_its_lease_sends_nothing(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    campaign = shop.queue()
    made = 0

    def slow() -> Gateway:
        nonlocal made
        made += 1
        if made == 2:  # the worker's own gateway: made after the claim
            with shop.db.write() as tx:
                lease_store.take(tx, "sending", "somebody else", shop.clock() + timedelta(hours=2))
            shop.clock.advance(hours=1)
        return shop.through(twilio)._gateway_factory()

    done = shop.sending(slow).drain(wait=shop.clock.wait)
    assert (done.sent, done.left) == (0, 1)
    assert shop.states(campaign) == {"queued": 1}
    assert twilio.accepted == []


def test_after_a_restore_only_a_look_up_or_the_owner_moves_a_message(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(2)
    campaign = shop.queue()
    arrived = shop.message_to(campaign, number(0))
    for index in (0, 1):
        put(shop, number(index), state="held", provider=KEPT_AS, reason="restored_unknown")
    twilio.clock = shop.clock
    twilio.accept({"To": arrived.address, "Body": arrived.text})
    done = drain(shop, shop.through(twilio))
    assert (done.claimed, done.sent) == (0, 1)
    assert shop.states(campaign) == {"delivered": 1, "held": 1}


def test_two_held_messages_with_one_text_wait_for_the_owner(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(1)
    first, second = shop.queue(), shop.queue()
    text = shop.message_to(first, number(0)).text
    put(shop, number(0), state="held", reason="restored")
    twilio.clock = shop.clock
    twilio.accept({"To": number(0), "Body": text})
    assert drain(shop, shop.through(twilio)).sent == 0
    assert shop.states(first) == shop.states(second) == {"held": 1}
    assert {message.reason for message in shop.campaigns.doubtful()} == {"identical_texts"}


def test_closing_ends_a_drain_and_refuses_the_next(shop: MessagesShop, twilio: FakeTwilio) -> None:
    shop.add_many(20)
    shop.queue()
    sending = shop.through(twilio)
    begun = threading.Event()
    twilio.pause = lambda when: begun.set() if when == "before" else None
    results: list[Drained] = []
    thread = threading.Thread(target=lambda: results.append(sending.drain()))
    thread.start()
    begun.wait(10)
    sending.close()
    thread.join(10)
    assert results[0].left + results[0].sent == 20
    assert sending.drain() == Drained(busy=True)
    assert twilio.doubled() == 0


def test_waiting_counts_what_a_drain_would_touch(shop: MessagesShop, twilio: FakeTwilio) -> None:
    sending = shop.through(twilio)
    assert sending.waiting() == 0
    shop.add_many(2)
    shop.queue()
    assert sending.waiting() == 2
    drain(shop, sending)
    assert sending.waiting() == 0
