"""Labels in the four text sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from ui.shared.theme import TextKind

Tone = Literal["", "secondary", "accent", "good", "warn", "bad", "toast", "toastSecondary"]


def text_label(
    text: str = "", kind: TextKind = "body", tone: Tone = "", *, strong: bool = False, wrap: bool = False
) -> QLabel:
    """A plain-text label.

    Labels of one line get the size's own line height, so figures and Japanese words stand on one level;
    wrapped ones keep the font's.
    """
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    label.setProperty("strong", "true" if strong else "false")
    label.setProperty("lines", "many" if wrap else "one")
    label.setWordWrap(wrap)
    return label


def set_width(label: QLabel, width: int) -> None:
    """Give a wrapping label a width and all the height its lines need then; a dialog does not work that out itself."""
    label.setFixedWidth(width)
    label.ensurePolished()
    label.setMinimumHeight(label.heightForWidth(width))


def set_tone(label: QLabel, tone: Tone) -> None:
    """Change a label's colour after it was made."""
    set_style_property(label, "tone", tone)


def set_style_property(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property the style sheet looks at, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
