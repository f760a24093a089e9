"""What every page is handed when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.shared.background import Background
    from ui.shared.formats import Formats
    from ui.shared.go_to import GoTo
    from ui.shared.language import Language
    from ui.shared.notices import Notices
    from ui.shared.refresh import Refresh
    from ui.shared.tasks import Tasks
    from ui.shared.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The window's tools; a page keeps it and hands parts of it to its widgets.

    Attributes:
        theme: colours, fonts and icons.
        language: the reader's language.
        formats: money, days, phones in the reader's language.
        tasks: long work off the GUI thread.
        refresh: reloads pages when the store changed.
        notices: toast, banner, confirm strip, bug dialog.
        go_to: other rooms.
        clock: the present instant, aware UTC.
        background: sends what is due; None where there is no program round the pages.
    """

    theme: Theme
    language: Language
    formats: Formats
    tasks: Tasks
    refresh: Refresh
    notices: Notices
    go_to: GoTo
    clock: Callable[[], datetime]
    background: Background | None = None
