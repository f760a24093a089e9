"""Builds forms in which every field has its label, its accessible name and a place for its error.

form = Form(theme)
name = form.add("Name", QLineEdit())
form.set_error(name, "Write a name")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.shared.labels import set_style_property, text_label

if TYPE_CHECKING:
    from ui.shared.theme import Theme

FieldType = TypeVar("FieldType", bound=QWidget)


class Form(QWidget):
    """Label above or beside each field, hint and error below it.

    Args:
        theme: colours.
        label_width: 0 = labels above their fields; else the width of the column they stand in at the left.
    """

    def __init__(self, theme: Theme, label_width: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._label_width = label_width
        self._errors: dict[QWidget, QLabel] = {}
        self._labels: dict[QWidget, QLabel] = {}
        self._rows: dict[QWidget, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        if label_width:
            self._grid.setColumnMinimumWidth(0, label_width)

    def add(self, label: str, field: FieldType, *, hint: str = "", beside: QWidget | None = None) -> FieldType:
        """Add a field and give it its names.

        Args:
            label: the field's name as shown; a "&" before a letter makes it the mnemonic.
            field: the control.
            hint: one grey sentence below it, or "".
            beside: a button or chip at the field's right, in the same row.

        Returns:
            The field.
        """
        caption = text_label(
            label, "body" if self._label_width else "caption", "" if self._label_width else "secondary"
        )
        caption.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        if hint:
            field.setAccessibleDescription(hint)
        self._labels[field] = caption
        self._place(caption, field, self._cell(field, hint, beside))
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Add something without a label across the whole form."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def set_error(self, field: QWidget, sentence: str) -> None:
        """Show what is wrong with a field below it and read it out with the field; "" takes it away."""
        line = self._errors[field]
        line.setText(sentence)
        line.setVisible(bool(sentence))
        set_style_property(field, "error", "true" if sentence else "false")
        field.setAccessibleDescription(sentence)

    def clear_errors(self) -> None:
        """Take every error away."""
        for field in self._errors:
            self.set_error(field, "")

    def error(self, field: QWidget) -> str:
        """The sentence shown below a field, or ""."""
        return self._errors[field].text()

    def set_row_visible(self, field: QWidget, *, visible: bool) -> None:
        """Show or hide a field together with its label, hint and error."""
        self._rows[field].setVisible(visible)
        self._labels[field].setVisible(visible)

    def _cell(self, field: QWidget, hint: str, beside: QWidget | None) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_side_by_side(field, beside))
        if hint:
            column.addWidget(text_label(hint, "caption", "secondary", wrap=True))
        error = text_label("", "caption", "bad", wrap=True)
        error.hide()
        column.addWidget(error)
        self._errors[field] = error
        self._rows[field] = cell
        return cell

    def _place(self, caption: QLabel, field: QWidget, cell: QWidget) -> None:
        row = self._grid.rowCount()
        if self._label_width:
            caption.setContentsMargins(0, max((min(field.sizeHint().height(), 48) - 20) // 2, 0), 0, 0)
            set_style_property(caption, "lines", "many")
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, row, 1)
        else:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(caption)
            column.addWidget(cell)
            self._grid.addLayout(column, row, 0, 1, 2)


def _side_by_side(field: QWidget, beside: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(field, 1)
    if beside is not None:
        row.addWidget(beside)
    return row
