"""A real kit on a real application for every test of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ui.shared.formats import Formats
from ui.shared.go_to import GoTo
from ui.shared.kit import Kit
from ui.shared.language import Language
from ui.shared.notices import WindowNotices
from ui.shared.refresh import Refresh
from ui.shared.tasks import Tasks
from ui.shared.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 21, 5, 32, tzinfo=UTC)
"""14:32 on Saturday 21 November 2026 in Tokyo."""

PATIENCE_MS: Final = 40_000
"""What work in threads may take on a machine that has much else to do."""


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test() -> Iterator[None]:
    """Without a running event loop `deleteLater` never comes due, and each style sheet would polish them all again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """pytest-qt's own, which would give up after five seconds. A wait ends at once when its fact has come."""
    for wait in ("waitUntil", "waitSignal", "waitExposed", "waitActive"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def resources() -> Path:
    return Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def theme(qapp: QApplication, resources: Path) -> Iterator[Theme]:
    theme = Theme(resources, qapp)
    theme.reduce_motion = True
    theme.start("light", 1.0, "en")
    yield theme
    theme.deleteLater()


@pytest.fixture
def language(qapp: QApplication, resources: Path) -> Iterator[Language]:
    language = Language(resources, qapp)
    language.choose("en")
    yield language
    language.close()


@pytest.fixture
def kit(theme: Theme, language: Language) -> Iterator[Kit]:
    """A kit in English and light; switch with `kit.language.choose` and `kit.theme.set_mode`."""
    tasks, refresh, go_to = Tasks(), Refresh(), GoTo()
    yield Kit(
        theme=theme,
        language=language,
        formats=Formats(language),
        tasks=tasks,
        refresh=refresh,
        notices=WindowNotices(theme, refresh),
        go_to=go_to,
        clock=lambda: NOW,
    )
    refresh.detach()
    tasks.stop()
