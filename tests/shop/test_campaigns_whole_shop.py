"""Messages together with the rest of the shop: visits fill texts, undo calls off, a restore never sends again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retention_desktop.credentials import ENVIRONMENT, Place
from retention_desktop.domain.campaign import Draft, Selection
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.messaging.twilio import TwilioGateway
from retention_desktop.shop import Shop, open_shop, restore_shop
from tests.fakes import ACCOUNT, KEY, SENDER, FakeTwilio, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import Clock

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
TEXT = "[店名]です。[お名前]、いま[ポイント]点です。停止はSTOP"


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as provider:
        yield provider


def opened(folder: Path, clock: Clock, twilio: FakeTwilio) -> Shop:
    """A shop that sends through this provider, with the provider's clock its own."""
    twilio.clock = clock
    shop = open_shop(
        folder, RESOURCES, clock=clock,
        gateway=lambda: TwilioGateway(
            twilio.account(), clock, shop.db.in_transaction, settle_time=timedelta(seconds=30), timeouts=(2, 2)
        ),
    )  # fmt: skip
    shop.settings.change(name="美容室こもれび", gateway="twilio")
    return shop


def add_people(shop: Shop, count: int) -> list[str]:
    return [
        shop.customers.add(CustomerDraft(name=f"高橋 {n}子", phone=f"0901234{n:04}", consent="ご案内を送ってよい"))
        for n in range(count)
    ]


def wait_on(clock: Clock) -> object:
    def wait(seconds: float) -> bool:
        clock.pass_(seconds=seconds)
        return False

    return wait


def promo(text: str = TEXT) -> Draft:
    return Draft(text=text, purpose=Purpose.PROMO)


def test_points_stamps_and_last_visit_fill_the_text(shop: Shop) -> None:
    uid = add_people(shop, 1)[0]
    shop.desk.log_visit(uid, amount=1240)
    text = "[ポイント]点、スタンプ[スタンプ]個、あと[あとスタンプ]個、前回[前回の来店日]"
    recipient = shop.campaigns.audience(Selection()).recipients[0]
    assert shop.campaigns.filled(promo(text), recipient) == "12点、スタンプ1個、あと9個、前回11月21日"


def test_undo_of_a_campaign_cancels_what_is_still_queued(shop: Shop) -> None:
    add_people(shop, 2)
    shop.settings.change(name="店")
    queued = shop.campaigns.queue(promo(), shop.campaigns.new_key())
    undone = shop.history.undo(queued.operation)
    assert undone.kind == "campaign_queue"
    assert shop.campaigns.campaigns()[0].states == {"cancelled": 2}
    assert shop.sending.drain().claimed == 0
    assert shop.checkup.check().ok


def test_undo_after_sending_keeps_what_has_left_and_says_so(shop: Shop) -> None:
    add_people(shop, 2)
    shop.settings.change(name="店")
    queued = shop.campaigns.queue(promo(), shop.campaigns.new_key())
    shop.sending.drain()
    assert [kept.reason for kept in shop.history.undo(queued.operation).kept] == ["already_sent", "already_sent"]
    assert shop.campaigns.campaigns()[0].states == {"delivered": 2}


def test_a_stop_from_the_provider_is_not_undone_by_ctrl_z(tmp_path: Path, clock: Clock, twilio: FakeTwilio) -> None:
    shop = opened(tmp_path / "data", clock, twilio)
    add_people(shop, 1)
    twilio.faults = {"": [Fault.OPTED_OUT]}
    shop.campaigns.queue(promo(), shop.campaigns.new_key())
    shop.sending.drain(wait=wait_on(clock))  # type: ignore[arg-type]
    shop.history.undo()
    assert not shop.campaigns.audience(Selection()).recipients
    assert shop.checkup.check().ok
    shop.close()


def test_a_backup_restored_after_sending_sends_nothing_again(tmp_path: Path, clock: Clock, twilio: FakeTwilio) -> None:
    data, copy = tmp_path / "data", tmp_path / "backup.db"
    shop = opened(data, clock, twilio)
    add_people(shop, 5)
    shop.campaigns.queue(promo(), shop.campaigns.new_key())
    shop.backup.to_file(copy)
    assert shop.sending.drain(wait=wait_on(clock)).delivered == 5  # type: ignore[arg-type]
    shop.close()
    restore_shop(copy, data, clock)
    shop = opened(data, clock, twilio)
    assert shop.campaigns.campaigns()[0].states == {"held": 5}
    assert shop.sending.drain(wait=wait_on(clock)).claimed == 0  # type: ignore[arg-type]
    assert (len(twilio.accepted), twilio.doubled()) == (5, 0)
    assert shop.campaigns.campaigns()[0].states == {"delivered": 5}
    assert shop.checkup.check().ok
    shop.close()


def test_the_command_line_sends_with_the_key_from_the_environment(tmp_path: Path, twilio: FakeTwilio) -> None:
    shop = open_shop(tmp_path, RESOURCES)
    shop.settings.change(
        name="美容室こもれび", gateway="twilio", twilio_account=ACCOUNT, twilio_sender=SENDER,
        twilio_address=twilio.address,
    )  # fmt: skip
    add_people(shop, 3)
    twilio.faults = {"+819012340001": [Fault.OPTED_OUT]}
    shop.campaigns.queue(promo(), shop.campaigns.new_key())
    shop.close()
    assert run_send(tmp_path, "") == (
        1,
        {"error": {"code": "sender_incomplete", "facts": {"missing": "key", "provider": "twilio"}}},
    )
    assert run_send(tmp_path, "wrong")[1] == {
        "error": {"code": "gateway_unauthorised", "facts": {"provider": "twilio"}}
    }
    code, answer = run_send(tmp_path, KEY)
    assert code == 0
    wanted = {
        "claimed": 3,
        "sent": 2,
        "delivered": 2,
        "retry": 0,
        "rejected": 0,
        "opted_out": 1,
        "unknown": 0,
        "left": 0,
    }
    assert {name: answer[name] for name in wanted} == wanted
    assert twilio.doubled() == 0


def run_send(folder: Path, key: str) -> tuple[int, dict[str, object]]:
    command = [sys.executable, "-m", "retention_desktop", "send", "--json", "--data", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {ENVIRONMENT: key}, check=False, capture_output=True, text=True, timeout=60
    )
    assert KEY not in done.stderr
    return done.returncode, json.loads(done.stdout)


def test_a_kept_key_is_in_no_store_and_no_backup(shop: Shop, tmp_path: Path) -> None:
    shop.credentials.keep("twilio", "sentinel-4b1d", Place.FILE)
    shop.backup.to_file(tmp_path / "backup.db")
    holding = [path.name for path in tmp_path.rglob("*") if path.is_file() and b"sentinel-4b1d" in path.read_bytes()]
    assert holding == ["keys.json"]
