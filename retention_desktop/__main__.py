"""The command line: the same shop without a window, for schedulers, for moving data, for support."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.arguments import moment, read_arguments
from retention_desktop.domain import parts
from retention_desktop.errors import ShopError
from retention_desktop.log_privacy import PrivateFormatter, bug_reference
from retention_desktop.places import LOG, resources_folder
from retention_desktop.plain_text import FINDINGS, sentence
from retention_desktop.settings import ShopSettings, validate
from retention_desktop.shop import open_shop, restore_shop
from retention_desktop.storage.schema import HEAD

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence

    from retention_desktop.desk import Logged
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.shop import Shop

    Answer = dict[str, Any]

log = logging.getLogger(__name__)

STOPPED: Final = 130
WRONG_USAGE: Final = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit code: 0 done, 1 refused or found something, 2 wrong usage, 130 stopped."""
    _speak_utf8()
    arguments = read_arguments(argv)
    try:
        return _run(arguments)
    except ShopError as error:
        return _refuse(error, as_json=arguments.json)
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # noqa: BLE001  a bug: said by its reference, the log has the rest
        return _unexpected(error, Path(arguments.data), as_json=arguments.json)


def _speak_utf8() -> None:
    """A Windows console or pipe may be set to a code page that cannot hold a name; half a character is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _unexpected(error: Exception, folder: Path, *, as_json: bool) -> int:
    """Say a bug's short reference; all there is to know goes to the log beside the store."""
    reference = bug_reference(error)
    facts = (type(error), error, error.__traceback__)
    record = log.makeRecord(log.name, logging.ERROR, __file__, 0, "bug %s", (reference,), facts)
    with suppress(OSError), closing(logging.FileHandler(folder / LOG, encoding="utf-8")) as handler:
        handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        handler.handle(record)
    if as_json:
        _print_json({"error": {"code": "unexpected", "facts": {"reference": reference}}})
    else:
        said = f"Something nobody foresaw went wrong (reference {reference}). The log beside the store says more."
        sys.stderr.write(said + "\n")
    return 1


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


def _show(arguments: argparse.Namespace, answer: Answer, *, as_json: bool = False) -> int:
    if arguments.json or as_json:
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


def _first_settings(arguments: argparse.Namespace) -> ShopSettings | None:
    if arguments.verb != "init":
        return None
    given = _given(arguments)
    for name, value in given.items():
        validate(name, value)
    return ShopSettings(**given)


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    """The settings that `init` names."""
    said = {name: getattr(arguments, name) for name in ("region", "currency", "zone", "language")}
    return {name: value for name, value in said.items() if value is not None}


# -- the verbs --------------------------------------------------------------------------------------------------------


def _init(shop: Shop, arguments: argparse.Namespace) -> Answer:
    """A store that is there keeps its settings: what it holds was counted in them."""
    for name, value in _given(arguments).items():
        kept = str(getattr(shop.settings.now, name))
        if kept != value:
            raise ShopError("store_set_up", name=name, kept=kept, value=value)
    return {"store": str(shop.db.path), "revision": HEAD}


def _import(shop: Shop, arguments: argparse.Namespace) -> Answer:
    prepared = shop.transfer.prepare(Path(arguments.file), kind=arguments.kind, currency=arguments.currency)
    if arguments.preview:
        answer: Answer = {"import": None, "kind": arguments.kind, "already_imported": prepared.already_imported}
        return answer | _counts(prepared, arguments.kind)
    done = shop.transfer.run(prepared, consent=arguments.consent or None, again=arguments.again)
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
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
        texts = _lines(text) if arguments.lines else [text]
    except ValueError:
        wanted = "one JSON string a line" if arguments.lines else "text"
        sys.stderr.write(f"count: standard input must be {wanted}, in UTF-8\n")
        return WRONG_USAGE
    for each in texts:
        _show(arguments, _counted(each), as_json=arguments.lines)
    return 0


def _lines(text: str) -> list[str]:
    """The JSON strings of all lines that are not blank. Raises ValueError where something else stands in one."""
    found = [json.loads(line) for line in text.split("\n") if line.strip()]
    if not all(isinstance(each, str) for each in found):
        raise ValueError(text)
    return found


def _counted(text: str) -> Answer:
    count = parts.count(text)
    return {
        "encoding": str(count.encoding), "units": count.units, "parts": count.parts, "left": count.left,
        "unicode": list(count.unicode),
    }  # fmt: skip


def _visit(shop: Shop, arguments: argparse.Namespace) -> Answer:
    logged = shop.desk.log_visit(
        shop.customers.resolve(arguments.customer), amount=arguments.amount, at=moment(arguments.at),
        key=arguments.key, guarded=False, wait_ms=5000,
    )  # fmt: skip
    return _logged(logged)


def _redeem(shop: Shop, arguments: argparse.Namespace) -> Answer:
    redeemed = shop.desk.redeem(
        shop.customers.resolve(arguments.customer), arguments.reward, visit=arguments.visit, key=arguments.key,
        wait_ms=5000,
    )  # fmt: skip
    visit = redeemed.visit
    return {
        "visit": visit.uid if visit else None, "customer": redeemed.customer,
        "day": visit.day.isoformat() if visit else None, "amount": visit.amount if visit else None,
        "currency": visit.currency if visit else None, "duplicate": redeemed.duplicate,
        "operation": redeemed.operation, "earned": [asdict(earned) for earned in redeemed.earned],
        "balances": [_balance_of(balance) for balance in redeemed.balances], "reward": redeemed.reward.uid,
        "discount": redeemed.discount,
    }  # fmt: skip


def _refund(shop: Shop, arguments: argparse.Namespace) -> Answer:
    return _logged(shop.desk.refund(arguments.visit, amount=arguments.amount, key=arguments.key, wait_ms=5000))


def _logged(logged: Logged) -> Answer:
    visit = logged.visit
    return {
        "visit": visit.uid, "customer": logged.customer, "day": visit.day.isoformat(), "amount": visit.amount,
        "currency": visit.currency, "duplicate": logged.duplicate, "undone": visit.voided,
        "operation": logged.operation, "limits": [asdict(one) for one in logged.limits],
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
    held = shop.loyalty.holdings(shop.customers.resolve(arguments.customer), moment(arguments.at))
    return {
        "customer": held.customer, "at": _instant(held.at), "balances": [_balance_of(b) for b in held.balances],
        "rewards": [{"uid": reward.uid, "name": reward.name, "state": reward.state} for reward in held.rewards],
    }  # fmt: skip


def _undo(shop: Shop, arguments: argparse.Namespace) -> Answer:
    undone = shop.history.undo(arguments.operation)
    kept = [asdict(row) for row in undone.kept]
    return {"operation": undone.operation, "undid": undone.undid, "kind": undone.kind, "kept": kept}


def _send(shop: Shop, _arguments: argparse.Namespace) -> Answer:
    birthdays = len(shop.loyalty.pay_birthdays())
    return {"birthdays": birthdays} | asdict(shop.sending.drain())


def _check(shop: Shop, _arguments: argparse.Namespace) -> Answer:
    done = shop.checkup.check()
    return {
        "ok": done.ok, "file": done.file, "entries": done.entries, "accounts": done.accounts,
        "findings": [asdict(one) | {"sentence": FINDINGS.get(one.code, one.code)} for one in done.findings],
    }  # fmt: skip


def _backup(shop: Shop, arguments: argparse.Namespace) -> Answer:
    made = shop.backup.to_file(Path(arguments.file))
    return {"file": str(made.file), "bytes": made.size, "ok": True}


def _restore(arguments: argparse.Namespace) -> Answer:
    made = restore_shop(Path(arguments.file), Path(arguments.data))
    return {"file": str(made.file), "bytes": made.size, "ok": True}


def _demo(shop: Shop, arguments: argparse.Namespace) -> Answer:
    people = shop.sample_shop.remove() if arguments.remove else shop.sample_shop.fill()
    return {
        "customers": people,
        "operation": shop.history.newest("sample_remove" if arguments.remove else "sample_fill"),
    }


def _pin(shop: Shop, arguments: argparse.Namespace) -> Answer:
    wanted = arguments.name.strip().casefold()
    person = next((one for one in shop.staff.members() if one.name.casefold() == wanted), None)
    if person is None:
        raise ShopError("staff_not_found")
    shop.staff.edit(person.uid, pin=sys.stdin.buffer.readline().decode("utf-8", "replace").strip())
    return {"staff": person.uid, "name": person.name}


_VERBS: Final[dict[str, Callable[[Shop, argparse.Namespace], Answer]]] = {
    "init": _init, "import": _import, "export": _export, "visit": _visit, "balance": _balance, "undo": _undo,
    "redeem": _redeem, "refund": _refund,
    "send": _send, "check": _check, "backup": _backup, "demo": _demo,
    "pin": _pin,
}  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
