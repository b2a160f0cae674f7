"""Find an issued letter by what stands on its paper: its code, its number, or the file itself."""

from models.domain.document_number import normalise
from models.queries.tuples import tuples_of
from models.tables.letters import Letter, LetterPaper


def letters_with_code(code: str) -> tuple[int, ...]:
    """Return the letters whose paper bears a code; nearly always one or none."""
    query = Letter.select(Letter.id).where(Letter.check_code == code).order_by(Letter.id)
    return tuple(row[0] for row in tuples_of(query)) if code else ()


def letter_with_number(number: str) -> int | None:
    """Return the letter that has a number, however it is written."""
    query = Letter.select(Letter.id).where(Letter.letter_number_key == normalise(number))
    return next((row[0] for row in tuples_of(query)), None)


def letter_with_paper(sha256: str) -> int | None:
    """Return the letter one of whose papers is this very file."""
    query = LetterPaper.select(LetterPaper.letter).where(LetterPaper.stored_file == sha256)
    return next((row[0] for row in tuples_of(query)), None)
