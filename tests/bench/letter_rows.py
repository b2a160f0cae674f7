"""Letters: one in each format, from click to preview, and a batch that is issued for good.

Beside them stand a Word template engine and LibreOffice, which many offices turn Word into PDF
with; both are given the same letters.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from io import BytesIO
from itertools import count, islice
from pathlib import Path
from typing import cast

from docx import Document
from docxtpl import DocxTemplate  # type: ignore[import-untyped] # no stubs

from models.acts.decide_filing import accept_filing
from models.acts.letters import issue_letter
from models.acts.receive_filing import receive_filing
from models.domain.records import IntakeEntry
from models.register import create_register
from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.drafting.filing_in import propose_receipt
from review.letters.faces_report import faces_used
from review.letters.kinds.registration import RegistrationRefusal
from review.letters.pdf_writer import write_pdf
from review.letters.press import press_into
from review.letters.sample_letters import sample_letter
from tests.bench.measuring import Comparison
from tests.models.office import (
    FOUNDING,
    MATERIALS,
    TODAY,
    TOWN,
    add_body,
    filed_document,
    order,
    staff_the_office,
)
from tests.specimens.word_as_pdf import office_program, set_as_pdf

BATCH = 20
ROUNDS = 2
_FIELDS = ("addressee", "document_title", "reason", "letter_number", "contact_name")
# Four times as many letters as LibreOffice converts, and one letter about as fast as a template.
_SHARE_OF_OFFICE_PROGRAM = 0.25
_SHARE_OF_TEMPLATE = 1.3
_SECONDS_TO_PREVIEW = 0.25
_CPU_SECONDS_A_PDF = 0.06


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the rows on letters; without LibreOffice those beside it are not measured."""
    letters = _letters()
    yield Comparison(
        "letter, click to preview",
        lambda: _preview(next(letters)),
        _SECONDS_TO_PREVIEW,
        is_wall_time=True,
    )
    yield Comparison("letter to pdf", lambda: _pdf(next(letters)), _CPU_SECONDS_A_PDF)
    template = _template(next(letters))
    yield Comparison(
        "letter to docx",
        lambda: _docx(next(letters)),
        _SHARE_OF_TEMPLATE,
        lambda: _filled(template, next(letters)),
        f"docxtpl {version('docxtpl')}, the same letter as a template",
    )
    if office_program() is None:
        return
    # One round that does not count, and those that do.
    waiting = list(islice(_waiting(folder / "letters"), BATCH * (1 + ROUNDS)))
    words = _word_files(folder, letters)
    yield Comparison(
        f"{BATCH} letters issued, docx and pdf",
        partial(_issue, waiting),
        _SHARE_OF_OFFICE_PROGRAM,
        partial(set_as_pdf, words, folder),
        "LibreOffice, docx to pdf in one call",
        is_wall_time=True,
        rounds=ROUNDS,
    )


def _letters() -> Iterator[RegistrationRefusal]:
    """Yield letters without end, each of them different."""
    sample = cast("RegistrationRefusal", sample_letter("registration_refusal"))
    for number in count(1):
        yield replace(
            sample,
            letter_number=f"云司登退〔2026〕{number}号",
            document_title=f"云溪县住房和城乡建设局第{number}号值班值守工作制度",
        )


def _preview(letter: RegistrationRefusal) -> bytes:
    model = compose(letter)
    faces_used(model)
    return write_pdf(model)


def _pdf(letter: RegistrationRefusal) -> bytes:
    return write_pdf(compose(letter))


def _docx(letter: RegistrationRefusal) -> bytes:
    return write_docx(compose(letter))


def _template(letter: RegistrationRefusal) -> bytes:
    """Return our own Word file of a letter, with fields where its values stood."""
    document = Document(BytesIO(_docx(letter)))
    for paragraph in document.paragraphs:
        text = paragraph.text
        for field in _FIELDS:
            text = text.replace(getattr(letter, field), f"{{{{ {field} }}}}")
        if text != paragraph.text:
            first, *rest = paragraph.runs
            first.text = text
            for run in rest:
                run.text = ""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _filled(template: bytes, letter: RegistrationRefusal) -> bytes:
    document = DocxTemplate(BytesIO(template))
    document.render({field: getattr(letter, field) for field in _FIELDS}, autoescape=True)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word_files(folder: Path, letters: Iterator[RegistrationRefusal]) -> list[Path]:
    files = []
    for number in range(BATCH):
        file = folder / f"{number}.docx"
        file.write_bytes(_docx(next(letters)))
        files.append(file)
    return files


def _issue(waiting: list[Callable[[], object]]) -> None:
    for _ in range(BATCH):
        waiting.pop()()


def _waiting(folder: Path) -> Iterator[Callable[[], object]]:
    """Yield ways to issue receipts, each of a filing of its own, in a real register."""
    register = create_register(folder, FOUNDING)
    staff_the_office()
    body_id = add_body(TOWN)
    for number in count(1):
        document = replace(
            filed_document(body_id),
            title=f"柳渡镇第{number}号农村住房建设管理规定",
            document_number=f"柳政发〔2026〕{number}号",
            files=(),
        )
        intake = IntakeEntry(body_id, TODAY, "窗口递交", materials=MATERIALS, document=document)
        filing_id = receive_filing(order(), intake)
        accept_filing(order(), filing_id)
        proposed = propose_receipt(filing_id, TODAY)
        press = press_into(register.letters, proposed.kind, ("docx", "pdf"))
        yield partial(issue_letter, order(), proposed.as_draft(), press)
