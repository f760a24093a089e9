"""Finds widgets as a person does: by what they are called."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def by_name(root: QWidget, name: str, kind: type[W]) -> W:
    """The one visible widget of a kind with this accessible name; fails with the names there are."""
    found = [one for one in root.findChildren(kind) if one.accessibleName() == name and one.isVisibleTo(root)]
    if len(found) != 1:
        names = sorted({one.accessibleName() for one in root.findChildren(kind) if one.accessibleName()})
        raise AssertionError(f"{len(found)} widgets are called {name!r}; there are {names}")
    return found[0]


def texts(root: QWidget) -> list[str]:
    """What the visible labels say."""
    return [label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root) and label.text()]
