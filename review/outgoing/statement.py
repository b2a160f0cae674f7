"""What the text of a document itself says for its statement (备案说明), to be completed by hand."""

import re

from models.domain.outgoing_filing import StatementEntry
from models.domain.records import FileRole
from models.queries.document_rows import DocumentPage
from models.queries.filing_statements import newest_statement
from review.letters.drafting.words import phrase
from review.reading.structure import structure_of
from review.reading.structure_lines import NodeKind

_PURPOSE = re.compile(
    r"为了?(?P<purpose>[^。；\n]{4,200}?)[，,]\s*(?:根据|依据|依照|按照|结合|现就|制定)"
)
# A text tells why it was made in its first article or paragraph, long before this.
_OPENING = 3000


def propose_statement(page: DocumentPage) -> StatementEntry:
    """Return what was written last for a document; before that, what its text says of itself."""
    written = newest_statement(page.facts.id)
    if written is not None:
        return written
    texts = [row.text for row in page.files if row.role is FileRole.OFFICIAL_TEXT]
    text = texts[-1] if texts else ""
    return StatementEntry(_purpose(text), _content(text))


def _purpose(text: str) -> str:
    found = _PURPOSE.search(text[:_OPENING])
    return phrase("purpose", purpose=found["purpose"].strip("，, ")) if found else ""


def _content(text: str) -> str:
    nodes = structure_of(text)
    articles = sum(node.kind is NodeKind.ARTICLE for node in nodes)
    titles = ["".join(one.title.split()) for one in nodes if one.kind is NodeKind.CHAPTER]
    if not articles:
        return ""
    if not titles:
        return phrase("articles", articles=articles)
    return phrase(
        "chapters", chapters=len(titles), articles=articles, titles="、".join(filter(None, titles))
    )
