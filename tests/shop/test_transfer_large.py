"""A list far larger than any shop's: nothing is lost, stopping leaves nothing, a full disk leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

ROOT = Path(__file__).parents[2]
ROWS = 100_000


def write_list(path: Path, rows: int) -> Path:
    with path.open("w", encoding="cp932", newline="") as file:
        file.write("会員番号,氏名,フリガナ,携帯,生年月日,備考\n")
        for number in range(rows):
            phone = f"0{7 + number % 3}0{10_000_000 + number}"
            file.write(f"{number},髙橋　花{number % 97},タカハシ ハナ,{phone},S{1 + number % 63}.4.1,表\n")
    return path


class Stop:
    """Asks to stop once half of the rows are in."""

    def __init__(self) -> None:
        self.rows = 0

    def hear(self, done: int, _total: int) -> None:
        self.rows = done

    def is_set(self) -> bool:
        return self.rows > ROWS // 2


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_hundred_thousand_people(shop: Shop, tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.csv", ROWS)
    stop = Stop()
    prepared = shop.transfer.prepare(path)
    with pytest.raises(ShopError, match="stopped"):
        shop.transfer.run(prepared, progress=stop.hear, stop=stop)
    assert shop.customers.count() == 0
    done = shop.transfer.run(prepared, consent="はい")
    assert (done.rows, done.created, done.merged, done.skipped) == (ROWS, ROWS, 0, 0)
    assert shop.customers.count() == ROWS
    assert len(shop.customers.keys(query="花96")) == ROWS // 97
    assert shop.checkup.check().ok
    out = tmp_path / "out.csv"
    assert shop.transfer.export(out).rows == ROWS
    again = shop.transfer.run(shop.transfer.prepare(out))
    assert (again.created, again.merged, again.problems) == (0, ROWS, ())
    shop.history.undo(again.import_uid)
    shop.history.undo(done.import_uid)
    assert shop.customers.count() == 0
    assert shop.checkup.check().ok


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
data, resources, file = map(Path, sys.argv[1:])
shop = open_shop(data, resources)
prepared = shop.transfer.prepare(file)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (shop.db.path.with_name("shop.db-wal").stat().st_size + 65536, hard))
try:
    shop.transfer.run(prepared)
except ShopError as error:
    print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
print(shop.customers.count(), shop.checkup.check().ok, shop.transfer.run(prepared).created)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    file = write_list(tmp_path / "list.csv", 2000)
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / "data"), str(ROOT / "resources"), str(file)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert run.stdout.splitlines() == ["disk_full", "0 True 2000"], run.stderr
