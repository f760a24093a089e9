"""Who gets a message, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retention_desktop.domain.recipient import Recipient
from retention_desktop.domain.sending_policy import Purpose, Reason, facts_about, judge

REGULAR = Recipient(
    customer="u", customer_key=1, contact_key=1, address="+819012345678", mobile=True, promo=True, visits=3
)


def reason(recipient: Recipient, purpose: Purpose = Purpose.PROMO, *, real: bool = True, twice: bool = False) -> Reason:
    facts = facts_about(recipient, purpose, gateway_reaches_sample=not real, same_text_before=twice)
    verdict = judge(facts)
    assert judge(verdict.facts) == verdict
    assert verdict.allowed == (verdict.reason in {"consented", "visited"})
    return verdict.reason


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Reason.CONSENTED),
        ({"promo": None}, Reason.VISITED),
        ({"visits": 0}, Reason.CONSENTED),
        ({"promo": None, "visits": 0}, Reason.NO_RELATIONSHIP),
        ({"promo": False}, Reason.OPTED_OUT),
        ({"suppressed": True}, Reason.OPTED_OUT),
        ({"mobile": False}, Reason.NOT_MOBILE),
        ({"dead": True}, Reason.NUMBER_DEAD),
        ({"address": "", "mobile": False}, Reason.NO_PHONE),
        ({"sample": True}, Reason.SAMPLE_PERSON),
        ({"sample": True, "address": ""}, Reason.SAMPLE_PERSON),
        ({"mobile": False, "suppressed": True}, Reason.NOT_MOBILE),
    ],
)
def test_promo(changed: dict[str, object], expected: Reason) -> None:
    assert reason(replace(REGULAR, **changed)) is expected  # type: ignore[arg-type]


def test_service_goes_to_who_wants_no_promotions_but_not_to_who_said_stop() -> None:
    assert reason(replace(REGULAR, promo=False), Purpose.SERVICE) is Reason.VISITED
    assert reason(replace(REGULAR, promo=False, visits=0), Purpose.SERVICE) is Reason.NO_RELATIONSHIP
    assert reason(replace(REGULAR, service=False), Purpose.SERVICE) is Reason.OPTED_OUT
    assert reason(replace(REGULAR, suppressed=True), Purpose.SERVICE) is Reason.OPTED_OUT
    assert reason(replace(REGULAR, visits=0), Purpose.SERVICE) is Reason.CONSENTED


def test_sample_people_reach_the_practice_outbox() -> None:
    assert reason(replace(REGULAR, sample=True), real=False) is Reason.CONSENTED


def test_one_number_gets_one_text_once() -> None:
    assert reason(REGULAR, twice=True) is Reason.SAME_TEXT_TWICE
