"""What is running here."""

from __future__ import annotations

import platform
import sqlite3
import tomllib
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QGridLayout

from retention_desktop.places import resources_folder
from ui.settings.section import LABELS, Section
from ui.shared.card import Card
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.page import Page


class AboutSection(Section):
    """Versions, as support asks for them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("AboutSection", "About"), "Retention Desktop")
        card = Card()
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for row, (name, value) in enumerate(self._facts()):
            grid.addWidget(text_label(name, tone="secondary"), row, 0)
            grid.addWidget(text_label(value, wrap=True), row, 1)
        card.column.addLayout(grid)
        self.cards.column.addWidget(card)
        self.cards.column.addStretch(1)

    def _facts(self) -> list[tuple[str, str]]:
        return [
            (tr("AboutSection", "Version"), program_version()),
            ("SQLite", sqlite3.sqlite_version),
            ("Qt", qVersion()),
            ("Python", platform.python_version()),
            (tr("AboutSection", "Licence"), "MIT"),
            (
                tr("AboutSection", "Privacy"),
                tr("AboutSection", "Nothing leaves this PC but the messages you send, to the service you chose."),
            ),
        ]


def program_version() -> str:
    """The version in the project's own file, which lies beside the resources of a packed program too; "–" without."""
    try:
        project = tomllib.loads((resources_folder().parent / "pyproject.toml").read_text(encoding="utf-8"))
    except OSError:
        return "–"
    return str(project["project"]["version"])
