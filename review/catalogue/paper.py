"""The catalogue of a day as a paper: what is in force, in Word or PDF."""

from review.catalogue.day_catalogue import DayCatalogue
from review.letters.compose import compose
from review.letters.drafting.registers import catalogue_of
from review.letters.press import WRITERS
from review.letters.style import LetterStyle

KIND = "document_catalogue"


def catalogue_file(
    catalogue: DayCatalogue, paper_format: str, wording: str, style: LetterStyle
) -> bytes:
    """Return the documents in force as a file, ``"pdf"`` or ``"docx"``.

    Raises:
        KeyError: there is no such format.
        and what a template of the office raises that cannot be printed.
    """
    paper = catalogue_of(
        catalogue.in_force,
        as_of_date=catalogue.day,
        letter_date=catalogue.made_date,
        office_name=catalogue.office_name,
        scope=catalogue.scope,
    )
    return WRITERS[paper_format](compose(paper, wording=wording), style)
