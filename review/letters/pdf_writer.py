"""The paper as a PDF file."""

from review.letters.letter_model import LetterModel


def write_pdf(model: LetterModel) -> bytes:
    """Return the paper as the bytes of a .pdf file."""
    raise NotImplementedError(model)
