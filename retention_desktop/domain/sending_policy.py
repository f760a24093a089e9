"""May this person get this message, and why: the one rule behind preview, queue and claim.

The facts a verdict was judged on are kept with it and judge to the same verdict again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retention_desktop.domain.recipient import Recipient


class Purpose(StrEnum):
    """What a message is for; the law treats them differently."""

    PROMO = "promo"
    SERVICE = "service"
    TEST = "test"


class Reason(StrEnum):
    """Why a person gets a message, or why not."""

    CONSENTED = "consented"
    VISITED = "visited"
    SAMPLE_PERSON = "sample_person"
    NO_PHONE = "no_phone"
    NOT_MOBILE = "not_mobile"
    NUMBER_DEAD = "number_dead"
    OPTED_OUT = "opted_out"
    NO_RELATIONSHIP = "no_relationship"
    SAME_TEXT_TWICE = "same_text_twice"


ALLOWING = frozenset({Reason.CONSENTED, Reason.VISITED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a verdict looks at.

    Attributes:
        purpose: promo or service.
        sample: the person belongs to the sample shop.
        gateway_reaches_sample: only the practice outbox does.
        has_phone: a number is known.
        mobile: it may get an SMS.
        dead: it is known not to exist.
        suppressed: it said stop.
        consent: to this purpose: given, withdrawn, or never asked.
        visits: visits not void.
        same_text_before: this very text already goes to this number in the same campaign.
    """

    purpose: Purpose
    sample: bool
    gateway_reaches_sample: bool
    has_phone: bool
    mobile: bool
    dead: bool
    suppressed: bool
    consent: bool | None
    visits: int
    same_text_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a person gets a message, why, and on what it was judged."""

    allowed: bool
    reason: Reason
    facts: Facts


def facts_about(
    recipient: Recipient, purpose: Purpose, *, gateway_reaches_sample: bool, same_text_before: bool = False
) -> Facts:
    """The facts of one person for one purpose. Consent to promotions covers service messages as well."""
    consent = recipient.promo
    if purpose is Purpose.SERVICE and (recipient.service is not None or recipient.promo is False):
        consent = recipient.service
    return Facts(
        purpose=purpose,
        sample=recipient.sample,
        gateway_reaches_sample=gateway_reaches_sample,
        has_phone=bool(recipient.address),
        mobile=recipient.mobile,
        dead=recipient.dead,
        suppressed=recipient.suppressed,
        consent=consent,
        visits=recipient.visits,
        same_text_before=same_text_before,
    )


def judge(facts: Facts) -> Verdict:
    """The verdict.

    The first of these that holds decides: a sample person on a real gateway; no number; a number that can't get
    an SMS; a number that does not exist; stop was said or consent withdrawn; neither consent nor a visit (nobody is
    written to out of the blue); the same text to the same number a second time. Else consent, or at least a visit
    (an existing dealing counts as consent under the Japanese act on specified e-mail, article 3), lets it go.
    """
    reason = _refusal(facts)
    if reason is None:
        reason = Reason.CONSENTED if facts.consent else Reason.VISITED
    return Verdict(allowed=reason in ALLOWING, reason=reason, facts=facts)


def _refusal(facts: Facts) -> Reason | None:
    refusals = (
        (facts.sample and not facts.gateway_reaches_sample, Reason.SAMPLE_PERSON),
        (not facts.has_phone, Reason.NO_PHONE),
        (not facts.mobile, Reason.NOT_MOBILE),
        (facts.dead, Reason.NUMBER_DEAD),
        (facts.suppressed or facts.consent is False, Reason.OPTED_OUT),
        (facts.consent is None and facts.visits < 1, Reason.NO_RELATIONSHIP),
        (facts.same_text_before, Reason.SAME_TEXT_TWICE),
    )
    return next((reason for refused, reason in refusals if refused), None)
