"""The paper as a Word file."""

from review.letters.letter_model import LetterModel


def write_docx(model: LetterModel) -> bytes:
    """Return the paper as the bytes of a .docx file."""
    raise NotImplementedError(model)
