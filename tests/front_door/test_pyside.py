"""The Qt binding: held at 6.11.x, because 6.12.0 takes references off `True` and `None` and aborts on Python 3.11."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

EMITS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

heard = []
bell = Bell()
bell.rung.connect(heard.append)
for _ in range(2000):
    bell.rung.emit(True)
    bell.setObjectName("bell")
print(len(heard), all(heard))
"""


def test_two_thousand_signals_leave_python_whole() -> None:
    """In a process of its own: the broken binding ends it, and ours must not go with it."""
    answer = subprocess.run([sys.executable, "-c", EMITS], capture_output=True, encoding="utf-8", check=False)
    assert (answer.returncode, answer.stdout.strip()) == (0, "2000 True"), answer.stderr


def test_the_version_is_the_one_held() -> None:
    assert metadata.version("PySide6-Essentials").startswith("6.11.")
