"""The verbs of the command line, their JSON and their exit codes."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.__main__ import main
from retention_desktop.places import LOG
from retention_desktop.storage.schema import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, dict[str, Any]]]

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, dict[str, Any]]:
        code = main(["--data", str(tmp_path / "data"), "--json", *map(str, words)])
        out = capsys.readouterr().out
        assert out.count("\n") == 1, "standard output is exactly one JSON object"
        return code, json.loads(out)

    return call


def test_init_makes_a_store_with_its_defaults(run: Run, tmp_path: Path) -> None:
    assert run("init") == (0, {"store": str(tmp_path / "data" / "shop.db"), "revision": HEAD})
    assert run("init", "--region", "jp")[0] == 0
    code, refused = run("init", "--currency", "EUR")
    assert (code, refused["error"]["code"], refused["error"]["facts"]["kept"]) == (1, "store_set_up", "JPY")


def test_what_nobody_foresaw_is_said_by_its_reference_and_told_to_the_log(run: Run, tmp_path: Path) -> None:
    run("demo")
    with closing(sqlite3.connect(tmp_path / "data" / "shop.db")) as connection:
        connection.execute("DROP TABLE visit_line")
        connection.execute("DROP TABLE refund_line")
        connection.execute("DROP TABLE refund")
    code, answer = run("refund", "nothing", "--key", "k")
    assert (code, answer["error"]["code"]) == (1, "unexpected")
    log = (tmp_path / "data" / LOG).read_text(encoding="utf-8")
    assert f"bug {answer['error']['facts']['reference']}" in log
    assert "no such table" in log


def test_an_address_book_is_not_read(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "all.vcf"
    book.write_text("BEGIN:VCARD\nEND:VCARD\n", encoding="utf-8")
    assert run("import", book)[1]["error"]["code"] == "format_unknown"


def test_a_visit_taken_back_stays_so_under_its_key(run: Run) -> None:
    run("demo")
    first = run("visit", "0101", "--amount", "900", "--key", "k")[1]
    run("undo", first["operation"])
    again = run("visit", "0101", "--amount", "900", "--key", "k")[1]
    assert (again["visit"], again["duplicate"], again["undone"], again["operation"]) == (first["visit"], True, True, "")


def test_a_shop_elsewhere_earns_in_its_own_currency(run: Run) -> None:
    run("init", "--region", "US", "--currency", "USD", "--zone", "America/New_York", "--language", "en")
    run("demo")
    _, answer = run("visit", "0101", "--amount", "2933")
    assert answer["currency"] == "USD"
    assert {earned["unit"]: earned["amount"] for earned in answer["earned"]} == {"punch": 1, "point": 29}


def test_the_list_is_imported_as_its_expectation_says(run: Run) -> None:
    wanted = json.loads((DATA / "customers_ja.expected.json").read_text(encoding="utf-8"))
    code, answer = run("import", DATA / "customers_ja.csv", "--consent", "SMSでのお知らせに同意")
    assert code == 0
    assert {name: answer[name] for name in ("rows", "created", "merged", "skipped")} == {
        name: wanted[name] for name in ("rows", "created", "merged", "skipped")
    }
    assert (answer["kind"], answer["encoding"], answer["reasons"]) == ("customers", "cp932", {"blank": 6})
    assert {"row": 10, "column": "携帯番号", "code": "phone_invalid"} in answer["problems"]
    assert run("import", DATA / "customers_ja.csv")[1]["error"]["code"] == "already_imported"
    again = run("import", DATA / "customers_ja.csv", "--again")[1]
    assert (again["created"], again["merged"] + again["skipped"]) == (0, 300)
    assert run("check")[1]["ok"]


def test_a_preview_writes_nothing(run: Run) -> None:
    _, preview = run("import", DATA / "customers_ja.csv", "--preview")
    assert (preview["import"], preview["created"]) == (None, 286)
    assert run("import", DATA / "customers_ja.csv", "--preview")[1]["created"] == 286


def test_an_import_is_undone_as_one_operation(run: Run) -> None:
    _, imported = run("import", DATA / "customers_ja.csv")
    code, undone = run("undo")
    assert (code, undone["undid"], undone["kind"], undone["kept"]) == (0, imported["import"], "import", [])
    assert run("import", DATA / "customers_ja.csv")[1]["created"] == 286


def test_visits_of_another_currency_are_kept_as_they_are(run: Run) -> None:
    _, answer = run("import", DATA / "cdnow_visits.csv", "--kind", "visits")
    assert (answer["rows"], answer["created"], answer["customers_created"]) == (6919, 6919, 2357)
    assert run("check")[1] == {"ok": True, "file": "ok", "entries": 0, "accounts": 0, "findings": []}


def test_a_visit_and_its_key(run: Run) -> None:
    run("demo")
    _, first = run("visit", "0101", "--amount", 8800, "--key", "till-7", "--at", "2026-01-05T03:00:00Z")
    assert (first["day"], first["amount"], first["currency"], first["duplicate"]) == ("2026-01-05", 8800, "JPY", False)
    assert sorted((one["unit"], one["amount"]) for one in first["earned"]) == [("point", 88), ("punch", 1)]
    _, again = run("visit", "0101", "--amount", 1, "--key", "till-7")
    assert (again["duplicate"], again["visit"], again["earned"]) == (True, first["visit"], [])
    _, balance = run("balance", "0101")
    assert [(one["unit"], one["balance"]) for one in balance["balances"]] == [
        (one["unit"], one["balance"]) for one in again["balances"]
    ]
    code, undone = run("undo", first["operation"])
    assert (code, undone["kind"]) == (0, "visit")
    code, refused = run("undo", first["operation"])
    assert (code, refused["error"]) == (1, {"code": "already_undone", "facts": {"operation": first["operation"]}})


def test_the_balance_of_an_earlier_instant_leaves_out_what_came_later(run: Run) -> None:
    run("demo")
    now = run("balance", "0101")[1]["balances"]
    run("visit", "0101", "--amount", 5000)
    assert run("balance", "0101", "--at", "2000-01-01T00:00:00Z")[1]["balances"][0]["balance"] == 0
    assert run("balance", "0101")[1]["balances"] != now


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["visit", "nobody"], "customer_not_found"),
        (["visit", "0101", "--at", "yesterday"], "instant_invalid"),
        (["visit", "0101", "--at", "2026-11-21T10:00:00"], "instant_invalid"),
        (["visit", "0101", "--amount", "-5"], "amount_invalid"),
        (["import", "no-such.csv"], "file_not_found"),
        (["export", "list.pdf"], "format_unknown"),
        (["restore", "no-such.db"], "file_not_found"),
    ],
)
def test_refusals_answer_with_a_code_and_exit_1(run: Run, words: list[str], code: str) -> None:
    run("demo")
    exit_code, answer = run(*words)
    assert (exit_code, answer["error"]["code"]) == (1, code)


def test_wrong_usage_exits_2(tmp_path: Path) -> None:
    for words in (["dance"], ["visit"], ["visit", "0101", "--amount", "much"], []):
        with pytest.raises(SystemExit) as caught:
            main(["--data", str(tmp_path), *words])
        assert caught.value.code == 2


def test_the_sample_shop_comes_and_goes(run: Run) -> None:
    code, filled = run("demo")
    assert (code, filled["customers"]) == (0, 60)
    assert run("demo") == (0, filled), "the second time changes nothing"
    code, removed = run("demo", "--remove")
    assert (code, removed["customers"]) == (0, 60)
    assert len({"", filled["operation"], removed["operation"]}) == 3
    assert run("demo", "--remove")[1]["customers"] == 0
    assert run("check")[1]["ok"]


def test_backup_and_restore(run: Run, tmp_path: Path) -> None:
    run("demo")
    _, made = run("backup", tmp_path / "copy.db")
    assert (made["ok"], made["bytes"]) == (True, (tmp_path / "copy.db").stat().st_size)
    run("demo", "--remove")
    assert run("restore", tmp_path / "copy.db")[1]["ok"]
    assert run("balance", "0101")[0] == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hi", {"encoding": "GSM-7", "units": 2, "parts": 1, "left": 158, "unicode": []}),
        ("It’s", {"encoding": "UCS-2", "units": 4, "parts": 1, "left": 66, "unicode": ["’"]}),
        ("こんにちは\r\n", {"encoding": "UCS-2", "units": 7, "parts": 1, "left": 63, "unicode": list("こんにちは")}),
    ],
)
def test_count_counts_the_text_as_given(
    run: Run, monkeypatch: pytest.MonkeyPatch, text: str, wanted: dict[str, Any]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code, answer = run("count")
    answer["unicode"] = list(dict.fromkeys(answer["unicode"]))
    wanted["unicode"] = list(dict.fromkeys(wanted["unicode"]))
    assert (code, answer) == (0, wanted)


def test_count_lines_answers_each(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "\n".join(json.dumps(text) for text in ("", "a" * 161, "x\ny"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert main(["count", "--lines", "--json"]) == 0
    assert [json.loads(line)["parts"] for line in capsys.readouterr().out.splitlines()] == [1, 2, 1]


def test_plain_words_without_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "visit", "nobody"]) == 1
    assert capsys.readouterr().err == (
        "No customer matches nobody. Name a uid, a member number or a whole phone number.\n"
    )


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "retention_desktop", "demo", "--data", str(tmp_path / "new"), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True, timeout=60)
    assert json.loads(done.stdout)["customers"] == 60


@pytest.mark.parametrize(
    ("words", "standard_input"),
    [
        (["count"], b"\xff\xfe"),
        (["count", "--lines"], b"not json\n"),
        (["count", "--lines"], b"123\n"),
        (["count", "--lines"], b'{"a": 1}\n'),
        (["count", "--lines"], b"null\n"),
        (["count", "--lines"], b"\xff\n"),
    ],
)
def test_what_is_no_text_to_count_is_wrong_usage(
    words: list[str], standard_input: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(standard_input)))
    assert main(words) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_half_a_character_is_counted_and_said_again_as_json_writes_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "retention_desktop", "count", "--lines"], input=b'"\\ud800"\n\n"b"\r\n',
        capture_output=True, cwd=ROOT, check=True, timeout=60,
    )  # fmt: skip
    first, second = map(json.loads, done.stdout.decode().splitlines())
    assert (first["unicode"], first["units"], second["units"]) == (["\ud800"], 1, 1)


@pytest.mark.parametrize("words", [("visit", "\udcff"), ("undo", "\udcff"), ("balance", "0101", "--at", "\udcff")])
def test_an_argument_that_is_no_text_is_wrong_usage(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--data", str(tmp_path), *words])
    assert caught.value.code == 2
    assert "not text" in capsys.readouterr().err


@pytest.mark.parametrize(
    "instant", ["", "soon", "2026-01-01", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]
)
def test_an_instant_outside_of_every_calendar_is_refused(run: Run, instant: str) -> None:
    run("demo")
    wanted = (1, {"error": {"code": "instant_invalid", "facts": {"text": instant}}})
    assert run("visit", "0101", "--at", instant) == wanted
    assert run("balance", "0101", "--at", instant) == wanted


def test_an_instant_with_an_offset_is_answered_in_utc(run: Run) -> None:
    run("demo")
    assert run("balance", "0101", "--at", "2026-01-02T09:00:00+09:00")[1]["at"] == "2026-01-02T00:00:00Z"


def test_an_empty_key_is_no_key(run: Run) -> None:
    run("demo")
    assert [run("visit", "0101", "--key", "")[1]["duplicate"] for _ in range(2)] == [False, False]


@pytest.mark.parametrize("name", ["a?b", "a%20b", "a#b", "日本語 フォルダ", "it's", ":memory:", "file:x?mode=ro"])
def test_every_verb_works_in_a_folder_of_any_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = tmp_path / name
    for words in (
        ["import", str(DATA / "customers_ja.csv")], ["export", str(folder / f"{name[:3]} #?%.csv")],
        ["backup", str(folder / "b #?% '日本.db")], ["restore", str(folder / "b #?% '日本.db")], ["check"],
    ):  # fmt: skip
        assert main(["--data", str(folder), "--json", *words]) == 0, capsys.readouterr()
    assert [made.name for made in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_read_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "\udc8c\udcda"
    odd.with_suffix(".csv").write_bytes((DATA / "customers_ja.csv").read_bytes())
    for words in (
        ["import", f"{odd}.csv"], ["export", f"{odd}.csv"], ["backup", f"{odd}.db"], ["restore", f"{odd}.db"],
    ):  # fmt: skip
        assert main(["--data", str(tmp_path / "data"), "--json", *words]) == 0, capsys.readouterr()


def test_a_data_folder_that_can_be_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", tmp_path / ("long" * 100)):
        assert main(["--data", str(folder), "--json", "check"]) == 1
        assert json.loads(capsys.readouterr().out)["error"]["code"] == "store_read_only"


def test_a_backup_replaces_a_file_and_nothing_else(run: Run, tmp_path: Path) -> None:
    run("demo")
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe.db")
    for target in ("folder.db", "file/copy.db", "pipe.db", "data/shop.db", "data/shop.db-wal", "long" * 100, ""):
        code, answer = run("backup", f"{tmp_path}/{target}")
        assert (code, answer["error"]["code"]) == (1, "file_not_written"), target
    assert (tmp_path / "pipe.db").is_fifo()
    assert run("check")[1]["ok"]
    assert run("restore", tmp_path / ("long" * 100))[1]["error"]["code"] == "file_not_found"
    for target in ("folder.csv", "pipe.csv"):
        (tmp_path / target.replace("csv", "db")).rename(tmp_path / target)
        assert run("export", tmp_path / target)[1]["error"]["code"] == "file_not_written"


def test_redeem_and_refund_answer_in_the_shape_of_a_visit(run: Run) -> None:
    run("demo")
    customer = "0101"
    visit: dict[str, Any] = {}
    for _ in range(10):
        _, visit = run("visit", customer, "--amount", 3000)
    _, before = run("balance", customer)
    issued = next(one["uid"] for one in before["rewards"] if one["state"] == "issued")
    code, used = run("redeem", customer, issued, "--key", "r-1")
    assert (code, used["duplicate"], used["visit"], used["customer"]) == (0, False, None, visit["customer"])
    _, again = run("redeem", customer, issued, "--key", "r-1")
    assert (again["duplicate"], again["operation"]) == (True, "")
    code, back = run("refund", visit["visit"], "--amount", 1000, "--key", "b-1")
    assert (code, back["visit"]) == (0, visit["visit"])
    assert [(one["unit"], one["amount"]) for one in back["earned"]] == [("point", -10)]
    code, refused = run("refund", visit["visit"], "--amount", 99999)
    assert (code, refused["error"]) == (1, {"code": "refund_too_much", "facts": {"left": 2000}})
    assert run("check")[1]["ok"]
