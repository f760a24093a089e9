"""What may be said on the command line: the verbs and their words, read and proven to be text."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from retention_desktop.errors import ShopError
from retention_desktop.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAMES_OF_FILES: Final = frozenset({"file", "data"})
_YEARS: Final = range(1900, 2200)
"""A shop's calendar; beyond it lie years that no zone or store can hold."""


def read_arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The words said, by name. Ends the program with 2 and a line on standard error where they mean nothing.

    The system hands bytes that are no text over as lone surrogates: a file may be called so, nothing else.
    """
    parser = _parser()
    arguments = parser.parse_args(argv)
    for name, value in vars(arguments).items():
        if isinstance(value, str) and name not in _NAMES_OF_FILES and not _is_text(value):
            parser.error(f"argument {name}: not text in this system's encoding")
    return arguments


def moment(text: str | None) -> datetime | None:
    """The UTC instant that an ISO text with an offset names. Raises ShopError instant_invalid."""
    if text is None:
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise ShopError("instant_invalid", text=text) from error
    if read.tzinfo is None or read.year not in _YEARS:
        raise ShopError("instant_invalid", text=text)
    return read.astimezone(UTC)


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


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
    parser.add_argument("--region", type=str.upper, help="by default JP")
    parser.add_argument("--currency", type=str.upper, help="by default JPY")
    parser.add_argument("--zone", help="by default Asia/Tokyo")
    parser.add_argument("--language", choices=("ja", "en"), help="by default ja")


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


def _redeem_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("customer")
    parser.add_argument("reward", help="uid or code of a reward, or id of a catalogue reward")
    parser.add_argument("--visit", default=None, help="uid of the visit whose bill it pays")
    parser.add_argument("--key", default=None, help="the same key again changes nothing")


def _refund_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("visit")
    parser.add_argument("--amount", type=int, default=None, help="integer minor units; by default all that is left")
    parser.add_argument("--key", default=None, help="the same key again changes nothing")


def _balance_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("customer")
    parser.add_argument("--at", default=None, metavar="INSTANT")


def _undo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("operation", nargs="?", default=None)


def _file_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file")


def _pin_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="as it stands on the list")


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true")


_HELP: Final = {
    "init": "make a store",
    "import": "read a list of customers or visits",
    "export": "write all customers to .csv, .xlsx or .vcf",
    "count": "count the SMS parts of the text on standard input",
    "visit": "log a visit",
    "balance": "what a customer has",
    "redeem": "redeem a customer's reward",
    "refund": "give money of a visit back",
    "undo": "take back an operation, by default the last one",
    "send": "send what is due, once",
    "check": "prove the store",
    "backup": "copy the store to a file",
    "restore": "put a backup in the store's place",
    "demo": "fill or remove the sample shop",
    "pin": "give somebody on the staff's list the PIN on standard input",
}
_ARGUMENTS: Final[dict[str, Callable[[argparse.ArgumentParser], None]]] = {
    "init": _init_arguments, "import": _import_arguments, "export": _file_argument, "count": _count_arguments,
    "visit": _visit_arguments, "balance": _balance_arguments, "redeem": _redeem_arguments,
    "refund": _refund_arguments, "undo": _undo_arguments, "backup": _file_argument,
    "restore": _file_argument, "demo": _demo_arguments,
    "pin": _pin_arguments,
}  # fmt: skip
