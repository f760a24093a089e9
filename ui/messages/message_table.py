"""One row a person: to whom, what became of it, when, and how many parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.messages.state_text import state_word
from ui.shared.language import tr
from ui.shared.row_delegate import RowDelegate, prepare_table
from ui.shared.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from retention_desktop.domain.message import Message
    from ui.shared.kit import Kit


class MessageTable(QTableView):
    """The messages of one campaign.

    Attributes:
        current: the `Message` somebody moved to, None = none.
        opened: customer uid of the row on which Enter was pressed or that was pressed twice.
        messages: what is on show.
    """

    current = Signal(object)
    opened = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._zone: tzinfo | None = None
        self.messages: Sequence[Message] = ()
        self._model: RowsModel[Message] = RowsModel(
            self._columns(), lambda: range(len(self.messages)), lambda ids: [self.messages[i] for i in ids], self
        )
        prepare_table(self, RowDelegate(kit.theme, self), tr("MessageTable", "People"))
        self.setModel(self._model)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 200), (2, 130), (3, 72)):
            self.setColumnWidth(column, width)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.activated.connect(self._activated)

    def show_messages(self, messages: Sequence[Message], zone: tzinfo) -> None:
        """The rows; the one on show stays by its place."""
        self._zone = zone
        same = len(messages) == len(self.messages)
        self.messages = messages
        if same:
            self._model.refresh_rows()
        else:
            self._model.reload()

    def message(self) -> Message | None:
        """The row somebody is on."""
        row = self.currentIndex().row()
        return self.messages[row] if 0 <= row < len(self.messages) else None

    def _columns(self) -> list[Column[Message]]:
        return [
            Column(title=tr("MessageTable", "Person"), text=self._name, second=self._phone),
            Column(title=tr("MessageTable", "What became of it"), text=lambda one: state_word(one.state)),
            Column(title=tr("MessageTable", "When"), text=self._when),
            Column(title=tr("MessageTable", "Parts"), text=lambda one: str(one.parts), numeric=True),
        ]

    def _name(self, message: Message) -> str:
        return message.name or tr("MessageTable", "No name")

    def _phone(self, message: Message) -> str:
        return self._kit.formats.masked_phone(message.address)

    def _when(self, message: Message) -> str:
        at = message.settled_at or message.claimed_at
        if at is None or self._zone is None:
            return "—"
        today = self._kit.clock().astimezone(self._zone).date()
        return self._kit.formats.day_time(at, self._zone, today)

    def _moved(self, *_: Any) -> None:  # noqa: ANN401 - Qt's signal
        self.current.emit(self.message())

    def _activated(self, index: QModelIndex | QPersistentModelIndex) -> None:
        message = index.data(int(Qt.ItemDataRole.UserRole))
        if message is not None and message.customer:
            self.opened.emit(message.customer)
