"""The dossier of a document (卷宗) as a folder in four parts, and as one PDF.

The PDF holds cover, contents list and the papers of this office. Files that came from outside lie
in the folder as they came: taking them apart is the reading child's business alone.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

from models.queries.letters import letter_page
from models.register import Register
from resources.terms import name_of
from review.letters.compose import compose
from review.letters.drafting.archive import (
    DossierItem,
    DossierPart,
    dossier_items,
    draft_dossier_contents,
    draft_dossier_cover,
)
from review.letters.drafting.intake_sheet import draft_intake_sheet
from review.letters.kinds.base import Letter
from review.letters.letter_kinds import kind_of
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.wording_in_force import wording_in_force

_UNFIT = re.compile(r'[\\/:*?"<>|\r\n\t]')
_LONGEST_NAME = 60


@dataclass(frozen=True)
class WrittenDossier:
    """Where a dossier was written, and what it holds.

    Attributes:
        item_count: papers of the contents list.
        file_count: files in the folder, the PDF not counted.
        page_count: pages of the papers in the PDF, cover and contents list not counted.
    """

    folder: Path
    pdf: Path
    item_count: int
    file_count: int
    page_count: int


@dataclass(frozen=True)
class _Filed:
    """A paper of the dossier with its content by kind of file, and its pages."""

    item: DossierItem
    contents: tuple[tuple[str, bytes], ...]
    pages: int = 0

    @property
    def pdf(self) -> bytes | None:
        """The paper as PDF, when it is one of this office."""
        return dict(self.contents).get(".pdf") if self.item.sha256 == "" else None


def write_dossier(register: Register, document_id: int, day: date, folder: Path) -> WrittenDossier:
    """Write the dossier of a document into a folder of its own below another.

    Raises:
        DocumentMissingError: there is no such document.
        StoredFileMissingError, StoredFileDamagedError: the store lost a file.
        OSError: the folder does not take it.
    """
    papers = _with_pages([_filed(register, one, day) for one in dossier_items(document_id, day)])
    page_count = sum(paper.pages for paper in papers)
    cover = replace(draft_dossier_cover(document_id, day), page_count=page_count)
    contents = replace(
        draft_dossier_contents(document_id, day), items=tuple(paper.item.row for paper in papers)
    )
    target = folder / _fit(cover.dossier_title)
    file_count = _write_files(target, papers)
    own = [paper.pdf for paper in papers if paper.pdf is not None]
    pdf = target / f"{_fit(cover.dossier_title)}.pdf"
    pdf.write_bytes(_joined([_printed(cover), _printed(contents), *own]))
    return WrittenDossier(target, pdf, len(papers), file_count, page_count)


def _filed(register: Register, item: DossierItem, day: date) -> _Filed:
    if item.sha256:
        suffix = Path(item.file_name).suffix.lower()
        return _Filed(item, ((suffix, register.files.read(item.sha256)),))
    if item.letter_id is not None:
        papers = letter_page(item.letter_id).papers
        contents = ((f".{one}", register.letters.read(papers[one])) for one in sorted(papers))
        return _Filed(item, tuple(contents))
    if item.filing_id is not None:
        return _Filed(item, ((".pdf", _printed(draft_intake_sheet(item.filing_id, day))),))
    return _Filed(item, ())


def _printed(letter: Letter) -> bytes:
    model = compose(letter, wording=wording_in_force(kind_of(letter).kind_id).text)
    return write_pdf(model, style_in_force())


def _with_pages(papers: list[_Filed]) -> list[_Filed]:
    """Number the pages of the papers through, and write them into the contents list."""
    last, numbered = 0, []
    for paper in papers:
        pages = 0 if paper.pdf is None else _page_count(paper.pdf)
        first, last = last + 1, last + pages
        words = "" if not pages else (str(first) if pages == 1 else f"{first}—{last}")
        item = replace(paper.item, row=replace(paper.item.row, pages=words))
        numbered.append(replace(paper, item=item, pages=pages))
    return numbered


def _write_files(target: Path, papers: list[_Filed]) -> int:
    count = 0
    target.mkdir(parents=True, exist_ok=True)
    for place, part in enumerate(DossierPart, start=1):
        kept = [paper for paper in papers if paper.item.part is part and paper.contents]
        for number, paper in enumerate(kept, start=1):
            below = target / f"{place}{name_of(part)}"
            below.mkdir(exist_ok=True)
            for suffix, content in paper.contents:
                row = paper.item.row
                stem = _fit(f"{number:02}{row.name}{row.number}")
                (below / f"{stem}{suffix}").write_bytes(content)
                count += 1
    return count


def _fit(name: str) -> str:
    """Return a name that every file system takes."""
    return _UNFIT.sub("", name)[:_LONGEST_NAME].strip(" .")


def _page_count(pdf: bytes) -> int:
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy, and needed here only

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _joined(pdfs: list[bytes]) -> bytes:
    import pypdfium2  # noqa: PLC0415 - heavy, and needed here only

    joined, written = pypdfium2.PdfDocument.new(), BytesIO()
    for pdf in pdfs:
        with pypdfium2.PdfDocument(pdf) as document:
            joined.import_pages(document)
    joined.save(written)
    joined.close()
    return written.getvalue()
