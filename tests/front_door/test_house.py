"""The rules of the house that a machine can read: import directions, names, and what leaves the store."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = {".venv", ".tools", "build", "dist", "tour", ".git"}
SOURCES = [path for path in sorted(ROOT.rglob("*.py")) if path.relative_to(ROOT).parts[0] not in OUTSIDE]
ROOMS = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in {"main.py", "retention_desktop", "ui"}]

# main.py reads the arguments and hands over: to the window, the tour, or a verb of the command line.
MAIN_MAY_IMPORT = {
    "ui.app",
    "ui.tour",
    "retention_desktop.__main__",
    "retention_desktop.log_privacy",
    "retention_desktop.places",
}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "base", "misc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError|pragma: no cover")
BLANKET = re.compile(r"#\s*type:\s*ignore(?!\[)|#\s*noqa(?!:)")
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.~-])/(root|work)/[A-Za-z]")
FORBIDDEN = (UNFINISHED, BLANKET, SOMEBODYS_FOLDER)
SIGNS = ("TODO", "FIXME", "XXX", "HACK", "NotImplementedError", "no cover", "ignore", "noqa", "/root/", "/work/")
"""A line that any of the rules forbids has one of these; looking for plain words is twenty times as fast."""


def tree(path: Path) -> ast.Module:
    """A source file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(module: ast.Module) -> set[str]:
    """The dotted names a module imports anywhere, `from a import b` as both `a` and `a.b`."""
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def name(path: Path) -> str:
    """How a failure names the file."""
    return path.relative_to(ROOT).as_posix()


def test_the_import_contracts_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    answer = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_main_knows_the_doors_only() -> None:
    path = ROOT / "main.py"
    ours = {found for found in imports(tree(path)) if found.partition(".")[0] in {"ui", "retention_desktop"}}
    doors = {".".join(found.split(".")[:2]) for found in ours if "." in found}
    assert doors <= MAIN_MAY_IMPORT


def test_no_module_has_an_empty_name() -> None:
    named = {path: {path.stem, *path.relative_to(ROOT).parent.parts} for path in ROOMS}
    assert [name(path) for path, parts in named.items() if parts & EMPTY_NAMES] == []


def test_no_source_is_unfinished_or_silenced() -> None:
    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if path != Path(__file__).resolve()
        and any(sign in line for sign in SIGNS)
        and any(rule.search(line) for rule in FORBIDDEN)
    ]
    assert found == []


def sqlalchemy_names(module: ast.Module) -> set[str]:
    """What a module calls the things it imports from SQLAlchemy."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "sqlalchemy":
            found |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            theirs = [alias for alias in node.names if alias.name.partition(".")[0] == "sqlalchemy"]
            found |= {alias.asname or "sqlalchemy" for alias in theirs}
    return found


def public_functions(module: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a module, and the methods of its public classes, that others may call."""
    owners: list[ast.Module | ast.ClassDef] = [module]
    owners += [node for node in module.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    functions = [
        node for owner in owners for node in owner.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return [function for function in functions if not function.name.startswith("_")]


STORES = sorted((ROOT / "retention_desktop" / "storage").glob("*_store.py"))
STORES += sorted((ROOT / "retention_desktop" / "storage").glob("*_writer.py"))


def test_no_row_leaves_the_store() -> None:
    found = []
    for path in STORES:
        module = tree(path)
        theirs = sqlalchemy_names(module)
        for function in public_functions(module):
            assert function.returns is not None, f"{name(path)}: {function.name}"
            returned = {node.id for node in ast.walk(function.returns) if isinstance(node, ast.Name)}
            if returned & theirs:
                found.append(f"{name(path)}: {function.name} -> {ast.unparse(function.returns)}")
    assert found == []
    assert len(STORES) >= 3
