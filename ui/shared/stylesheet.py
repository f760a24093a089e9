"""The application's one style sheet, generated from the tokens.

Literal colours (`palette()` in a sheet does not follow a live switch), fewer than a hundred rules (rules cost
times widgets), and dynamic properties instead of names: `card`, `tone`, `type`, `strong`, `kind`, `tier`, `chip`.
Tables and lists get no rule: a background or border there switches off scrolling by copying.
"""

from __future__ import annotations

from string import Template
from typing import Any, Final

LINES: Final[dict[str, int]] = {"caption": 16, "body": 20, "title": 26, "figure": 36}
"""Line height of each text size at 100 %, in pixels."""

_SIZES: Final[dict[str, int]] = {"caption": 12, "body": 14, "title": 18, "figure": 28}

_TEXT: Final = Template("""
QToolTip { background: $ToolTipBase; color: $ToolTipText; border: 0; padding: 6px 8px; font-size: ${caption}px; }
QLabel[type="caption"] { font-size: ${caption}px; }
QLabel[type="title"] { font-size: ${title}px; }
QLabel[type="figure"] { font-size: ${figure}px; }
QLabel[type="caption"][lines="one"] { min-height: ${captionLine}px; max-height: ${captionLine}px; }
QLabel[type="body"][lines="one"] { min-height: ${bodyLine}px; max-height: ${bodyLine}px; }
QLabel[type="title"][lines="one"] { min-height: ${titleLine}px; max-height: ${titleLine}px; }
QLabel[type="figure"][lines="one"] { min-height: ${figureLine}px; max-height: ${figureLine}px; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[tone="secondary"] { color: $textSecondary; }
QLabel[tone="accent"] { color: $Accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="toast"] { color: $toastText; }
QLabel[tone="toastSecondary"] { color: $toastTextSecondary; }
""")

_SURFACES: Final = Template("""
QFrame[card="rest"] { background: $Base; border: 1px solid $border; border-radius: 12px; }
QFrame[card="current"] { background: $Base; border: 2px solid $Accent; border-radius: 12px; }
QFrame[card="info"] { background: $tint; border: 1px solid $tintBorder; border-radius: 8px; }
QFrame[card="good"] { background: $goodFill; border: 1px solid $goodBorder; border-radius: 8px; }
QFrame[card="warn"] { background: $warnFill; border: 1px solid $warnBorder; border-radius: 8px; }
QFrame[card="bad"] { background: $badFill; border: 1px solid $badBorder; border-radius: 8px; }
QFrame[card="toast"] { background: $toast; border: 0; border-radius: 8px; }
QFrame[card="panel"] { background: $Base; border: 0; border-left: 1px solid $border; }
QFrame[card="panelLeft"] { background: $Base; border: 0; border-right: 1px solid $border; }
QFrame[card="bar"] { background: $Base; border: 0; border-top: 1px solid $border; }
QFrame[card="header"] { background: $Base; border: 0; border-bottom: 1px solid $border; }
QFrame[card="sidebar"] { background: $sidebar; border: 0; border-right: 1px solid $border; }
QFrame[card="line"] { background: $divider; border: 0; min-height: 1px; max-height: 1px; }
QFrame[card="upright"] { background: $divider; border: 0; min-width: 1px; max-width: 1px; }
QScrollArea { background: transparent; border: 0; }
QWidget[card="clear"] { background: transparent; }
QLabel[chip] { font-size: ${caption}px; border-radius: 12px; padding: 0 9px; min-height: 22px; max-height: 22px; }
QLabel[chip="neutral"] { background: $AlternateBase; border: 1px solid $border; }
QLabel[chip="chosen"] { background: $tint; border: 1px solid $tintBorder; color: $Accent; }
QLabel[chip="warn"] { background: $warnFill; border: 1px solid $warnBorder; color: $warn; }
QLabel[chip="bad"] { background: $badFill; border: 1px solid $badBorder; color: $bad; }
QLabel[chip="count"] { background: $Accent; color: $onAccent; border: 0; border-radius: 10px; padding: 0 6px;
  min-height: 20px; max-height: 20px; min-width: 8px; font-weight: 600; }
""")

_BUTTONS: Final = Template("""
QPushButton { background: $Base; color: $Text; border: 1px solid $fieldBorder; border-radius: 8px;
  padding: 0 15px; min-height: 34px; }
QPushButton[tier="small"] { min-height: 26px; padding: 0 10px; font-size: ${caption}px; }
QPushButton[tier="touch"] { min-height: 42px; }
QPushButton[tier="large"] { min-height: 46px; }
QPushButton[tier="amount"] { min-height: 54px; padding: 0 23px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $AlternateBase; }
QPushButton[kind="quiet"] { border-color: $border; }
QPushButton[kind="primary"] { background: $Accent; color: $onAccent; border-color: $Accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accentHover; border-color: $accentHover; }
QPushButton[kind="primary"]:pressed { background: $accentPressed; border-color: $accentPressed; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:hover { background: $badFill; }
QPushButton[kind="erase"] { background: $bad; color: $Base; border-color: $bad; font-weight: 600; }
QPushButton[kind="text"] { background: transparent; color: $Accent; border-color: transparent; padding: 0 8px; }
QPushButton[kind="text"]:hover { text-decoration: underline; }
QPushButton[kind="icon"] { background: transparent; border-color: transparent; padding: 0; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="toast"] { background: transparent; color: $toastAction; border: 0; font-weight: 600; padding: 0 4px; }
QPushButton[kind="room"] { background: transparent; border-color: transparent; text-align: left; padding: 0 12px;
  min-height: 42px; }
QPushButton[kind="room"]:checked { background: $Base; border-color: $border; color: $Accent; font-weight: 600; }
QPushButton[kind="room"][on="card"]:checked { background: $tint; border-color: transparent; }
QPushButton[kind="filter"] { font-size: ${body}px; border-color: $border; border-radius: 16px; padding: 0 12px;
  min-height: 30px; }
QPushButton[kind="filter"]:checked { background: $tint; border-color: $tintBorder; color: $Accent; }
QPushButton[kind="segment"] { border-color: $fieldBorder; border-radius: 0; min-height: 34px; padding: 0 14px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QPushButton[kind="segment"][place="inner"] { border-left: 0; }
QPushButton[kind="segment"][place="last"] { border-left: 0; border-top-right-radius: 8px;
  border-bottom-right-radius: 8px; }
QPushButton[kind="segment"]:checked { background: $tint; color: $Accent; font-weight: 600; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {
  background: $disabledFill; color: $disabledText; border-color: $disabledBorder; }
QPushButton[kind="primary"][busy="true"]:disabled { background: $accentPressed; color: $onAccent;
  border-color: $accentPressed; }
QPushButton[kind="text"]:disabled, QPushButton[kind="icon"]:disabled, QPushButton[kind="room"]:disabled {
  background: transparent; color: $disabledText; border-color: transparent; }
""")

_FIELDS: Final = Template("""
QLineEdit, QComboBox, QAbstractSpinBox { background: $Base; color: $Text; border: 1px solid $fieldBorder;
  border-radius: 8px; padding: 0 11px; min-height: 34px; selection-background-color: $Highlight;
  selection-color: $HighlightedText; placeholder-text-color: $PlaceholderText; }
QPlainTextEdit, QTextEdit { background: $Base; color: $Text; border: 1px solid $fieldBorder; border-radius: 8px;
  padding: 7px; selection-background-color: $Highlight; selection-color: $HighlightedText;
  placeholder-text-color: $PlaceholderText; }
QLineEdit[tier="touch"] { min-height: 42px; }
QLineEdit[tier="search"] { min-height: 46px; }
QLineEdit[tier="amount"] { min-height: 54px; font-size: ${figure}px; font-weight: 600; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $Accent; padding: 0 10px;
  min-height: 32px; }
QLineEdit[tier="touch"]:focus { min-height: 40px; }
QLineEdit[tier="search"]:focus { min-height: 44px; }
QLineEdit[tier="amount"]:focus { min-height: 52px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $Accent; padding: 6px; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QComboBox[error="true"] { border-color: $bad; }
QLineEdit[readOnly="true"] { background: $AlternateBase; border-color: $border; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $disabledFill; color: $disabledText;
  border-color: $disabledBorder; }
QTextEdit[bare="true"], QPlainTextEdit[bare="true"] { background: transparent; border: 0; padding: 0; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: none; }
QScrollBar:vertical { background: transparent; border: 0; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; border: 0; height: 12px; margin: 0; }
QScrollBar::handle { background: $Dark; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QHeaderView { background: $AlternateBase; border: 0; }
QHeaderView::section { background: $AlternateBase; color: $textSecondary; border: 0;
  border-bottom: 1px solid $border; padding: 0 8px; font-size: ${caption}px; }
QMenu { background: $Base; color: $Text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: $tint; color: $Text; }
QMenu::separator { height: 1px; background: $divider; margin: 4px 8px; }
""")


def style_sheet(side: dict[str, Any], pixels: dict[str, int]) -> str:
    """The whole sheet.

    Args:
        side: "palette" and "roles" of one side of the tokens.
        pixels: text size of each kind ("caption", "body", ...) under the chosen text scale.
    """
    values: dict[str, object] = dict(side["palette"])
    values |= {name: value for name, value in side["roles"].items() if isinstance(value, str)}
    values |= pixels
    values |= {f"{kind}Line": round(line * pixels[kind] / _SIZES[kind]) for kind, line in LINES.items()}
    return "".join(part.substitute(values) for part in (_TEXT, _SURFACES, _BUTTONS, _FIELDS))
