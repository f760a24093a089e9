"""`check` on 1,000,000 visits and 2,000,000 ledger entries.

Floor: the plain sums over the same rows, by `sqlite3` alone, each row read once: count and sum of the entries of each
account, sum of what was taken of each lot, count and sum of the visits of each customer, sums of what each account
carries over. The first figure is every proof of `check` (sums, lots, allocations, cards, rewards, caches, discounts,
carry-over) against these sums; the next one what is proven beside the ledger (rewards by the journal, coupons, stages,
search keys, numbers, triggers), on its own; then all of `check`, which beside the proofs lets SQLite look at
every page, index and reference of the file, against the sums and those two pragmas, and against the sums alone.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.loyal_shop import loyal_shop, open_here
from benchmarks.measure import Figure, compare, in_turn, milliseconds, tell
from retention_desktop.storage import checkup_store, proof_store

VISITS, ENTRIES, ROUNDS, GOAL, MOST_MB = 1_000_000, 2_000_000, 3, 3.0, 200.0
SUMS = (
    "SELECT account, count(*), sum(amount) FROM ledger_entry GROUP BY account",
    "SELECT lot, sum(amount) FROM allocation GROUP BY lot",
    "SELECT customer, count(*), sum(amount) FROM visit GROUP BY customer",
    "SELECT account, rule, sum(base), sum(granted) FROM carry GROUP BY account, rule",
)


def raw_sums(connection: sqlite3.Connection) -> None:
    """The floor, row by row and nothing kept."""
    for statement in SUMS:
        for _ in connection.execute(statement):
            pass


def sqlites_own(connection: sqlite3.Connection) -> None:
    """SQLite's own look at the file."""
    for pragma in ("integrity_check", "foreign_key_check"):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def memory(folder: Path) -> float:
    """What `check` needs at its peak in a process of its own, beyond the open shop; MB."""
    script = (
        f"from pathlib import Path; from benchmarks.ledger_check import check_alone; check_alone(Path({str(folder)!r}))"
    )
    answer = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return float(answer.stdout)


def check_alone(folder: Path) -> None:
    """Print by how many MB `check` raises the peak of this process, for `memory`."""
    with closing(open_here(folder)) as shop:
        _ = shop.checkup, shop.loyalty.programmes()
        before = peak_mb()
        assert shop.checkup.check().ok
        print(peak_mb() - before)


def peak_mb() -> float:
    """The most memory this process has held, in MB (Linux; 0 elsewhere)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def main() -> None:
    """Build, measure, tell."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "shop"
        building = milliseconds(lambda: loyal_shop(folder, VISITS))
        print(f"built in {building / 1000:.0f} s, {(folder / 'shop.db').stat().st_size / 1e6:.0f} MB")
        with closing(open_here(folder)) as shop, closing(sqlite3.connect(shop.db.path)) as connection:
            connection.execute("PRAGMA cache_size=-32000")
            with shop.db.read() as tx:
                assert checkup_store.sizes(tx)[0] == ENTRIES

            def prove(_: int) -> None:
                with shop.db.read() as tx:
                    assert not list(checkup_store.findings(tx))

            def prove_beside(_: int) -> None:
                with shop.db.read() as tx:
                    beside_found.update(finding.code for finding in proof_store.findings(tx))

            beside_found: set[str] = set()
            sums, proofs, beside = in_turn(ROUNDS, lambda _: raw_sums(connection), prove, prove_beside)
            look = milliseconds(lambda: sqlites_own(connection))
            whole = milliseconds(shop.checkup.check)
        peak = memory(folder)
    label = "check of 1,000,000 visits and 2,000,000 entries"
    compare(f"{label}: every proof", "the raw SQL sums", proofs, sums, GOAL)
    compare(f"{label}: beside the ledger", "the raw SQL sums", beside, sums, None)
    floor = sorted(sums)[ROUNDS // 2] + look
    compare(f"{label}: with the file", "the raw SQL sums, integrity_check, foreign_key_check", [whole], [floor], None)
    compare(f"{label}: with the file", "the raw SQL sums", [whole], sums, None)
    tell(Figure(name=f"{label}: memory", floor_name="", ours=peak, floor=0.0, unit="MB", goal=MOST_MB))


if __name__ == "__main__":
    main()
