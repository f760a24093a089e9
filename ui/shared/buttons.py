"""Buttons: one primary a page, secondary, quiet, danger, text and icon buttons.

A button says what will happen; while it is disabled it says why (`refuse`); while it works it keeps its
words and shows that it is busy (`set_busy`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon
from ui.shared.key_cap import key_cap_size, paint_key_cap
from ui.shared.labels import set_style_property

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shared.theme import Theme

ButtonKind = Literal["secondary", "quiet", "primary", "danger", "erase", "text", "toast"]
Tier = Literal["small", "regular", "touch", "large", "amount"]

ICON: Final = 16
GAP: Final = 10
SPINNER_STEP_MS: Final = 80
_INK: Final = {
    "primary": "onAccent",
    "danger": "bad",
    "erase": "Base",
    "text": "Accent",
    "toast": "toastAction",
}
_PADDING: Final = {"text": 8, "toast": 4}


class Button(QPushButton):
    """A button that draws icon, words and key cap itself, so that its size knows all three.

    Args:
        theme: colours.
        text: what pressing it does; also its accessible name.
        kind: "secondary", "quiet", "primary", "danger", "erase" (filled red), "text" or "toast".
        tier: height: small 28, regular 36, touch 44, large 48, amount 56.
        icon: Lucide's name or "".
        keys: text of the key cap or "".
        trailing: the icon stands behind the words.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = "secondary",
        tier: Tier = "regular",
        *,
        icon: str = "",
        keys: str = "",
        trailing: bool = False,
    ) -> None:
        super().__init__(text.replace("&", "&&"))
        self._theme = theme
        self._icon = icon
        self._keys = keys
        self._trailing = trailing
        self._promise = text
        self._refusal = ""
        self._turn = 0
        self._spinner = QTimer(self, interval=SPINNER_STEP_MS)
        self._spinner.timeout.connect(self._spin)
        if icon:
            icon_source(icon)
        self.setProperty("kind", kind)
        self.setProperty("tier", tier)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ring_on_focus(self, theme)

    @property
    def promise(self) -> str:
        """What it says: the words, without doubled ampersands."""
        return self._refusal or self._promise

    @property
    def busy(self) -> bool:
        """Whether it shows that its work is under way."""
        return self._spinner.isActive()

    def say(self, text: str) -> None:
        """Promise something else from now on ("Send to 212 people")."""
        self._promise = text
        self._show_words()

    def refuse(self, reason: str) -> None:
        """Disable it and say why on the button itself; "" allows it again."""
        self._refusal = reason
        self.setEnabled(not reason and not self.busy)
        self._show_words()

    def set_busy(self, *, busy: bool) -> None:
        """Keep the words, take no more presses, turn a small arc in place of the icon."""
        set_style_property(self, "busy", "true" if busy else "false")
        self.setEnabled(not busy and not self._refusal)
        if busy:
            self._spinner.start(SPINNER_STEP_MS)
        else:
            self._spinner.stop()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon, words and key cap in the weight they are drawn with."""
        self.ensurePolished()
        hint = super().sizeHint()
        return QSize(self._content_width() + 2 * (self._padding() + 1), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Words on a button are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the style draw the ground, then icon, words and cap on it."""
        painter = QPainter(self)
        self._paint_ground(painter)
        x = (self.width() - self._content_width()) / 2
        if self.property("align") == "left":
            x = self._padding() + 1
        if (self._icon or self.busy) and not self._trailing:
            self._paint_mark(painter, x)
            x += ICON + GAP
        x = self._paint_words(painter, x)
        if (self._icon or self.busy) and self._trailing:
            self._paint_mark(painter, x + GAP)
            x += GAP + ICON
        if self._keys:
            self._paint_cap(painter, x + GAP)

    def _show_words(self) -> None:
        self.setText(self.promise.replace("&", "&&"))
        self.setAccessibleName(self.promise)
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        if self.property("tier") == "amount":
            return 24
        return _PADDING.get(self.property("kind"), 10 if self.property("tier") == "small" else 16)

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self.promise)
        if self._icon or self.busy:
            width += ICON + (GAP if self.promise else 0)
        if self._keys:
            width += GAP + key_cap_size(self._theme, self._keys).width()
        return width

    def _paint_ground(self, painter: QPainter) -> None:
        option = self._style_option()
        self.style().drawControl(self.style().ControlElement.CE_PushButtonBevel, option, painter, self)

    def _style_option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        return option

    def _ink_role(self) -> str:
        if not self.isEnabled() and not (self.busy and self.property("kind") == "primary"):
            return "disabledText"
        return _INK.get(self.property("kind"), "Text")

    def _paint_mark(self, painter: QPainter, x: float) -> None:
        rect = QRectF(x, (self.height() - ICON) / 2, ICON, ICON)
        if not self.busy:
            paint_icon(painter, self._theme, self._icon, self._ink_role(), rect)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(self._ink_role()), 2))
        painter.drawArc(rect.adjusted(1, 1, -1, -1), -self._turn * 30 * 16, 270 * 16)

    def _paint_words(self, painter: QPainter, x: float) -> float:
        metrics = QFontMetrics(self.font())
        painter.setFont(self.font())
        painter.setPen(self._theme.color(self._ink_role()))
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(x, base), self.promise)
        return x + metrics.horizontalAdvance(self.promise)

    def _paint_cap(self, painter: QPainter, x: float) -> None:
        size = key_cap_size(self._theme, self._keys)
        rect = QRectF(x, (self.height() - size.height()) / 2, size.width(), size.height())
        kind = self.property("kind")
        filled = kind in {"primary", "erase", "toast"} and self.isEnabled()
        ink: QColor | None = self._theme.color(self._ink_role()) if filled else None
        paint_key_cap(painter, self._theme, self._keys, rect, ink)

    def _spin(self) -> None:
        self._turn = (self._turn + 1) % 12
        self.update()


class IconButton(QPushButton):
    """A square button with an icon and a spoken name, which is also its tooltip."""

    def __init__(self, theme: Theme, icon: str, name: str, tier: Tier = "regular", *, framed: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        icon_source(icon)
        self.setProperty("kind", "quiet" if framed else "icon")
        self.setProperty("tier", tier)
        self.setAccessibleName(name)
        self.setToolTip(name)
        side = {"small": 28, "regular": 36, "touch": 44, "large": 48, "amount": 56}[tier]
        self.setFixedWidth(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ring_on_focus(self, theme)

    def show_icon(self, icon: str, name: str) -> None:
        """Another icon with another name (show and hide, open and close)."""
        icon_source(icon)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's ground, then the icon in the middle."""
        super().paintEvent(event)
        size = 20 if self.height() > 40 else ICON
        role = "Text" if self.isEnabled() else "disabledText"
        rect = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        paint_icon(QPainter(self), self._theme, self._icon, role, rect)


def on_press(button: QPushButton, action: Callable[[], object]) -> None:
    """Call `action` without the "checked" argument that `clicked` brings along."""
    button.clicked.connect(lambda _checked=False: action())
