"""The bundle of a filing upward (报备材料): a folder with everything that goes along, and a zip."""

import re
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from models.acts.outgoing_refusals import OutgoingMaterialsMissingError
from models.domain.terms import MaterialKind
from models.register import Register
from resources.terms import name_of
from review.letters.compose import compose
from review.letters.drafting.filing_out import draft_filing_statement
from review.letters.kinds.base import Letter
from review.letters.kinds.filing_out import BundlePaperRow
from review.letters.letter_kinds import kind_of
from review.letters.office_style import style_in_force
from review.letters.press import WRITERS
from review.letters.wording_in_force import wording_in_force
from review.outgoing.drafting import draft_contents, draft_filing_form
from review.outgoing.facts import OutgoingFacts
from review.outgoing.papers import PaperAtHand, missing_at_hand, papers_at_hand

_UNFIT = re.compile(r'[\\/:*?"<>|\r\n\t]')
_LONGEST_NAME = 60


@dataclass(frozen=True)
class WrittenBundle:
    """Where a bundle was written, and its papers in the order of the folder."""

    folder: Path
    zip_file: Path
    papers: tuple[BundlePaperRow, ...]


@dataclass(frozen=True)
class _Filed:
    """A paper of the bundle with its files by name."""

    row: BundlePaperRow
    contents: tuple[tuple[str, bytes], ...]


def write_bundle(
    register: Register, facts: OutgoingFacts, folder: Path, missing_reason: str = ""
) -> WrittenBundle:
    """Write everything that goes up with a filing into a folder of its own, and the same as a zip.

    What the folder holds of an earlier bundle is written over; nothing else is touched.

    Raises:
        OutgoingMaterialsMissingError: papers are missing, and no reason for that is given.
        StoredFileMissingError, StoredFileDamagedError: the store lost a file.
        OSError: the folder does not take it.
    """
    missing = missing_at_hand(facts)
    if missing and not missing_reason.strip():
        raise OutgoingMaterialsMissingError(recipient=facts.recipient.title, missing=missing)
    papers = (*papers_at_hand(facts), None)
    filed = [_filed(register, facts, one, place) for place, one in enumerate(papers, start=1)]
    rows = _with_electronic_text(facts, tuple(one.row for one in filed))
    contents = draft_contents(facts, rows, missing_reason.strip())
    name = _fit(f"{facts.document.facts.title}-{contents.addressee}")
    files = [
        *_printed(contents, _stem(0, kind_of(contents).name)),
        *(file for one in filed for file in one.contents),
    ]
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    for file_name, content in files:
        (target / file_name).write_bytes(content)
    zip_file = folder / f"{name}.zip"
    zip_file.write_bytes(_zipped(name, files))
    return WrittenBundle(target, zip_file, rows)


def _filed(
    register: Register, facts: OutgoingFacts, paper: PaperAtHand | None, place: int
) -> _Filed:
    """Return a paper with its files; None stands for the registration form."""
    if paper is None:
        form = draft_filing_form(facts)
        name = kind_of(form).name
        files = _printed(form, _stem(place, name))
        return _Filed(_row(name, "", facts.filing.row.copies, files), files)
    stem = _stem(place, name_of(paper.kind))
    if paper.is_printed:
        files = _printed(draft_filing_statement(facts.document.facts.id, facts.day), stem)
    else:
        files = _kept(register, paper, stem)
    return _Filed(_row(paper.name, paper.number, paper.copies, files), files)


def _with_electronic_text(
    facts: OutgoingFacts, rows: tuple[BundlePaperRow, ...]
) -> tuple[BundlePaperRow, ...]:
    """Name with the electronic text the files of the official one: they are the same."""
    kinds = [one.kind for one in papers_at_hand(facts)]
    if not {MaterialKind.OFFICIAL_TEXT, MaterialKind.ELECTRONIC_TEXT} <= set(kinds):
        return rows
    text = rows[kinds.index(MaterialKind.OFFICIAL_TEXT)]
    place = kinds.index(MaterialKind.ELECTRONIC_TEXT)
    return (*rows[:place], replace(rows[place], files=text.files), *rows[place + 1 :])


def _kept(register: Register, paper: PaperAtHand, stem: str) -> tuple[tuple[str, bytes], ...]:
    files: dict[str, bytes] = {}
    for one in paper.files:
        store = register.letters if one.is_letter else register.files
        name, number = f"{stem}{one.suffix}", 2
        while name in files:
            name, number = f"{stem}-{number}{one.suffix}", number + 1
        files[name] = store.read(one.sha256)
    return tuple(files.items())


def _printed(letter: Letter, stem: str) -> tuple[tuple[str, bytes], ...]:
    model = compose(letter, wording=wording_in_force(kind_of(letter).kind_id).text)
    style = style_in_force()
    return tuple((f"{stem}.{ending}", write(model, style)) for ending, write in WRITERS.items())


def _row(
    name: str, number: str, copies: int, files: tuple[tuple[str, bytes], ...]
) -> BundlePaperRow:
    names = tuple(file_name for file_name, _ in files)
    return BundlePaperRow(name=name, number=number, copies=copies, files=names)


def _stem(place: int, name: str) -> str:
    return f"{place:02}{_fit(name)}"


def _fit(name: str) -> str:
    """Return a name that every file system takes."""
    return _UNFIT.sub("", name)[:_LONGEST_NAME].strip(" .")


def _zipped(name: str, files: list[tuple[str, bytes]]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for file_name, content in files:
            archive.writestr(f"{name}/{file_name}", content)
    return written.getvalue()
