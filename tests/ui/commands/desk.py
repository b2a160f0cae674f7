"""A person at the command line: commands in, words, objects and codes out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.command_line import run

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
PARKING = SAMPLES / "01-parking-measures.docx"
WAGES = SAMPLES / "04-wage-account-joint-rules.docx"
ROADS = SAMPLES / "05-rural-road-amendment.docx"
HOUSING = SAMPLES / "07-township-housing-rules.docx"
STALLS = SAMPLES / "08-department-stall-rules.docx"

PAPERS = (
    "drafting_note",
    "legal_basis_list",
    "public_comment:2026-01-12..2026-02-12:已公布意见采纳情况",
    "fair_competition_review:2026-02-25",
    "legality_review:2026-03-10:合法:云司合审〔2026〕2号",
    "collective_deliberation:2026-03-20",
    "signature:2026-03-26",
)
EVIDENCE = tuple(part for paper in PAPERS for part in ("--evidence", paper))
FILING_PAPERS = ("filing_report=3", "official_text=3", "filing_statement=3", "electronic_text=1")
MATERIALS = tuple(part for paper in FILING_PAPERS for part in ("--material", paper))


@dataclass(frozen=True)
class Answer:
    """What a command answered: its code, its output and its refusal."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Desk:
    """Runs commands on one register and catches what they say."""

    folder: Path
    captured: pytest.CaptureFixture[str]

    def run(self, *words: object, login: str = "xu") -> Answer:
        """Run a command as a person."""
        return self.type("--register", self.folder, "--as", login, *words)

    def ask(self, *words: object, login: str = "xu") -> dict[str, Any]:
        """Run a command that must succeed and return its last JSON object."""
        answer = self.type("--register", self.folder, "--as", login, "--json", *words)
        assert answer.code == 0, answer.err
        return answer.objects[-1]

    def type(self, *words: object) -> Answer:
        """Type a whole line."""
        self.captured.readouterr()
        code = run([str(word) for word in words])
        caught = self.captured.readouterr()
        return Answer(code, caught.out, caught.err)

    def count(self, listing: str = "documents") -> int:
        """Return how many records a list holds."""
        answer = self.type("--register", self.folder, "--json", "list", listing)
        return len(answer.objects)

    def register_parking(self) -> int:
        """Register the measures on parking and return their id."""
        saved = self.ask("register", PARKING, *TRAITS, *EVIDENCE, "--confirm")
        return int(saved["document_id"])

    def receive_housing(self) -> int:
        """Receive the filing of the rules on housing and return its id."""
        saved = self.ask(*INTAKE, *MATERIALS, "--confirm")
        return int(saved["filing_id"])


TRAITS = ("--set", "is_market_related=是", "--set", "has_major_effect=是")
INTAKE = (
    "intake",
    HOUSING,
    "--from",
    "柳渡镇",
    "--received",
    "2026-07-31",
    "--report-number",
    "柳政备字〔2026〕3号",
    "--set",
    "published_date=2026-07-22",
)
