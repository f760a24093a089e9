"""The legibility checks find what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.ui.legibility import clipped_texts, low_contrast, nameless
from ui.shared.buttons import Button
from ui.shared.labels import text_label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shared.theme import Theme


pytestmark = pytest.mark.usefixtures("theme")


def _shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    root = QWidget()
    column = QVBoxLayout(root)
    for one in widgets:
        column.addWidget(one)
    qtbot.addWidget(root)
    root.resize(400, 300)
    root.show()
    return root


def test_a_readable_label_passes(qtbot: QtBot, theme: Theme) -> None:
    root = _shown(qtbot, text_label("佐々木 花子 様"), Button(theme, "Record the sale", "primary"))
    assert clipped_texts(root) == []
    assert low_contrast(root) == []


def test_a_cut_label_is_found(qtbot: QtBot) -> None:
    label = text_label("A name that is too long for its place")
    label.setFixedWidth(60)
    wrapped = text_label("Three lines of words that need more height than they get here", wrap=True)
    wrapped.setFixedSize(120, 20)
    root = _shown(qtbot, label, wrapped)
    assert len(clipped_texts(root)) == 2


def test_a_label_outside_its_parent_is_found(qtbot: QtBot) -> None:
    root = _shown(qtbot, text_label("Here"))
    label = text_label("There")
    label.setParent(root)
    label.adjustSize()
    label.move(root.width() - 10, 10)
    label.show()
    assert clipped_texts(root) == ["'There' reaches out of what it lies in"]


def test_texts_on_each_other_are_found(qtbot: QtBot) -> None:
    root = _shown(qtbot, text_label("Here"))
    label = text_label("There")
    label.setParent(root)
    label.setGeometry(root.findChildren(QWidget)[0].geometry())
    label.show()
    assert clipped_texts(root) == ["'Here' lies on 'There'"]


def test_a_pale_label_is_found(qtbot: QtBot) -> None:
    label = text_label("Pale")
    label.setStyleSheet("QLabel { color: #b0b0a8; }")
    root = _shown(qtbot, label)
    assert len(low_contrast(root)) == 1


def test_a_nameless_field_is_found(qtbot: QtBot) -> None:
    root = _shown(qtbot, QLineEdit())
    assert nameless(root) == ["QLineEdit"]
