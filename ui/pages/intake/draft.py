"""The filing a clerk has begun to enter, kept until it is received or cleared."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from models.domain.records import MaterialEntry
from models.domain.terms import MaterialKind
from ui.pages.intake.form import IntakeForm
from ui.remembered import Remembered

_TEXTS = ("received_way", "filing_report_number", "title", "document_number", "document_kind")
_DATES = ("received_date", "adopted_date", "published_date", "effective_date")
_BODIES = ("filing_body", "issuing_body")


class IntakeDraft:
    """One draft for each person; the file itself is only remembered by its place."""

    def __init__(self, remembered: Remembered, login: str) -> None:
        self._remembered = remembered
        self._name = f"draft.intake.{login}"

    def keep(self, form: IntakeForm, path: Path | None) -> None:
        """Keep what stands in the form; a form nobody has filled is no draft."""
        values = form.filing.read() | form.document.read()
        kept: dict[str, Any] = {name: values[name] for name in (*_TEXTS, *_BODIES)}
        kept |= {name: values[name].isoformat() for name in _DATES if values[name]}
        kept["path"] = str(path or "")
        kept["materials"] = [
            [entry.kind.value, entry.copies, entry.remark] for entry in form.materials.entries()
        ]
        is_begun = any(kept[name] for name in (*_TEXTS, *_BODIES, "path", "materials"))
        self._remembered.keep(self._name, json.dumps(kept, ensure_ascii=False) if is_begun else "")

    def forget(self) -> None:
        """Keep nothing any more."""
        self._remembered.keep(self._name, "")

    def is_kept(self) -> bool:
        """Tell whether a draft is kept."""
        return bool(self._kept())

    def path(self) -> Path | None:
        """Return the place of the file, if it is still there."""
        path = Path(self._kept().get("path") or "/")
        return path if path.is_file() else None

    def fill(self, form: IntakeForm) -> None:
        """Show the draft in the form."""
        kept = self._kept()
        values = {name: kept[name] for name in (*_TEXTS, *_BODIES) if kept.get(name)}
        values |= {name: date.fromisoformat(kept[name]) for name in _DATES if kept.get(name)}
        form.show_values(values)
        form.materials.show_entries(
            [
                MaterialEntry(MaterialKind(kind), copies, remark)
                for kind, copies, remark in kept.get("materials", ())
            ]
        )

    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = json.loads(self._remembered.text(self._name, "") or "{}")
        return kept
