"""What the register knows of a paper: the document it is, or one that looks like it."""

from collections import defaultdict

from rapidfuzz import fuzz

from models.domain.document_number import normalise
from models.domain.records import Sameness
from models.domain.titles import core_title, title_key
from models.queries.known_documents import KnownDocument, KnownDocuments
from review.folder_import.work_list import KnownTwin

# The end of a title names its object; only documents with the same end are compared in full.
_ENDING = 6
_NEAR = 90


class RegisterKnowledge:
    """The register by the keys in which documents are found."""

    def __init__(self, known: KnownDocuments) -> None:
        self._by_id = {one.id: one for one in known.documents}
        self._by_file = known.by_file
        self._by_number: dict[str, list[KnownDocument]] = defaultdict(list)
        self._by_title: dict[str, list[KnownDocument]] = defaultdict(list)
        self._by_ending: dict[str, list[tuple[str, KnownDocument]]] = defaultdict(list)
        for one in known.documents:
            for key in {one.document_number_key, one.unified_number_key} - {""}:
                self._by_number[key].append(one)
            self._by_title[one.title_key].append(one)
            core = title_key(core_title(one.title))
            self._by_ending[core[-_ENDING:]].append((core, one))

    def twin(
        self, title: str, numbers: tuple[str, ...], hashes: tuple[str, ...], body_id: int | None
    ) -> KnownTwin | None:
        """Return the document that a paper is: by file, by number, or by title and issuer."""
        for sha256 in hashes:
            if sha256 in self._by_file:
                return _twin(self._by_id[self._by_file[sha256]], Sameness.FILE)
        for number in numbers:
            for one in self._by_number.get(normalise(number), ()) if number else ():
                return _twin(one, Sameness.DOCUMENT_NUMBER)
        for one in self._by_title.get(title_key(title), ()) if title else ():
            if body_id is None or one.issuing_body_id == body_id:
                return _twin(one, Sameness.TITLE)
        return None

    def near(self, title: str) -> KnownTwin | None:
        """Return the document whose title is most like this one, if any is."""
        core = title_key(core_title(title))
        if not core:
            return None
        likest = max(
            ((fuzz.ratio(core, key), one) for key, one in self._by_ending.get(core[-_ENDING:], ())),
            key=lambda pair: pair[0],
            default=(0.0, None),
        )
        is_near = likest[0] >= _NEAR and likest[1] is not None
        return _twin(likest[1], Sameness.NEAR_TITLE) if is_near and likest[1] else None

    def lacks_file(self, document_id: int) -> bool:
        """Tell whether a document has no file yet."""
        return not self._by_id[document_id].has_file


def _twin(document: KnownDocument, sameness: Sameness) -> KnownTwin:
    return KnownTwin(document.id, sameness, document.title, document.number)
