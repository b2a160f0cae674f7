"""Draw the laws that the texts of the register cite, once for each text."""

from collections.abc import Callable, Iterator

from models.acts.law_citations import keep_citations
from models.acts.performing import Order
from models.domain.law_citations import CitingFile, KeptCitation
from models.queries.law_citations import UnsearchedText, unsearched_count, unsearched_texts
from review.laws.citations import Certainty, LawCitation, laws_cited
from review.laws.law_index import LawIndex
from review.laws.law_names import law_key
from review.reading.clauses import clause_in
from review.reading.structure import structure_of
from review.reading.text import Place

# So many texts a transaction: half a second of work, so that no other desk waits for long.
_TEXTS_AT_ONCE = 100

Progress = Callable[[int, int], None]


def search_texts(
    order: Callable[[], Order],
    index: LawIndex,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Search every text that waits and return how many were searched.

    Each batch is an act of its own, so what is done stays done when it is cancelled.

    Args:
        order: gives the order of each batch.
        index: the names of the catalogue in use.
        progress: is told how many texts are done and how many there are.
        cancelled: asked between batches.
    """
    total, done = unsearched_count(), 0
    while not (cancelled is not None and cancelled()):
        texts = unsearched_texts(_TEXTS_AT_ONCE)
        if not texts:
            break
        keep_citations(order(), tuple(citing_file(text, index) for text in texts))
        done += len(texts)
        if progress is not None:
            progress(done, max(total, done))
    return done


def citing_file(text: UnsearchedText, index: LawIndex) -> CitingFile:
    """Return the laws that one text cites, each place with its clause."""
    return CitingFile(text.document_file_id, text.document_id, tuple(_citations(text, index)))


def _citations(text: UnsearchedText, index: LawIndex) -> Iterator[KeptCitation]:
    cited = laws_cited(text.text, index, text.written_date)
    nodes = structure_of(text.text) if cited else ()
    for citation in cited:
        if citation.certainty is Certainty.NOT_FOUND:
            continue
        place = citation.place
        yield KeptCitation(
            law_key=law_key(citation.name),
            law_name=citation.name,
            written=citation.written,
            clause=clause_in(nodes, place.start),
            articles=_articles(text.text, citation, place),
            start=place.start,
            end=place.end,
        )


def _articles(text: str, citation: LawCitation, place: Place) -> str:
    """Return the articles of the law as the text writes them behind its name."""
    if not citation.articles:
        return ""
    words = "".join(text[place.start : place.end].split())
    return words[words.rfind("》") + 1 :] if "》" in words else words[len(citation.written) :]
