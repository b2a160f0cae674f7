"""What a letter is about, and the way there: its filing, its review, its documents."""

from collections.abc import Iterator

from models.queries.letters import LetterPage
from ui.desk import Route
from ui.parts.sheet_menu import sheet_route


def records_of(page: LetterPage) -> Iterator[tuple[str, Route]]:
    """Yield the words for every record of the letter and where they lead."""
    if page.filing_id is not None:
        yield "打开备案件", Route("filing", page.filing_id)
    if page.review_id is not None:
        yield "打开审查件", Route("review", page.review_id)
    for document_id, title in page.documents.items():
        yield f"打开文件：{title}", Route("document", document_id)
    yield "打印送达回证", sheet_route("delivery_record", page.id)
    for words, link in (("它替代的文书", page.replaces), ("替代它的文书", page.followed_by)):
        if link is not None:
            yield f"{words}：{link.letter_number}", Route("letter", link.id)
