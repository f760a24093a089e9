"""The main job in the real window, by keys: a real list in, two visits, one undone, fifty messages through Twilio."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from retention_desktop.messaging.twilio import TwilioGateway
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.fakes import FakeTwilio, Fault
from tests.ui.by_name import by_name
from ui.app import Program, rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from retention_desktop.messaging.gateway import Gateway
    from retention_desktop.shop import Shop

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "data" / "customers_ja.csv"
FIFTY = 50
PATIENCE_MS = 60_000


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as provider:
        yield provider


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, twilio: FakeTwilio) -> Iterator[Program]:
    first = ShopSettings(language="en", theme="light", name="Komorebi", legal_name="Komorebi Ltd", gateway="twilio")
    opened: list[Shop] = []

    def gateway() -> Gateway:
        return TwilioGateway(
            twilio.account(), _utc_now, opened[0].db.in_transaction, settle_time=timedelta(seconds=1), timeouts=(2, 2)
        )

    def open_real_shop() -> Shop:
        opened.append(open_shop(tmp_path, ROOT / "resources", gateway=gateway, first=first, window=True))
        return opened[0]

    program = Program(qapp, tmp_path, ROOT / "resources", rooms(), open_shop=open_real_shop)
    program.kit.language.choose("en")
    program.kit.theme.reduce_motion = True
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.start()
    qtbot.waitUntil(lambda: program.shop is not None, timeout=PATIENCE_MS)
    yield program
    program.window.close()
    program.kit.language.close()


def _utc_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  a running clock: the provider's settle time really passes


class Hands:
    """Someone at the keyboard."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        assert program.shop is not None
        self.program, self.qtbot, self.shop = program, qtbot, program.shop

    def keys(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focused(), key, modifier)

    def button(self, name: str) -> QAbstractButton:
        return by_name(self.program.window, name, QAbstractButton)

    def press_button(self, name: str) -> None:
        """Wait until a control of this name is there and can be pressed, then press it by key."""
        self.until(lambda: any(each.accessibleName() == name and each.isEnabled() for each in self._buttons()))
        button = self.button(name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def press_button_that_says(self, part: str) -> str:
        """The same by a part of the name; returns the whole name."""
        self.until(lambda: any(part in each.accessibleName() and each.isEnabled() for each in self._buttons()))
        name = next(each.accessibleName() for each in self._buttons() if part in each.accessibleName())
        self.press_button(name)
        return name

    def until(self, fact: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(fact, timeout=PATIENCE_MS)

    def _buttons(self) -> list[QAbstractButton]:
        window = self.program.window
        return [each for each in window.findChildren(QAbstractButton) if each.isVisibleTo(window)]

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused


@pytest.fixture
def hands(program: Program, qtbot: QtBot) -> Hands:
    return Hands(program, qtbot)


def _drop(window: QWidget, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = QPointF(window.rect().center())
    QApplication.sendEvent(window, QDragEnterEvent(middle.toPoint(), copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(middle, copy, data, left, none))


def test_the_main_job_end_to_end(hands: Hands, twilio: FakeTwilio) -> None:
    _import_with_consent(hands)
    _two_visits_and_one_taken_back(hands)
    numbers = _tag_fifty(hands)
    twilio.faults = {
        numbers[3]: [Fault.RATE_LIMITED], numbers[7]: [Fault.DROP_AFTER_ACCEPT], numbers[11]: [Fault.OPTED_OUT],
    }  # fmt: skip
    _send_to_the_fifty(hands)
    _every_message_is_told(hands, twilio, opted_out=numbers[11])
    assert hands.shop.checkup.check().ok


def _import_with_consent(hands: Hands) -> None:
    _drop(hands.program.window, LIST)
    hands.press_button("Yes, all of them")
    promise = hands.press_button_that_says("286")
    assert "8" in promise
    assert "6" in promise
    hands.until(lambda: hands.shop.customers.count() == 286)
    rows = hands.shop.customers.rows(hands.shop.customers.keys())
    assert sum(row.consent is True for row in rows) == 276, "everybody with a usable number agreed"


def _two_visits_and_one_taken_back(hands: Hands) -> None:
    desk, control = hands.shop.desk, Qt.KeyboardModifier.ControlModifier
    hands.press(Qt.Key.Key_1, control)
    hands.keys("1301")
    hands.until(lambda: len(desk.find("1301").people) == 1)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    uid = desk.find("1301").people[0].uid
    assert len(desk.card(uid).punches) == 1
    hands.keys("8800")
    hands.press(Qt.Key.Key_Return)
    assert desk.card(uid).points == 88
    hands.keys("1301")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert len(desk.card(uid).visits_today) == 1, "a second press within the hour asks first"
    hands.press(Qt.Key.Key_Return)
    assert len(desk.card(uid).visits_today) == 2
    hands.press(Qt.Key.Key_Z, control)
    card = desk.card(uid)
    assert (len(card.visits_today), len(card.punches), card.points) == (1, 1, 88)


def _tag_fifty(hands: Hands) -> list[str]:
    customers = hands.shop.customers
    rows = [row for row in customers.rows(customers.keys()) if row.consent]
    numbers: dict[str, str] = {}
    for row in rows:
        numbers.setdefault(row.phone, row.uid)
    fifty = list(numbers)[:FIFTY]
    customers.tag([numbers[number] for number in fifty], "Fifty")
    return fifty


def _send_to_the_fifty(hands: Hands) -> None:
    hands.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    hands.press_button("News of the season")
    hands.press_button(f"Fifty {FIFTY}")
    hands.until(lambda: any(each.accessibleName().startswith("Send to 50 people") for each in hands._buttons()))
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.until(lambda: bool(hands.shop.campaigns.campaigns()))


def _every_message_is_told(hands: Hands, twilio: FakeTwilio, opted_out: str) -> None:
    campaign = hands.shop.campaigns.campaigns()[0].uid

    def states() -> Counter[str]:
        return Counter(message.state.value for message in hands.shop.campaigns.status(campaign))

    hands.until(lambda: states() == {"delivered": 49, "opted_out": 1})
    assert (len(twilio.accepted), twilio.doubled()) == (49, 0)
    stopped = [message for message in hands.shop.campaigns.status(campaign) if message.state.value == "opted_out"]
    assert [(message.address, message.reason) for message in stopped] == [(opted_out, "21610")]
    assert [method for method, _ in twilio.requests].count("POST") == FIFTY + 1, "fifty, and one again after the 429"
    row = next(row for row in hands.shop.customers.rows(hands.shop.customers.keys()) if row.phone == opted_out)
    assert row.consent is False
