"""Kill -9 a process that sends, again and again: no message may be doubled or lost, and the store must stay whole.

    python -m benchmarks.kills [ROUNDS] [SEED]

A provider on loopback waits a random moment before and after it accepts a message, without any idempotency key. A child
process drains the outbox through it and is killed at a random moment; the store is checked; the next child goes on.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from retention_desktop.domain.campaign import Draft
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.messaging.twilio import TwilioGateway
from retention_desktop.messaging.twilio_account import TwilioAccount
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import Shop, open_shop, utc_now
from tests.fakes import ACCOUNT, KEY, SENDER, FakeTwilio

ROOT = Path(__file__).parents[1]
MESSAGES_A_ROUND = 12
LONGEST_PAUSE = 0.02
SETTLE = timedelta(seconds=0.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What a run of kills left behind.

    Attributes:
        kills: processes killed while they were sending.
        caught: kills that caught at least one message between claim and answer.
        messages: queued in all.
        accepted: distinct messages the provider has.
        doubled: messages the provider has more than once.
        lost: messages it never got.
        waiting: messages left to the owner.
        findings: what `check` found, over all checks.
        checks: how often the store was checked.
        seconds: the whole run.
    """

    kills: int
    caught: int
    messages: int
    accepted: int
    doubled: int
    lost: int
    waiting: int
    findings: int
    checks: int
    seconds: float


def opened(folder: Path, address: str) -> Shop:
    """The shop with a gateway to this provider."""
    account = TwilioAccount(account=ACCOUNT, key=KEY, sender=SENDER, address=address)

    def gateway() -> TwilioGateway:
        return TwilioGateway(account, utc_now, shop.db.in_transaction, settle_time=SETTLE)

    first = ShopSettings(name="Komorebi", gateway="twilio", language="en")
    shop = open_shop(folder, ROOT / "resources", gateway=gateway, first=first)
    return shop


def fill(shop: Shop, messages: int) -> str:
    """Queue so many messages, each with a number of its own; returns the campaign's uid."""
    for number in range(messages):
        shop.customers.add(CustomerDraft(name=f"Customer {number}", phone=f"0901{number:07}", consent="yes"))
    text = Draft(text="[shop]: Hi [name], good news. Reply STOP to opt out", purpose=Purpose.PROMO, language="en")
    return shop.campaigns.queue(text, shop.campaigns.new_key()).campaign


def run(rounds: int, seed: int, folder: Path) -> Killed:
    """So many kills, then one drain to the end."""
    chance, started = Random(seed), time.perf_counter()
    moment = threading.Event()

    def pause(_when: str) -> None:
        moment.wait(chance.random() * LONGEST_PAUSE)

    with FakeTwilio(pause=pause) as twilio:
        shop = opened(folder, twilio.address)
        campaign = fill(shop, rounds * MESSAGES_A_ROUND)
        shop.close()
        kills = caught = findings = checks = 0
        while kills < rounds:
            if not _kill_one(twilio, folder, chance):
                break
            kills += 1
            open_messages, found = _check(folder, twilio.address)
            caught, findings, checks = caught + bool(open_messages), findings + found, checks + 1
        shop = opened(folder, twilio.address)
        shop.sending.drain()
        waiting = shop.campaigns.campaigns()[0].states.get("unknown", 0)
        findings, checks = findings + len(shop.checkup.check().findings), checks + 1
        messages = len(shop.campaigns.status(campaign))
        shop.close()
        got = twilio.times_accepted()
    return Killed(
        kills=kills, caught=caught, messages=messages, accepted=len(got), doubled=twilio.doubled(),
        lost=messages - len(got), waiting=waiting, findings=findings, checks=checks,
        seconds=time.perf_counter() - started,
    )  # fmt: skip


def _kill_one(twilio: FakeTwilio, folder: Path, chance: Random) -> bool:
    """Start a sender, let it send a few, kill it; False where it finished before."""
    seen, enough = len(twilio.requests), chance.randint(1, MESSAGES_A_ROUND)
    command = [sys.executable, "-m", "benchmarks.kills", "--send", str(folder), twilio.address]
    child = subprocess.Popen(command, cwd=ROOT)
    moment = threading.Event()
    while child.poll() is None and len(twilio.requests) < seen + enough:
        moment.wait(0.002)
    moment.wait(chance.random() * 2 * LONGEST_PAUSE)
    child.kill()
    return child.wait() != 0


def _check(folder: Path, address: str) -> tuple[int, int]:
    """(messages caught between claim and answer, what `check` finds)."""
    shop = opened(folder, address)
    states = shop.campaigns.campaigns()[0].states
    found = shop.checkup.check()
    shop.close()
    return states.get("sending", 0) + states.get("unknown", 0), len(found.findings) + (found.file != "ok")


def send(folder: Path, address: str) -> None:
    """The child: drain until killed."""
    shop = opened(folder, address)
    shop.sending.drain()
    shop.close()


def main(arguments: list[str]) -> int:
    """Run the kills and print what they left."""
    if arguments[:1] == ["--send"]:
        send(Path(arguments[1]), arguments[2])
        return 0
    rounds, seed = (int(each) for each in (arguments + ["200", "1"][len(arguments) :])[:2])
    with tempfile.TemporaryDirectory() as folder:
        killed = run(rounds, seed, Path(folder))
    print(killed)
    return 0 if killed.doubled == killed.lost == killed.findings == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
