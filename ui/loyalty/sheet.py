"""Rules as JSON, field by field: what fields in sentences read and write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

Path = tuple[str | int, ...]


class Sheet(QObject):
    """JSON objects by name; fields write where they stand.

    Attributes:
        changed: a value is another.
        moved: a value was moved from elsewhere on the page: fields show it again.
        reshaped: something was added, taken away or loaded anew: what shows it must be built again.
    """

    changed = Signal()
    moved = Signal()
    reshaped = Signal()

    def __init__(self, top: Callable[[str], dict[str, Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top = top

    def top(self, name: str) -> dict[str, Any]:
        """The object a path begins in."""
        return self._top(name)

    def value(self, name: str, path: Path, default: object = None) -> Any:  # noqa: ANN401 - JSON
        """What stands at a place."""
        node: Any = self.top(name)
        for key in path:
            known = key < len(node) if isinstance(node, list) and isinstance(key, int) else key in (node or ())
            if not known:
                return default
            node = node[key]
        return node

    def put(self, name: str, path: Path, value: object, default: object = None) -> None:
        """Write a value; what is its default, or None, is left out."""
        absent = value is None or (value == default and type(value) is type(default))
        if self.value(name, path) == value and not absent:
            return
        if absent:
            self._leave_out(name, path)
        else:
            self._parent(name, path)[path[-1]] = value
        self.changed.emit()

    def add(self, name: str, path: Path, entry: dict[str, Any]) -> int:
        """Put an entry at the end of a list; returns its number."""
        entries = self._parent(name, path).setdefault(path[-1], [])
        entries.append(entry)
        self.reshape()
        return len(entries) - 1

    def remove(self, name: str, path: Path) -> None:
        """Take an entry out of its list, or a whole part out of the object."""
        self._leave_out(name, path)
        self.reshape()

    def reshape(self) -> None:
        """Say that its shape is another."""
        self.reshaped.emit()
        self.changed.emit()

    def _parent(self, name: str, path: Path) -> Any:  # noqa: ANN401 - JSON
        node: Any = self.top(name)
        for key in path[:-1]:
            node = node[key] if isinstance(key, int) else node.setdefault(key, {})
        return node

    def _leave_out(self, name: str, path: Path) -> None:
        if self.value(name, path[:-1]) is None and len(path) > 1:
            return
        parent, last = self._parent(name, path), path[-1]
        if isinstance(parent, list) and isinstance(last, int):
            del parent[last]
        elif isinstance(parent, dict):
            parent.pop(str(last), None)
        if not parent and len(path) > 1 and isinstance(path[-2], str):
            self._leave_out(name, path[:-1])


class OneSheet(Sheet):
    """A sheet with one object, called ""."""

    def __init__(self, start: dict[str, Any], parent: QObject | None = None) -> None:
        super().__init__(lambda _name: self.json, parent)
        self.json = start
