"""Each block of a paper in the Word file: its style, its space, its place, in twips."""

from dataclasses import replace
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from tests.review.letters.papers import docx_of
from tests.review.letters.samples import OPINION


def test_table_heads_are_repeated_and_rows_stay_whole() -> None:
    table = Document(BytesIO(docx_of("opinion_long"))).tables[0]
    rows = [row._tr for row in table.rows]

    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
        True,
        *[False] * 14,
    ]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_words_that_look_like_markup_stay_words() -> None:
    changed = replace(OPINION, requested_act="修改<w:p/>&amp;\"'{{x}}")

    texts = [p.text for p in Document(BytesIO(write_docx(compose(changed)))).paragraphs]

    assert any("修改<w:p/>&amp;\"'{{x}}，" in text for text in texts)
