"""Whether every text on a widget can be read: nothing cut, nothing pale, nothing on top of each other."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QHeaderView, QLabel, QLineEdit, QWidget

from ui.shared.elide_label import ElideLabel
from ui.shared.key_cap import KeyCap
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_WIDGETS = (QLabel, QAbstractButton, QLineEdit, QComboBox, ElideLabel, KeyCap)
SMALLEST_RATIO = 4.5
RENDERED_AT = 3
"""Text is measured three times as large: at 1x the edges of thin strokes never reach the text's own colour."""


def picture(widget: QWidget, ratio: float = 1.0) -> QImage:
    """The widget as it looks at a device pixel ratio."""
    size = widget.size() * ratio
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(widget.palette().window().color())
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image


def clipped_texts(widget: QWidget) -> list[str]:
    """What is cut, with how much is missing. Cutting is fine only in an `ElideLabel`."""
    found = []
    for one in _texts(widget):
        need = _needed(one)
        if need.width() > one.width() + 1 or need.height() > one.height() + 1:
            found.append(f"{_said(one)!r} needs {need.width()}x{need.height()}, has {one.width()}x{one.height()}")
        elif not _inside(one, widget):
            found.append(f"{_said(one)!r} reaches out of what it lies in")
    return found + _clipped_headers(widget) + _overlaps(widget)


def low_contrast(widget: QWidget) -> list[str]:
    """Texts whose colour differs from what is behind it by less than 4.5 (WCAG AA)."""
    image = picture(widget, RENDERED_AT)
    found = []
    for one in _texts(widget):
        place = _seen(one, widget)
        if place.isEmpty() or place.height() < one.height():
            continue  # scrolled out of sight, if only in part: make the window taller to measure it
        left = one.textMargins().left() if isinstance(one, QLineEdit) else 0
        right = one.textMargins().right() if isinstance(one, QLineEdit) else 0
        ratio = _best_ratio(image.copy(_scaled(place.adjusted(3 + left, 3, -3 - right, -3))))
        if ratio < SMALLEST_RATIO:
            found.append(f"{_said(one)!r} has a contrast of {ratio:.2f}")
    return found


def nameless(widget: QWidget) -> list[str]:
    """Widgets that take the keyboard and have no name to read out."""
    return [
        f"{type(one).__name__} {one.objectName()}".strip()
        for one in widget.findChildren(QWidget)
        if one.isVisibleTo(widget)
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.accessibleName()
        and not isinstance(one, QHeaderView)
        and "qt_" not in one.objectName()
    ]


def _texts(root: QWidget) -> Iterator[QWidget]:
    for one in root.findChildren(QWidget):
        if isinstance(one, TEXT_WIDGETS) and one.isVisibleTo(root) and _said(one) and not _in_toast(one, root):
            yield one


def _in_toast(one: QWidget, root: QWidget) -> bool:
    above: QWidget | None = one
    while above is not None and above is not root:
        if isinstance(above, Toast):
            return True
        above = above.parentWidget()
    return False


def _said(one: QWidget) -> str:
    if isinstance(one, QLineEdit):
        return one.text() or one.placeholderText()
    if isinstance(one, ElideLabel):
        return one.text
    if isinstance(one, QComboBox):
        return one.currentText()
    if isinstance(one, KeyCap):
        return "keys"
    return one.text() if isinstance(one, (QLabel, QAbstractButton)) else ""


def _needed(one: QWidget) -> QSize:
    if isinstance(one, QLabel) and one.wordWrap():
        return QSize(one.minimumSizeHint().width(), one.heightForWidth(one.width()))
    if isinstance(one, QLineEdit):
        margins = one.textMargins()
        extra = margins.left() + margins.right() + 24
        return QSize(QFontMetrics(one.font()).horizontalAdvance(_said(one)) + extra if not one.text() else 0, 0)
    if isinstance(one, ElideLabel):
        return one.minimumSizeHint()
    if isinstance(one, QAbstractButton) and one.hasHeightForWidth():
        return QSize(one.minimumSizeHint().width(), one.heightForWidth(one.width()))
    if isinstance(one, QLabel):
        return QSize(one.sizeHint().width(), min(one.sizeHint().height(), one.maximumHeight()))
    return one.sizeHint() if not isinstance(one, QComboBox) else one.minimumSizeHint()


def _seen(one: QWidget, root: QWidget) -> QRect:
    """What is left of a widget in the root's coordinates after everything above has cut it."""
    rect = QRect(one.mapTo(root, QPoint(0, 0)), one.size())
    above = one.parentWidget()
    while above is not None and above is not root:
        rect &= QRect(above.mapTo(root, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return rect & root.rect()


def _inside(one: QWidget, root: QWidget) -> bool:
    rect = QRect(one.mapTo(root, QPoint(0, 0)), one.size())
    above = one.parentWidget()
    scrolled = False
    while above is not None:
        bounds = QRect(above.mapTo(root, QPoint(0, 0)), above.size())
        scrolled = scrolled or _scrolls(above)
        if scrolled:  # up and down it may lie anywhere
            rect.moveTop(bounds.top())
            rect.setHeight(min(rect.height(), bounds.height()))
        if not bounds.contains(rect):
            return False
        if above is root:
            return True
        above = above.parentWidget()
    return True


def _scrolls(widget: QWidget) -> bool:
    """What lies in a scroll area's viewport may be scrolled up and down, not sideways."""
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() == widget


def _clipped_headers(root: QWidget) -> list[str]:
    found = []
    for header in root.findChildren(QHeaderView):
        model = header.model()
        if not header.isVisibleTo(root) or header.orientation() != Qt.Orientation.Horizontal:
            continue
        for section in range(header.count()):
            text = str(model.headerData(section, Qt.Orientation.Horizontal))
            need = QFontMetrics(header.font()).horizontalAdvance(text)
            if not header.isSectionHidden(section) and need > header.sectionSize(section):
                found.append(f"heading {text!r} needs {need}, has {header.sectionSize(section)}")
    return found


def _overlaps(root: QWidget) -> list[str]:
    """Pairs of texts with the same parent that lie on each other by more than two pixels."""
    families: dict[QWidget | None, list[QWidget]] = {}
    for one in _texts(root):
        families.setdefault(one.parentWidget(), []).append(one)
    found = []
    for family in families.values():
        for at, one in enumerate(family):
            for other in family[at + 1 :]:
                both = one.geometry() & other.geometry()
                if both.width() > 2 and both.height() > 2:
                    found.append(f"{_said(one)!r} lies on {_said(other)!r}")
    return found


def _scaled(rect: QRect) -> QRect:
    return QRect(rect.topLeft() * RENDERED_AT, rect.size() * RENDERED_AT)


def _best_ratio(image: QImage) -> float:
    """The contrast of a text's picture; most texts look the same in the next state and are counted once."""
    if image.isNull():
        return 99.0
    pixels = image.constBits()
    seen = blake2b(pixels, digest_size=16).digest()
    if seen not in _RATIOS:
        colors = Counter(memoryview(pixels).cast("I"))
        background = _luminance(colors.most_common(1)[0][0])
        _RATIOS[seen] = max(_ratio(background, _luminance(color)) for color in colors)
    return _RATIOS[seen]


_RATIOS: dict[bytes, float] = {}


@lru_cache(maxsize=2**16)
def _luminance(rgb: int) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (_linear((rgb >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
