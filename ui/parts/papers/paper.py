"""A paper that can be taken along: what it is called and where its bytes come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.domain.lifecycle import LetterState
from models.files import FileStore
from models.queries.letters import LetterPage, letter_page
from resources.terms import name_of
from review.letters.withdrawn_stamp import stamped
from ui.parts.papers.file_names import paper_stem


@dataclass(frozen=True)
class Paper:
    """One issued paper: ``files`` are its hashes in the store by format.

    A withdrawn one says so in its name, and its PDF on every page.
    """

    name: str
    kind: str
    files: Mapping[str, str]
    is_withdrawn: bool = False

    def read(self, store: FileStore, paper_format: str) -> bytes:
        """Return the bytes of the paper, checked against its hash, stamped when it is withdrawn.

        Raises:
            StoredFileMissingError, StoredFileDamagedError: the store lost it.
        """
        content = store.read(self.files[paper_format])
        is_stamped = self.is_withdrawn and paper_format == "pdf"
        return stamped(content, name_of(LetterState.WITHDRAWN)) if is_stamped else content


def papers_of(letter_ids: Sequence[int]) -> tuple[Paper, ...]:
    """Return the papers of issued letters, in this order.

    Raises:
        LetterMissingError: one of them does not exist.
    """
    return tuple(paper_of(letter_page(letter_id)) for letter_id in letter_ids)


def paper_of(page: LetterPage) -> Paper:
    """Return the paper of an issued letter."""
    is_withdrawn = page.state is LetterState.WITHDRAWN
    mark = name_of(LetterState.WITHDRAWN) if is_withdrawn else ""
    stem = paper_stem(mark, page.letter_number, page.addressee, name_of(page.kind), page.title)
    return Paper(stem, page.kind.value, page.papers, is_withdrawn)
