"""QR codes: read back by a decoder at any size, crisp, and told to those who can't see them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, qGray

from retention_desktop.domain.person_code import person_code
from tests.ui.shared.scanner import scan
from ui.shared.qr import QUIET, QrCode, paint_qr, qr_image, qr_path

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shared.theme import Theme

CODES = ("0148", "A-102", person_code("01a200ee-5de7-7c92-9498-674dfbca8ea3"), "https://example.com/会員?番号=7")


@pytest.mark.parametrize("text", CODES)
@pytest.mark.parametrize("module", [2, 3, 8])
def test_a_decoder_reads_what_was_put_in(text: str, module: int) -> None:
    assert scan(qr_image(text, module)) == [text]


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_widget_is_read_at_once_and_twice_the_scale(theme: Theme, qtbot: QtBot, ratio: int) -> None:
    theme.set_mode("dark")
    code = QrCode("QR code: member 0148", "0148", side=120)
    qtbot.addWidget(code)
    code.resize(code.sizeHint())
    picture = QImage(120 * ratio, 120 * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.black)
    code.render(picture)
    assert scan(picture) == ["0148"]
    assert {qGray(picture.pixel(x, y)) for x in range(picture.width()) for y in range(picture.height())} == {0, 255}


@pytest.mark.usefixtures("theme")
def test_the_widget_says_what_it_holds(qtbot: QtBot) -> None:
    code = QrCode("QR code: member 0148", "0148")
    qtbot.addWidget(code)
    assert (code.accessibleName(), code.text) == ("QR code: member 0148", "0148")
    code.show_text("QR code: card D77", "79DJDMY4HX")
    assert (code.accessibleName(), code.text) == ("QR code: card D77", "79DJDMY4HX")
    with pytest.raises(ValueError, match=r".+"):
        code.show_text("too much", "x" * 5000)
    assert code.text == "79DJDMY4HX"


@pytest.mark.usefixtures("theme")
def test_painted_into_any_place_it_keeps_its_quiet_zone() -> None:
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    paint_qr(painter, "0148", QRectF(50, 30, 240, 240))
    painter.end()
    assert scan(picture) == ["0148"]
    _, modules = qr_path("0148")
    zone = QUIET * 240 // (modules + 2 * QUIET) - 1
    assert all(qGray(picture.pixel(50 + x, 30 + y)) == 255 for x in range(240) for y in range(zone))


def test_the_library_waits_until_a_code_is_made() -> None:
    command = "import sys; import ui.shared.qr; sys.exit('segno' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
