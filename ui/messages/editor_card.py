"""The text with its purpose, its chips to insert and what it must carry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.campaign import Sender, names_sender, says_how_to_stop
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.domain.template import PLACEHOLDERS
from ui.messages.compliance import Compliance
from ui.messages.editor import MessageEditor
from ui.messages.opening import OPENING
from ui.messages.placeholder_names import BY_KEY, chip_name
from ui.messages.purpose_field import PurposeField
from ui.messages.save_row import SaveRow
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card, hairline
from ui.shared.flow_layout import FlowLayout
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.kit import Kit

OPT_OUT: Final = {"ja": "配信停止はSTOPと返信", "en": "Reply STOP to opt out"}
"""The line for an owner who has set none of their own, in the text's language."""


class EditorCard(Card):
    """What the owner writes.

    Attributes:
        edited: text or purpose has changed.
        keep_wanted: keep the text as a template under this name.
        remove_wanted: take the owner's template away.
    """

    edited = Signal()
    keep_wanted = Signal(str)
    remove_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(padded=False)
        self._kit = kit
        self._sender = Sender(name="")
        self.language = kit.language.code
        self.editor = MessageEditor(kit.theme, tr("EditorCard", "Text of the message"))
        self.editor.setPlaceholderText(tr("EditorCard", "Write the message, or take a template at the left."))
        self._purpose = PurposeField(kit.theme)
        self._compliance = Compliance(kit.theme)
        self._save = SaveRow(kit.theme)
        self._remove = Button(kit.theme, tr("EditorCard", "Remove the template"), "text", "small")
        self.column.setContentsMargins(1, 0, 1, 8)
        self.column.setSpacing(0)
        self.column.addWidget(self._head())
        self.column.addWidget(self._save)
        self.column.addWidget(hairline())
        self.column.addWidget(self._insert_row())
        self.column.addWidget(hairline())
        self.column.addLayout(self._body())
        self._wire()

    @property
    def text(self) -> str:
        """The source of the text."""
        return self.editor.source()

    @property
    def purpose(self) -> Purpose | None:
        """What was chosen."""
        return self._purpose.purpose

    def show_sender(self, sender: Sender) -> None:
        """Who writes, as the settings say."""
        self._sender = sender
        self._follow()

    def show_text(self, text: str, purpose: Purpose | None, language: str, *, undoable: bool = True) -> None:
        """Begin with a text; what was there comes back by Ctrl+Z."""
        self.language = language
        self._purpose.show_purpose(purpose)
        self.editor.set_source(text, undoable=undoable)
        self._follow()

    def show_own(self, *, own: bool) -> None:
        """Whether the text began with a template of the owner's."""
        self._remove.setVisible(own)

    def ask_name(self, name: str) -> None:
        """Ask what to call the template."""
        self._save.ask(name)

    def carry(self) -> None:
        """Put in what an offer must carry and lacks."""
        if not self._carries()[0] and self._sender.name.strip():
            self.editor.add_before(OPENING[self.language])
        if not self._carries()[1]:
            self._add_stop()

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(text_label(tr("EditorCard", "Kind"), "caption", "secondary"))
        row.addWidget(self._purpose)
        row.addStretch(1)
        save = Button(self._kit.theme, tr("EditorCard", "Save as template"), "text", "small")
        on_press(save, lambda: self.ask_name(""))
        on_press(self._remove, self.remove_wanted.emit)
        self._remove.hide()
        row.addWidget(self._remove)
        row.addWidget(save)
        return head

    def _insert_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        insert = text_label(tr("EditorCard", "Insert"), "caption", "secondary")
        insert.setContentsMargins(0, 6, 0, 6)
        insert.setProperty("lines", "many")
        row.addWidget(insert, 0, Qt.AlignmentFlag.AlignTop)
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        for placeholder in PLACEHOLDERS:
            one = Button(self._kit.theme, chip_name(placeholder.key), "quiet", "small")
            one.setAccessibleName(tr("EditorCard", "Insert {what}").format(what=chip_name(placeholder.key)))
            on_press(one, partial(self._insert, placeholder.key))
            flow.addWidget(one)
        row.addWidget(chips, 1)
        return holder

    def _body(self) -> QVBoxLayout:
        body = QVBoxLayout()
        body.setContentsMargins(16, 12, 16, 4)
        body.setSpacing(8)
        body.addWidget(self.editor)
        body.addWidget(self._compliance)
        return body

    def _wire(self) -> None:
        self.editor.edited.connect(self._follow)
        self._purpose.chosen.connect(self._purpose_chosen)
        self._save.named.connect(self.keep_wanted)
        self._compliance.name_wanted.connect(lambda: self.editor.add_before(OPENING[self.language]))
        self._compliance.stop_wanted.connect(self._add_stop)
        self._compliance.settings_wanted.connect(lambda: self._kit.go_to.open_room("settings"))

    def _purpose_chosen(self) -> None:
        if self.purpose is Purpose.PROMO and self.text.strip():
            self.carry()
        self._follow()

    def _carries(self) -> tuple[bool, bool]:
        return names_sender(self.text, self._sender), says_how_to_stop(self.text, self._sender)

    def _add_stop(self) -> None:
        line = self._sender.opt_out_line.strip() or OPT_OUT[self.language]
        self.editor.add_after(f"\n{line}")

    def _insert(self, key: str) -> None:
        self.editor.insert_placeholder(key, BY_KEY[key].label(self.language))

    def _follow(self) -> None:
        self._compliance.show_draft(self.text, self.purpose, self._sender)
        self.edited.emit()
