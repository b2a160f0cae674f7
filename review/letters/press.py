"""The press of an act: prints a letter from its data in every format and stores the papers."""

from collections.abc import Mapping

from models.acts.letters import Press, Pressed, PressedPaper
from models.domain.letter_hash import letter_hash
from models.domain.records import FileEntry
from models.domain.terms import LetterSeries
from models.files import FileStore
from models.queries.office import office
from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.letter_data import numbered_from_data
from review.letters.office_style import style_in_force, style_text
from review.letters.pdf_writer import write_pdf
from review.letters.proof import proof_of
from review.letters.wording_in_force import wording_in_force

WRITERS = {"docx": write_docx, "pdf": write_pdf}


def press_into(store: FileStore, kind: LetterSeries, formats: tuple[str, ...]) -> Press:
    """Return the press that prints a letter of a kind from its data and stores the papers."""

    def press(data: Mapping[str, object]) -> Pressed:
        style = style_in_force()
        wording = wording_in_force(kind.value)
        letter = numbered_from_data(kind.value, data)
        proof = proof_of(letter, letter_hash(kind, data), office().letter_code)
        model = compose(letter, proof.mark, wording.text)
        papers = []
        for paper_format in formats:
            name = f"{data['letter_number']}.{paper_format}"
            stored = store.put_bytes(WRITERS[paper_format](model, style), name)
            entry = FileEntry(stored.sha256, stored.size, stored.original_name)
            papers.append(PressedPaper(paper_format, entry))
        return Pressed(
            papers=tuple(papers),
            heading=model.heading,
            wording_version=wording.version,
            wording_hash=wording.hash,
            style=style_text(style),
            check_code=proof.code if proof.mark in model.blocks else "",
        )

    return press
