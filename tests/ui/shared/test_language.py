"""Translations: read at run time, plurals, live switch, complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from tests.ui import sentences
from ui.shared.language import Language, plural_form, read_ts, tr

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
 <context><name>A</name>
  <message><source>Done</source><translation>済み</translation></message>
  <message><source>Open</source><translation type="unfinished">開く</translation></message>
  <message><source>Gone</source><translation type="vanished">昔</translation></message>
  <message numerus="yes"><source>%n people</source><translation><numerusform>%n人</numerusform></translation></message>
 </context>
</TS>
"""


def test_only_finished_messages_are_read(tmp_path: Path) -> None:
    file = tmp_path / "x_ja.ts"
    file.write_text(TS, encoding="utf-8")
    assert read_ts(file) == {("A", "Done"): ["済み"], ("A", "%n people"): ["%n人"]}


@pytest.mark.parametrize(
    ("language", "n", "form"), [("ja", 1, 0), ("ja", 5, 0), ("en", 1, 0), ("en", 0, 1), ("en", 2, 1)]
)
def test_plural_forms(language: str, n: int, form: int) -> None:
    assert plural_form(language, n) == form


def test_switching_is_live(language: Language) -> None:
    assert tr("Formats", "%n day(s) ago", 1) == "1 day ago"
    assert tr("Formats", "%n day(s) ago", 49) == "49 days ago"
    assert tr("Nowhere", "as it is") == "as it is"
    language.choose("ja")
    assert tr("Formats", "%n day(s) ago", 49) == "49日前"
    assert tr("Nowhere", "as it is") == "as it is"
    language.choose("en")
    assert tr("Formats", "Today") == "Today"


def test_qts_own_words_are_japanese_too(language: Language, qtbot: QtBot) -> None:
    language.choose("ja")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "キャンセル"


def test_widgets_find_their_context(language: Language, qtbot: QtBot) -> None:
    class BugDialog(QLabel):
        pass

    class Special(BugDialog):
        pass

    language.choose("ja")
    for kind in (BugDialog, Special):
        label = kind()
        qtbot.addWidget(label)
        assert label.tr("Go on") == "続ける"


def test_the_same_choice_again_changes_nothing(language: Language, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(language.changed):
        language.choose("en")
    with qtbot.waitSignal(language.changed):
        language.choose("ja")


@pytest.mark.parametrize("room", sentences.ROOMS)
def test_every_sentence_is_japanese_and_every_plural_english(room: str) -> None:
    said = sentences.sentences(room)
    for code, wanted in (("ja", said), ("en", {one for one in said if one.plural})):
        known = sentences.kept(sentences.TRANSLATIONS / f"{room}_{code}.ts")
        missing = [one for one in sorted(wanted) if not all(known.get((one.context, one.source)) or [""])]
        assert missing == []


@pytest.mark.parametrize("room", sentences.ROOMS)
def test_a_translation_fills_in_the_same_names(room: str) -> None:
    path = sentences.TRANSLATIONS / f"{room}_ja.ts"
    if not path.exists():
        assert not sentences.sentences(room)
        return
    for (_, source), forms in read_ts(path).items():
        for form in forms:
            assert sentences.names_in(form) == sentences.names_in(source), source
