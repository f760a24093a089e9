"""What a person does on the page, by names and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from tests.ui.by_name import by_name
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.loyalty.page import LoyaltyPage

SAVE = "Use from today's sales on"


def retype(qtbot: QtBot, page: LoyaltyPage, name: str, text: str) -> QLineEdit:
    """Into the field of this name, all of it away, the new text."""
    field = by_name(page, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    if text.isascii():
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, text)
    else:
        field.insert(text)
    qtbot.waitUntil(lambda: field.text() == text or not text)
    settle(qtbot, page)
    return field


def press(qtbot: QtBot, page: LoyaltyPage, name: str) -> None:
    """The button or switch of this name, by the space bar."""
    button = by_name(page, name, QAbstractButton)
    assert button.isEnabled(), f"{name} can't be pressed"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, page)


def choose(qtbot: QtBot, page: LoyaltyPage, name: str, words: str) -> None:
    """The choice that says these words, by the arrows."""
    field = by_name(page, name, QComboBox)
    field.setFocus()
    wanted = field.findText(words)
    assert wanted >= 0, [field.itemText(place) for place in range(field.count())]
    key = Qt.Key.Key_Down if wanted > field.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(wanted - field.currentIndex())):
        qtbot.keyClick(by_name(page, name, QComboBox), key)
    settle(qtbot, page)


def tab(qtbot: QtBot, page: LoyaltyPage, name: str) -> None:
    """Go to a tab."""
    by_name(page, name, QAbstractButton).click()
    settle(qtbot, page)


def settle(qtbot: QtBot, page: LoyaltyPage) -> None:
    """What follows from a key has been shown."""
    qtbot.waitUntil(lambda: not page.judging)


def promise(page: LoyaltyPage) -> str:
    """What the primary button says."""
    return page.foot.save.promise


def toast_of(page: LoyaltyPage) -> Toast:
    """The toast on show."""
    return next(one for one in page.window().findChildren(Toast) if one.isVisible())


def says(root: QWidget, text: str) -> bool:
    """Whether a visible label says this, in part."""
    return any(text in label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))
