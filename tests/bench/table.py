"""The table that ``make bench`` prints, and the same as JSON."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec

from tests.bench.material import fingerprint
from tests.bench.measuring import Row

_PACKAGES = ("PySide6", "peewee", "sqlcipher3", "lxml", "pypdfium2", "python-docx", "XlsxWriter")
_HEAD = ("what", "ours", "peer", "ratio", "least–most", "goal", "met", "peer is")


def printed(rows: Sequence[Row]) -> str:
    """Return the rows as a table for a person."""
    lines = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def as_json(rows: Sequence[Row]) -> bytes:
    """Return the rows with what they were measured on."""
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
        "processors": os.cpu_count(),
        "load": os.getloadavg() if hasattr(os, "getloadavg") else (),
        "sqlite": sqlite3.sqlite_version,
        "packages": {name: version(name) for name in _PACKAGES},
        "material": fingerprint(),
    }
    return msgspec.json.format(msgspec.json.encode({"machine": machine, "rows": rows}), indent=2)


def _cells(row: Row) -> tuple[str, ...]:
    has_peer = row.peer is not None and row.ratio is not None
    return (
        row.name,
        _time(row.product),
        _time(row.peer) if row.peer is not None else "",
        f"{row.ratio:.2f}" if row.ratio is not None else "",
        f"{row.ratio_least:.2f}–{row.ratio_most:.2f}" if has_peer else "",
        f"≤ {row.goal:g}" if has_peer else f"≤ {_time(row.goal)}",
        "yes" if row.is_met else "NO",
        row.peer_name,
    )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").split("\n") if file.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if "model name" in line), "")
