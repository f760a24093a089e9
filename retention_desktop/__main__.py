"""The command line: the same shop without a window, for schedulers, for moving data, for support."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain import parts
from retention_desktop.errors import ShopError
from retention_desktop.places import data_folder, resources_folder
from retention_desktop.plain_text import sentence
from retention_desktop.settings import ShopSettings, validate
from retention_desktop.shop import open_shop, restore_shop
from retention_desktop.storage.schema import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from retention_desktop.desk import Logged
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.shop import Shop

    Answer = dict[str, Any]

STOPPED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit code: 0 done, 1 refused or found something, 2 wrong usage, 130 stopped."""
    _speak_utf8()
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments)
    except ShopError as error:
        return _refuse(error, as_json=arguments.json)
    except KeyboardInterrupt:
        return STOPPED


def _speak_utf8() -> None:
    """A Windows console or pipe may be set to a code page that cannot hold a name."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _refuse(error: ShopError, *, as_json: bool) -> int:
    if error.code == "stopped":
        return STOPPED
    if as_json:
        _print_json({"error": {"code": error.code, "facts": error.facts}})
    else:
        sys.stderr.write(sentence(error) + "\n")
    return 1


def _run(arguments: argparse.Namespace) -> int:
    if arguments.verb == "count":
        return _count(arguments)
    if arguments.verb == "restore":
        return _show(arguments, _restore(arguments))
    shop = open_shop(Path(arguments.data), resources_folder(), first=_first_settings(arguments))
    try:
        verb: Callable[[Shop, argparse.Namespace], Answer] = _VERBS[arguments.verb]
        answer = verb(shop, arguments)
    finally:
        shop.close()
    return _show(arguments, answer)


def _show(arguments: argparse.Namespace, answer: Answer) -> int:
    if arguments.json:
        _print_json(answer)
    else:
        sys.stdout.writelines(f"{line}\n" for line in _plain(answer))
    return 1 if answer.get("ok") is False else 0


def _print_json(answer: Answer) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, default=_json_value) + "\n")


def _json_value(value: object) -> object:
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, (set, frozenset, tuple)):
        return list(value)
    return str(value)


def _instant(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


def _plain(answer: Answer, indent: str = "") -> Iterable[str]:
    for name, value in answer.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _plain(value, indent + "  ")
        elif isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
            yield f"{indent}{name}: {len(value)}"
            for item in value:
                yield indent + "  " + ", ".join(f"{key} {_json_value(part)}" for key, part in item.items())
        else:
            yield f"{indent}{name}: {', '.join(map(str, value)) if isinstance(value, (list, tuple)) else value}"


# -- the arguments ----------------------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="retention-desktop", description="The shop without a window.")
    _add_shared(parser, data=str(data_folder()), as_json=False)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, explain in _HELP.items():
        verb = verbs.add_parser(name, help=explain)
        _add_shared(verb, data=argparse.SUPPRESS, as_json=argparse.SUPPRESS)
        _ARGUMENTS.get(name, _no_arguments)(verb)
    return parser


def _add_shared(parser: argparse.ArgumentParser, *, data: str, as_json: bool | str) -> None:
    """Both may stand before the verb or after it."""
    parser.add_argument("--data", metavar="DIR", default=data, help="folder of the store")
    parser.add_argument("--json", action="store_true", default=as_json, help="answer with one JSON object")


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    """This verb takes none."""


def _init_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--region", default="JP")
    parser.add_argument("--currency", default="JPY")
    parser.add_argument("--zone", default="Asia/Tokyo")
    parser.add_argument("--language", choices=("ja", "en"), default="ja")


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file")
    parser.add_argument("--kind", choices=("customers", "visits"), default="customers")
    parser.add_argument("--currency", default=None)
    parser.add_argument(
        "--consent", metavar="TEXT", default=None, help="these people agreed to messages, in these words"
    )
    parser.add_argument("--again", action="store_true", help="import a file that was imported before")
    parser.add_argument("--preview", action="store_true", help="say what would happen and write nothing")


def _count_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lines", action="store_true", help="one JSON string a line")


def _visit_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("customer")
    parser.add_argument("--amount", type=int, default=None, help="integer minor units")
    parser.add_argument("--at", default=None, metavar="INSTANT")
    parser.add_argument("--key", default=None, help="the same key again changes nothing")


def _balance_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("customer")
    parser.add_argument("--at", default=None, metavar="INSTANT")


def _undo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("operation", nargs="?", default=None)


def _file_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file")


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true")


_HELP: Final = {
    "init": "make a store",
    "import": "read a list of customers or visits",
    "export": "write all customers to .csv, .xlsx or .vcf",
    "count": "count the SMS parts of the text on standard input",
    "visit": "log a visit",
    "balance": "what a customer has",
    "undo": "take back an operation, by default the last one",
    "send": "send what is due, once",
    "check": "prove the store",
    "backup": "copy the store to a file",
    "restore": "put a backup in the store's place",
    "demo": "fill or remove the sample shop",
}
_ARGUMENTS: Final[dict[str, Callable[[argparse.ArgumentParser], None]]] = {
    "init": _init_arguments, "import": _import_arguments, "export": _file_argument, "count": _count_arguments,
    "visit": _visit_arguments, "balance": _balance_arguments, "undo": _undo_arguments, "backup": _file_argument,
    "restore": _file_argument, "demo": _demo_arguments,
}  # fmt: skip


def _first_settings(arguments: argparse.Namespace) -> ShopSettings | None:
    if arguments.verb != "init":
        return None
    given = {name: getattr(arguments, name) for name in ("region", "currency", "zone", "language")}
    for name, value in given.items():
        validate(name, value)
    return ShopSettings(**given)


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ShopError("instant_invalid", text=text) from error
    if moment.tzinfo is None:
        raise ShopError("instant_invalid", text=text)
    return moment


# -- the verbs --------------------------------------------------------------------------------------------------------


def _init(shop: Shop, _arguments: argparse.Namespace) -> Answer:
    return {"store": str(shop.db.path), "revision": HEAD}


def _import(shop: Shop, arguments: argparse.Namespace) -> Answer:
    prepared = shop.transfer.prepare(Path(arguments.file), kind=arguments.kind, currency=arguments.currency)
    if arguments.preview:
        answer: Answer = {"import": None, "kind": arguments.kind, "already_imported": prepared.already_imported}
        return answer | _counts(prepared, arguments.kind)
    done = shop.transfer.run(prepared, consent=arguments.consent, again=arguments.again)
    return {"import": done.import_uid, "operation": done.import_uid, "kind": done.kind} | _counts(done, arguments.kind)


def _counts(counted: Any, kind: str) -> Answer:  # noqa: ANN401  Prepared and Imported share these fields
    answer = {
        "encoding": counted.encoding, "rows": counted.rows, "created": counted.created, "merged": counted.merged,
        "skipped": counted.skipped, "reasons": dict(counted.reasons),
        "problems": [
            {"row": problem.row, "column": problem.column, "code": problem.code} for problem in counted.problems
        ],
    }  # fmt: skip
    return answer | ({"customers_created": counted.customers_created} if kind == "visits" else {})


def _export(shop: Shop, arguments: argparse.Namespace) -> Answer:
    done = shop.transfer.export(Path(arguments.file))
    return {"file": str(done.file), "rows": done.rows, "unmappable": list(done.unmappable)}


def _count(arguments: argparse.Namespace) -> int:
    text = sys.stdin.buffer.read().decode("utf-8")
    if not arguments.lines:
        return _show(arguments, _counted(text))
    for line in text.split("\n"):
        if line.strip():
            _print_json(_counted(json.loads(line)))
    return 0


def _counted(text: str) -> Answer:
    count = parts.count(text)
    return {
        "encoding": str(count.encoding), "units": count.units, "parts": count.parts, "left": count.left,
        "unicode": list(count.unicode),
    }  # fmt: skip


def _visit(shop: Shop, arguments: argparse.Namespace) -> Answer:
    logged = shop.desk.log_visit(
        shop.customers.resolve(arguments.customer), amount=arguments.amount, at=_moment(arguments.at),
        key=arguments.key, guarded=False, wait_ms=5000,
    )  # fmt: skip
    return _logged(logged)


def _logged(logged: Logged) -> Answer:
    visit = logged.visit
    return {
        "visit": visit.uid, "customer": logged.customer, "day": visit.day.isoformat(), "amount": visit.amount,
        "currency": visit.currency, "duplicate": logged.duplicate, "operation": logged.operation,
        "earned": [asdict(earned) for earned in logged.earned], "balances": [_balance_of(b) for b in logged.balances],
    }  # fmt: skip


def _balance_of(balance: Balance) -> Answer:
    return {
        "programme": balance.programme, "name": balance.name, "unit": balance.unit, "balance": balance.balance,
        "lots": [
            {"left": lot.left, "expires_on": lot.expires_on.isoformat() if lot.expires_on else None}
            for lot in balance.lots
        ],
    }  # fmt: skip


def _balance(shop: Shop, arguments: argparse.Namespace) -> Answer:
    held = shop.loyalty.holdings(shop.customers.resolve(arguments.customer), _moment(arguments.at))
    return {
        "customer": held.customer, "at": _instant(held.at), "balances": [_balance_of(b) for b in held.balances],
        "rewards": [{"uid": reward.uid, "name": reward.name, "state": reward.state} for reward in held.rewards],
    }  # fmt: skip


def _undo(shop: Shop, arguments: argparse.Namespace) -> Answer:
    undone = shop.history.undo(arguments.operation)
    kept = [asdict(row) for row in undone.kept]
    return {"operation": undone.operation, "undid": undone.undid, "kind": undone.kind, "kept": kept}


def _send(shop: Shop, _arguments: argparse.Namespace) -> Answer:
    return asdict(shop.sending.drain())


def _check(shop: Shop, _arguments: argparse.Namespace) -> Answer:
    done = shop.checkup.check()
    return {
        "ok": done.ok, "file": done.file, "entries": done.entries, "accounts": done.accounts,
        "findings": [asdict(finding) for finding in done.findings],
    }  # fmt: skip


def _backup(shop: Shop, arguments: argparse.Namespace) -> Answer:
    made = shop.backup.to_file(Path(arguments.file))
    return {"file": str(made.file), "bytes": made.size, "ok": True}


def _restore(arguments: argparse.Namespace) -> Answer:
    made = restore_shop(Path(arguments.file), Path(arguments.data))
    return {"file": str(made.file), "bytes": made.size, "ok": True}


def _demo(shop: Shop, arguments: argparse.Namespace) -> Answer:
    return {"customers": shop.sample_shop.remove() if arguments.remove else shop.sample_shop.fill()}


_VERBS: Final[dict[str, Callable[[Shop, argparse.Namespace], Answer]]] = {
    "init": _init, "import": _import, "export": _export, "visit": _visit, "balance": _balance, "undo": _undo,
    "send": _send, "check": _check, "backup": _backup, "demo": _demo,
}  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
