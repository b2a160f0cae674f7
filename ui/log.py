"""The log of the program: a file in the person's own folder, and the last word on a bug."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

_LOG = logging.getLogger("normdesk")
_BYTES_KEPT = 1_000_000


def log_file() -> Path:
    """Return where the log stands."""
    return user_log_path("normdesk", appauthor=False) / "normdesk.log"


def keep_log(file: Path) -> None:
    """Write the log to this file from now on; where that is impossible, go on without."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_BYTES_KEPT, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def log_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Write a bug to the log; the interruption of a person is none."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _LOG.critical("unexpected fault", exc_info=(kind, error, trace))
