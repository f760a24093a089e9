"""What is done once a day while the window is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from retention_desktop.errors import ShopError
from ui.shared.daily import Daily
from ui.shared.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Birthdays:
    """Counts how often it was asked, and on which day."""

    def __init__(self) -> None:
        self.day = date(2026, 12, 3)
        self.asked: list[date] = []
        self.error: Exception | None = None

    def pay(self) -> None:
        self.asked.append(self.day)
        if self.error is not None:
            raise self.error


@pytest.fixture
def daily(qapp: QApplication) -> Iterator[Daily]:
    tasks = Tasks(qapp)
    daily = Daily(tasks)
    yield daily
    daily.stop()
    tasks.stop()


def test_it_is_done_at_the_start_and_when_the_day_changes(daily: Daily, qtbot: QtBot) -> None:
    birthdays = Birthdays()
    daily.start(birthdays.pay, lambda: birthdays.day)
    qtbot.waitUntil(lambda: daily._done == birthdays.day)
    daily.look()
    assert birthdays.asked == [date(2026, 12, 3)]
    birthdays.day = date(2026, 12, 4)
    daily._timer.timeout.emit()
    qtbot.waitUntil(lambda: daily._done == birthdays.day)
    assert birthdays.asked == [date(2026, 12, 3), date(2026, 12, 4)]


def test_new_rules_do_the_day_once_more(daily: Daily, qtbot: QtBot) -> None:
    birthdays = Birthdays()
    daily.start(birthdays.pay, lambda: birthdays.day)
    daily.again()  # while the first is under way
    qtbot.waitUntil(lambda: len(birthdays.asked) == 2 and daily._under_way is None)
    daily.again()
    qtbot.waitUntil(lambda: len(birthdays.asked) == 3 and daily._under_way is None)


def test_a_busy_store_is_tried_again(daily: Daily, qtbot: QtBot) -> None:
    birthdays = Birthdays()
    birthdays.error = ShopError("store_busy")
    daily.start(birthdays.pay, lambda: birthdays.day)
    qtbot.waitUntil(lambda: len(birthdays.asked) == 1 and daily._under_way is None)
    birthdays.error = None
    daily.look()
    qtbot.waitUntil(lambda: daily._done == birthdays.day)
    assert len(birthdays.asked) == 2


@pytest.mark.expects_log("the day's work failed")
def test_a_bug_is_logged_once_a_day(daily: Daily, qtbot: QtBot) -> None:
    birthdays = Birthdays()
    birthdays.error = ZeroDivisionError()
    daily.start(birthdays.pay, lambda: birthdays.day)
    qtbot.waitUntil(lambda: len(birthdays.asked) == 1 and daily._under_way is None)
    daily.look()
    assert len(birthdays.asked) == 1
