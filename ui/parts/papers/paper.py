"""A paper that can be taken along: what it is called and where its bytes come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.files import FileStore
from models.queries.letters import letter_page
from resources.terms import name_of
from ui.parts.papers.file_names import paper_stem


@dataclass(frozen=True)
class Paper:
    """One issued paper: ``files`` are its hashes in the store by format."""

    name: str
    kind: str
    files: Mapping[str, str]

    def read(self, store: FileStore, paper_format: str) -> bytes:
        """Return the bytes of the paper, checked against its hash.

        Raises:
            StoredFileMissingError, StoredFileDamagedError: the store lost it.
        """
        return store.read(self.files[paper_format])


def papers_of(letter_ids: Sequence[int]) -> tuple[Paper, ...]:
    """Return the papers of issued letters, in this order.

    Raises:
        LetterMissingError: one of them does not exist.
    """
    pages = (letter_page(letter_id) for letter_id in letter_ids)
    return tuple(
        Paper(
            paper_stem(page.letter_number, page.addressee, name_of(page.kind), page.title),
            page.kind.value,
            page.papers,
        )
        for page in pages
    )
