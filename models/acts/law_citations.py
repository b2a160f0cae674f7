"""The laws that texts cite are kept beside them, and what a changed law means is recorded."""

from collections.abc import Sequence

from models.acts.bulk_insert import insert_rows
from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.domain.law_citations import CitingFile, LawReviewEntry
from models.domain.roles import ActName
from models.tables.documents import Document
from models.tables.law_citations import LawCitation, LawReview, SearchedFile


@act(ActName.KEEP_CITATIONS)
def keep_citations(deed: Deed, files: tuple[CitingFile, ...]) -> int:
    """Keep what texts were found to cite and return how many texts are new.

    A text that another desk searched meanwhile is passed over.
    """
    ids = [file.document_file_id for file in files]
    known = {
        row.document_file_id
        for row in SearchedFile.select().where(SearchedFile.document_file.in_(ids))
    }
    fresh = [file for file in files if file.document_file_id not in known]
    insert_rows(
        SearchedFile,
        [{"document_file": file.document_file_id, "searched_at": deed.at} for file in fresh],
    )
    insert_rows(LawCitation, _citation_rows(fresh))
    deed.record("register", 0, texts=len(fresh), citations=sum(len(f.citations) for f in fresh))
    return len(fresh)


@act(ActName.RECORD_LAW_REVIEW)
def record_law_reviews(deed: Deed, entries: tuple[LawReviewEntry, ...]) -> int:
    """Record what changed laws mean for documents that cite them, and return for how many.

    Raises:
        RecordMissingError: a document is not there.
        FieldEmptyError: no note says why.
    """
    for entry in entries:
        fetch(Document, entry.document_id)
        require(law_name=entry.law_name, note=entry.note)
    insert_rows(LawReview, [_review_columns(deed, entry) for entry in entries])
    deed.record_all("document", ((one.document_id, {"law_review": one}) for one in entries))
    return len(entries)


def _review_columns(deed: Deed, entry: LawReviewEntry) -> dict[str, object]:
    return {
        "document": entry.document_id,
        "law_key": entry.law_key,
        "law_name": entry.law_name,
        "since_date": entry.since_date,
        "outcome": entry.outcome,
        "note": entry.note,
        "reviewed_at": deed.at,
        "reviewed_by": deed.person_id,
    }


def _citation_rows(files: Sequence[CitingFile]) -> list[dict[str, object]]:
    return [
        {
            "document_file": file.document_file_id,
            "document": file.document_id,
            "law_key": one.law_key,
            "law_name": one.law_name,
            "written": one.written,
            "clause": one.clause,
            "articles": one.articles,
            "start_place": one.start,
            "end_place": one.end,
        }
        for file in files
        for one in file.citations
    ]
