"""The tour goes through, prints each step and saves each page; a step that fails makes it end with 1."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from ui.tour.walk import TourError, Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.usefixtures("qapp")
ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "desk_empty", "desk_start", "desk_search", "desk", "customers", "import_preview", "messages", "settings",
    "loyalty_trades", "loyalty_rules", "loyalty_rewards", "loyalty_promotions", "loyalty_tiers", "loyalty_coupons",
    "desk_redeem", "desk_redeemed", "desk_refund", "sign_in", "member_cards",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.timeout(300)
def test_the_whole_tour(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    made = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--tour", str(tmp_path)],
        capture_output=True, text=True, encoding="utf-8", env=environment, timeout=280, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
    steps = made.stdout.splitlines()
    for language in ("ja", "en"):
        assert f"{language}: imported customers_cp932.csv (CP932): 10 new customers" in steps
        assert any(re.fullmatch(f"{language}: recorded 8800 yen: [1-9]\\d* points", step) for step in steps)
        assert any(re.fullmatch(f"{language}: sent it to the practice outbox: [1-9]\\d* delivered", s) for s in steps)
        assert f"{language}: applied the rules of the trade Hair and beauty salon: 2 programmes changed" in steps
        assert any(
            re.fullmatch(f"{language}: replayed [1-9]\\d* visits .*: [1-9]\\d* rewards, [1-9].*", s) for s in steps
        )
        assert any(s.startswith(f"{language}: typed 8800 yen, redeemed by F8 and Enter: ") for s in steps)
        assert any(s.startswith(f"{language}: a refund of 4400 yen would take back: ") for s in steps)
        assert any(s.startswith(f"{language}: signed in: ") for s in steps)
    for room in ROOMS:
        for look in ("ja_light", "ja_dark", "en_light", "en_dark"):
            assert QImage(str(tmp_path / f"{room}_{look}.png")).width() >= 1280
    assert steps[-1] == f"saved {len(list(tmp_path.glob('*.png')))} pictures in {tmp_path}"


def test_steps_are_taken_one_after_the_other() -> None:
    taken: list[str] = []

    def steps() -> Iterator[Callable[[], bool]]:
        taken.append("first")
        asked = iter((False, False, True))
        yield lambda: next(asked)
        taken.append("second")

    Walk(steps()).run()
    assert taken == ["first", "second"]


def test_a_step_that_fails_ends_the_walk() -> None:
    def steps() -> Iterator[Callable[[], bool]]:
        yield lambda: True
        raise TourError("nothing has the keyboard")

    hook = sys.excepthook
    with pytest.raises(TourError):
        Walk(steps()).run()
    assert sys.excepthook is hook


def test_a_step_that_never_comes_ends_the_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.tour.walk.PATIENCE_MS", 50)

    def steps() -> Iterator[Callable[[], bool]]:
        yield lambda: False

    with pytest.raises(TourError, match="too long"):
        Walk(steps()).run()
