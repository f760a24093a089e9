"""requirements.lock: whole, hashed, of no particular index, and what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRY = re.compile(r"^(?P<requirement>[A-Za-z0-9][^\\\n]*?) \\\n(?P<rest>(?:    .*\n)+)", re.MULTILINE)


def locked() -> dict[str, Requirement]:
    """Every requirement of the lock by its canonical name."""
    requirements = (Requirement(match["requirement"]) for match in ENTRY.finditer(LOCK))
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


def declared() -> list[Requirement]:
    """What pyproject.toml asks for, to run the program and to work on it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    texts: list[str] = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [Requirement(text) for text in texts]


def version(requirement: Requirement) -> str:
    """The one version that a line of the lock names."""
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


def test_it_names_no_address() -> None:
    assert "http" not in LOCK
    assert "://" not in LOCK
    for option in ("--index-url", "--extra-index-url", "--find-links", "--trusted-host", "@ "):
        assert not re.search(rf"^[^#]*{option}", LOCK, re.MULTILINE), option


def test_every_line_is_one_version_with_hashes() -> None:
    entries = list(ENTRY.finditer(LOCK))
    starts = [line for line in LOCK.splitlines() if re.match(r"[A-Za-z0-9]", line)]
    assert len(entries) == len(starts) > 40
    for entry in entries:
        assert version(Requirement(entry["requirement"])), entry[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry["rest"]), entry["requirement"]


@pytest.mark.parametrize("requirement", declared(), ids=lambda requirement: requirement.name)
def test_it_holds_what_the_project_asks_for(requirement: Requirement) -> None:
    found = locked()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version(found))


def test_the_environment_is_the_lock() -> None:
    wanted = {name: version(line) for name, line in locked().items() if not line.marker or line.marker.evaluate()}
    installed = {name: metadata.version(name) for name in wanted}
    assert installed == wanted
