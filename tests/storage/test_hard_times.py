"""A full disk and a folder that can't be written: a clear code, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="file-size limits and modes are POSIX's")

ROOT = Path(__file__).parents[2]
_FULL = """
import json, resource, signal, sys
from pathlib import Path
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
shop = open_shop(Path(sys.argv[1]), Path("resources"))
soft = max(file.stat().st_size for file in Path(sys.argv[1]).iterdir()) + 400_000
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, resource.RLIM_INFINITY))
code, added = "", 0
try:
    for added in range(100_000):
        shop.customers.add(CustomerDraft(name=f"customer {added}", notes="x" * 2000))
except ShopError as error:
    code = error.code
kept = shop.customers.count()
resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, resource.RLIM_INFINITY))
try:
    shop.backup.now()
    backup = "made"
except ShopError as error:
    backup = error.code
left = [file.name for file in (Path(sys.argv[1]) / "backups").glob("*.tmp")]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
shop.customers.add(CustomerDraft(name="afterwards"))
print(json.dumps({"code": code, "added": added, "kept": kept, "backup": backup, "left": left,
                  "after": shop.customers.count(), "ok": shop.checkup.check().ok}))
shop.close()
"""


def _run(script: str, *words: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, cwd=ROOT, check=False, timeout=100,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def test_a_full_disk_loses_nothing_and_work_goes_on_afterwards(tmp_path: Path) -> None:
    answer = _run(_FULL, str(tmp_path))
    assert answer["code"] == "disk_full"
    assert answer["kept"] == answer["added"], "each customer whose saving was answered is there, and no other"
    assert (answer["backup"], answer["left"]) == ("disk_full", [])
    assert (answer["after"], answer["ok"]) == (int(str(answer["kept"])) + 1, True)


_READ_ONLY = """
import json, os, sys, tempfile
from pathlib import Path
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
with tempfile.TemporaryDirectory() as warm:  # everything is imported before the account is left
    open_shop(Path(warm), Path("resources"), window=True).close()
if os.geteuid() == 0:
    os.seteuid(65534)
codes = []
for window in (True, False):
    try:
        open_shop(Path(sys.argv[1]), Path("resources"), window=window)
    except ShopError as error:
        codes.append(error.code)
print(json.dumps({"codes": codes}))
"""
_MAKE = """
import sys
import tempfile
from pathlib import Path
from retention_desktop.shop import open_shop
open_shop(Path(sys.argv[1]), Path("resources")).close()
print("{}")
"""


@pytest.mark.parametrize("there_is_a_store", [False, True])
def test_a_folder_that_cannot_be_written_says_so(there_is_a_store: bool) -> None:  # noqa: FBT001
    with tempfile.TemporaryDirectory() as reachable:
        Path(reachable).chmod(0o755)
        folder = Path(reachable) / "data"
        folder.mkdir()
        if there_is_a_store:
            _run(_MAKE, str(folder))
            (folder / "shop.db").chmod(0o644)
        folder.chmod(0o555)
        try:
            assert _run(_READ_ONLY, str(folder))["codes"] == ["store_read_only", "store_read_only"]
        finally:
            folder.chmod(0o755)
