"""Given a text, when it is proposed: the short way there."""

from review.extraction.proposal import Proposal
from review.extraction.propose import propose
from review.reading.text import FileFormat, ReadText


def read_of(text: str) -> ReadText:
    """Return the text as if it had been read from a file."""
    return ReadText("送审稿.txt", FileFormat.TXT, text, (), "", len(text))


def proposal_of(text: str) -> Proposal:
    """Return what is proposed for a text."""
    return propose(read_of(text))
