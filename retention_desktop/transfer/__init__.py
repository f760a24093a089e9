"""Customers and visits in and out of files: read and matched first, shown, then written in one operation."""

from __future__ import annotations

from retention_desktop.transfer.exporting import Exported
from retention_desktop.transfer.findings import PROBLEMS, Finding, PreviewRow, Problem
from retention_desktop.transfer.prepared import Imported, Peeked, Prepared
from retention_desktop.transfer.transfer import Transfer

__all__ = [
    "PROBLEMS",
    "Exported",
    "Finding",
    "Imported",
    "Peeked",
    "Prepared",
    "PreviewRow",
    "Problem",
    "Transfer",
]
