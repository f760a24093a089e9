"""Fields: composing text is left alone, amounts are read as people write them, errors stand below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.shared.amount_field import LARGEST_MINOR, AmountField, parse_amount
from ui.shared.choice_field import ChoiceField
from ui.shared.find_box import FindBox
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shared.theme import Theme


def _compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def _in(window: QWidget, field: QWidget) -> None:
    """Put a field into a window that has the keyboard."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    window.show()
    QTest.qWaitForWindowActive(window)
    field.setFocus()


def test_no_shortcut_fires_while_composing(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    box = FindBox(theme, "Find")
    _in(window, box)
    fired: list[str] = []
    QShortcut(QKeySequence("Ctrl+F"), window).activated.connect(lambda: fired.append("find"))
    QShortcut(QKeySequence("Return"), window).activated.connect(lambda: fired.append("return"))
    box.chosen.connect(lambda: fired.append("chosen"))
    _compose(box, "ささき")
    qtbot.keyClick(box, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (fired, box.whole_text(), box.composing) == ([], "ささき", True)
    _compose(box, "", "佐々木")
    assert (box.text(), box.composing) == ("佐々木", False)
    qtbot.keyClick(box, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["find"]


def test_what_is_being_composed_is_searched(theme: Theme, window: QWidget) -> None:
    box = FindBox(theme, "Find")
    _in(window, box)
    typed: list[str] = []
    box.typed.connect(typed.append)
    _compose(box, "さ")
    _compose(box, "ささ")
    _compose(box, "", "笹")
    assert typed[0] == "さ"
    assert typed[-1] == "笹"
    assert "ささ" in typed


def test_undo_goes_to_the_window_where_the_field_has_none(qtbot: QtBot, window: QWidget) -> None:
    field = ImeEdit()
    _in(window, field)
    undone: list[int] = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: undone.append(1))
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), undone) == ("", [])
    qtbot.keyClicks(field, "abc")
    assert field.take() == "abc"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


def test_the_find_box_drives_its_list(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    box = FindBox(theme, "Find", "Ctrl+F")
    _in(window, box)
    heard: list[object] = []
    box.moved.connect(heard.append)
    box.picked.connect(heard.append)
    box.chosen.connect(lambda: heard.append("chosen"))
    box.left.connect(lambda: heard.append("left"))
    qtbot.keyClicks(box, "12")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert (heard, box.text()) == ([1, -1, 1, "chosen"], "12")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "12"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard[-1] == "left"


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("8800", "JPY", 8800),
        ("８，８００円", "JPY", 8800),
        ("¥8,800", "JPY", 8800),
        ("￥８、８００", "JPY", 8800),
        ("12.5", "EUR", 1250),
        ("12.50 €", "EUR", 1250),
        ("12", "EUR", 1200),
        ("1.234", "KWD", 1234),
        ("12.5", "JPY", None),
        ("", "JPY", None),
        ("-5", "JPY", None),
        ("abc", "JPY", None),
        ("12.345", "EUR", None),
        ("99999999999", "JPY", None),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, currency: str, minor: int | None) -> None:
    assert parse_amount(text, currency) == minor


@given(st.integers(0, 9_999_999), st.sampled_from(["JPY", "EUR", "KWD"]))
def test_a_written_amount_reads_back(minor: int, currency: str) -> None:
    digits = {"JPY": 0, "EUR": 2, "KWD": 3}[currency]
    whole, rest = divmod(minor, 10**digits)
    text = f"{whole:,}.{rest:0{digits}}" if digits else f"{whole:,}"
    full_width = text.translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789,."})
    assert parse_amount(text, currency) == parse_amount(full_width, currency) == minor


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    amount = parse_amount(text, "JPY")
    assert amount is None or 0 <= amount <= LARGEST_MINOR


def test_the_amount_field_tells_each_digit(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field = AmountField(theme, "Amount")
    field.set_currency("JPY", "¥")
    _in(window, field)
    told: list[object] = []
    field.amount_changed.connect(told.append)
    _compose(field, "", "８")
    qtbot.keyClicks(field, "8")
    _compose(field, "０")
    assert told == [8, 88, 880]
    _compose(field, "", "０")
    field.set_amount(8800)
    assert (field.text(), field.amount()) == ("8,800", 8800)
    field.set_currency("EUR", "€")
    field.set_amount(1250)
    assert (field.text(), field.amount()) == ("12.50", 1250)


def test_a_form_names_its_fields_and_shows_errors_below(qtbot: QtBot, theme: Theme) -> None:
    form = Form(theme, 120)
    qtbot.addWidget(form)
    phone = form.add("&Phone", QLineEdit(), hint="Any form is fine")
    form.show()
    interface = QAccessible.queryAccessibleInterface(phone)
    assert interface.text(QAccessible.Text.Name) == "Phone"
    assert phone.accessibleDescription() == "Any form is fine"
    form.set_error(phone, "Check its digits")
    assert form.error(phone) == "Check its digits"
    assert phone.property("error") == "true"
    assert phone.accessibleDescription() == "Check its digits"
    form.clear_errors()
    assert phone.property("error") == "false"
    form.set_row_visible(phone, visible=False)
    assert not phone.isVisible()


@pytest.mark.usefixtures("theme")
def test_a_focused_field_keeps_its_size(window: QWidget) -> None:
    field = QLineEdit("text")
    other = QLineEdit()
    _in(window, field)
    _in(window, other)
    before = field.sizeHint()
    assert field.height() >= 36
    field.setFocus()
    assert field.sizeHint() == before


def test_a_choice_speaks_in_values(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field = ChoiceField(theme)
    field.add("ja", "日本語")
    field.add("en", "English")
    _in(window, field)
    field.choose("en")
    assert field.value == "en"
    with qtbot.waitSignal(field.chosen) as blocker:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert blocker.args == ["ja"]
    field.choose("fr")
    assert field.value == ""
