"""Buttons, chips, switches, bars: what they say, show and tell assistive tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.legibility import picture
from ui.shared.bar import BarPart, PartBar
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.check_box import CheckBox
from ui.shared.chips import FilterChip, chip, chip_row
from ui.shared.elide_label import ElideLabel
from ui.shared.focus_frame import FocusRing
from ui.shared.key_cap import key_cap_size
from ui.shared.punch_card import Punch, PunchCard
from ui.shared.segmented import Segmented
from ui.shared.steps import StepBadge
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shared.theme import Theme


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize(
    ("tier", "height"), [("small", 28), ("regular", 36), ("touch", 44), ("large", 48), ("amount", 56)]
)
def test_buttons_have_the_tokens_heights(qtbot: QtBot, theme: Theme, tier: str, height: int) -> None:
    button = Button(theme, "Record", "primary", tier)  # type: ignore[arg-type] # parametrised
    qtbot.addWidget(button)
    button.show()
    assert button.height() == height


def test_a_buttons_size_knows_its_icon_and_its_keys(qtbot: QtBot, theme: Theme) -> None:
    plain, full = Button(theme, "Record"), Button(theme, "Record", icon="stamp", keys="Enter")
    for button in (plain, full):
        qtbot.addWidget(button)
    assert full.sizeHint().width() == plain.sizeHint().width() + 16 + 10 + 10 + key_cap_size(theme, "Enter").width()


def test_a_refused_button_says_why(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Send to 212 people", "primary")
    qtbot.addWidget(button)
    button.refuse("Mend the red marks to send")
    assert (button.isEnabled(), button.accessibleName()) == (False, "Mend the red marks to send")
    button.refuse("")
    assert (button.isEnabled(), button.accessibleName()) == (True, "Send to 212 people")


def test_a_busy_button_keeps_its_words_and_takes_no_press(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Send", "primary", icon="send")
    qtbot.addWidget(button)
    button.show()
    pressed: list[int] = []
    on_press(button, lambda: pressed.append(1))
    button.set_busy(busy=True)
    button.click()
    assert (button.promise, button.busy, pressed) == ("Send", True, [])
    button.set_busy(busy=False)
    button.click()
    assert pressed == [1]


def test_an_ampersand_in_a_name_stays(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Open Hair & Nail")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Open Hair & Nail"
    assert button.text() == "Open Hair && Nail"


def test_an_icon_button_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "eye", "Show the key")
    qtbot.addWidget(button)
    button.show_icon("eye-off", "Hide the key")
    assert button.accessibleName() == button.toolTip() == "Hide the key"


def test_the_focus_ring_follows_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = Button(theme, "First"), Button(theme, "Second")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    assert window.findChildren(FocusRing) == []
    second.setFocus()
    first.setFocus()
    (ring,) = [one for one in window.findChildren(FocusRing) if one.isVisible()]
    assert ring.widget() is first
    assert ring.geometry().contains(first.geometry().adjusted(-3, -3, 3, 3))
    at = ring.geometry().center()
    at.setX(ring.geometry().left() + 1)
    assert window.grab().toImage().pixelColor(at) == theme.color("Accent")
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not any(one.isVisible() for one in window.findChildren(FocusRing))


def test_filter_chips_are_chosen_and_removed(qtbot: QtBot, theme: Theme) -> None:
    birthday = FilterChip(theme, "Birthday", "41")
    qtbot.addWidget(birthday)
    birthday.show()
    qtbot.keyClick(birthday, Qt.Key.Key_Space)
    assert birthday.isChecked()
    birthday.set_count("42")
    assert birthday.accessibleName() == "Birthday 42"
    tag = FilterChip(theme, "VIP", removable=True)
    qtbot.addWidget(tag)
    tag.show()
    with qtbot.waitSignal(tag.removed):
        qtbot.keyClick(tag, Qt.Key.Key_Delete)
    with qtbot.waitSignal(tag.removed):
        qtbot.mouseClick(tag, Qt.MouseButton.LeftButton, pos=QPoint(tag.width() - 8, 16))


@pytest.mark.usefixtures("theme")
def test_chips_wrap(qtbot: QtBot) -> None:
    row = chip_row(*(chip(f"Tag number {n}") for n in range(12)))
    qtbot.addWidget(row)
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(300) > layout.heightForWidth(2000) == 24
    assert layout.takeAt(99) is None


def test_a_switch_is_a_check_box_to_assistive_tools(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Birthday messages")
    qtbot.addWidget(switch)
    switch.show()
    assert _role(switch) == QAccessible.Role.CheckBox
    off = picture(switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert picture(switch) != off
    switch.set_busy(busy=True)
    assert not switch.isEnabled()


def test_a_tick_box_wraps_its_words(qtbot: QtBot, theme: Theme) -> None:
    tick = CheckBox(theme, "They agreed at the counter to messages about offers and news of the shop " * 2)
    qtbot.addWidget(tick)
    assert tick.heightForWidth(200) > tick.heightForWidth(900)
    assert _role(tick) == QAccessible.Role.CheckBox


def test_arrows_move_a_segmented_choice(qtbot: QtBot, theme: Theme) -> None:
    choice = Segmented(theme, "Box", [("new", "New"), ("planned", "Planned"), ("sent", "Sent")])
    qtbot.addWidget(choice)
    choice.show()
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    first = choice._group.button(0)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(choice._group.button(1), Qt.Key.Key_Left)
    assert chosen == ["planned", "new"]
    choice.choose("sent")
    assert (choice.value, chosen) == ("sent", ["planned", "new"])
    choice.say("sent", "Sent 3")
    assert choice._group.button(2).accessibleName() == "Sent 3"


def test_a_punch_card_tells_its_value(qtbot: QtBot, theme: Theme) -> None:
    card = PunchCard(theme, "Punch card", "scissors")
    qtbot.addWidget(card)
    punches = [Punch("done", "1/10")] * 6 + [
        Punch("today", "Today"),
        Punch("next", number=8),
        Punch("expired"),
        Punch("reward"),
    ]
    card.show_punches(punches, "7 of 10", grow=True)
    card.show()
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.valueInterface().currentValue() == 7
    assert card.accessibleDescription() == "7 of 10"
    two_rows = card.sizeHint().height()
    card.set_shape(40, 10)
    assert card.sizeHint().height() < two_rows


def test_the_new_punch_grows_once_unless_motion_is_reduced(qtbot: QtBot, theme: Theme) -> None:
    theme.reduce_motion = False
    card = PunchCard(theme, "Punch card")
    qtbot.addWidget(card)
    card.show()
    card.show_punches([Punch("done"), Punch("next", number=2)], "1 of 2", grow=True)
    with qtbot.waitSignal(card._growth.finished):
        pass
    assert card._grown == 1.0


def test_a_bar_tells_its_parts(qtbot: QtBot, theme: Theme) -> None:
    bar = PartBar(theme, "Points")
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show()
    empty = picture(bar)
    bar.show_parts([BarPart(842, "Accent"), BarPart(88, "heat3")], 1000, "842 of 1,000")
    assert picture(bar) != empty
    assert (bar.value(), bar.maximum(), bar.accessibleDescription()) == (930, 1000, "842 of 1,000")


def test_an_elided_text_keeps_the_whole_in_its_tooltip(qtbot: QtBot, theme: Theme) -> None:
    label = ElideLabel(theme, "A long note about the colour of the last time")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.cut
    assert label.toolTip() == label.text
    label.set_text("short")
    assert not label.cut


@pytest.mark.usefixtures("language")
def test_steps_say_how_far_they_are(qtbot: QtBot, theme: Theme) -> None:
    badge = StepBadge(theme, 2, "current")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "2: current step"
    badge.set_state("failed")
    assert badge.accessibleName() == "2: failed"


def test_hover_shows_on_a_chip(qtbot: QtBot, theme: Theme) -> None:
    one = FilterChip(theme, "Gold")
    qtbot.addWidget(one)
    one.show()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(4, 4),
        QPointF(4, 4),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert QApplication.sendEvent(one, move) in {True, False}
