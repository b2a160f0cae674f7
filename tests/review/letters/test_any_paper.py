"""Whatever blocks a paper has, and however the office sets it: it stays in its type area."""

from collections.abc import Iterator

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from review.letters.letter_model import (
    Addressee,
    Annex,
    AttachmentNote,
    Base,
    Block,
    Caption,
    CutLine,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
)
from review.letters.pdf_writer import write_pdf
from review.letters.style import EdgeMarks, LetterStyle, LinePitch, PageNumberStyle
from tests.review.letters.full_papers import DAY, IMPRINT, MARK, head, paper, table

MM = 25.4 / 72
HAIR_MM = 1.0
HANGING_MM = 6.5
NUMBER_MM = 29.0
"""The page number stands lower than this."""

WORDS = st.text(
    "规范性文件审查，。、《》（）“”0129年月日第十条abXY-/〔〕号", min_size=1, max_size=90
)
SHORT = st.text("规范性文件，（）第一", min_size=1, max_size=14)

BLOCKS: st.SearchStrategy[Block] = st.one_of(
    WORDS.map(Paragraph),
    WORDS.map(lambda text: Paragraph(text * 6)),
    st.builds(Heading, st.integers(1, 4), SHORT),
    st.builds(table, st.integers(0, 5), WORDS),
    st.builds(lambda text: table(1, text * 30), WORDS),
    SHORT.map(Caption),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda items: AttachmentNote(tuple(items))),
    st.builds(Signature, SHORT, st.just(DAY), st.booleans()),
    WORDS.map(Note),
    WORDS.map(SmallPrint),
    st.just(CutLine("回执")),
    st.just(PageBreak()),
    st.lists(SHORT, min_size=1, max_size=6).map(lambda labels: SigningLine(tuple(labels))),
    st.builds(Annex, st.sampled_from(["附件1", ""]), st.tuples(SHORT), st.booleans()),
    WORDS.map(Subtitle),
    SHORT.map(Addressee),
)
STYLES = st.builds(
    LetterStyle,
    line_pitch=st.sampled_from(LinePitch),
    page_number=st.sampled_from(PageNumberStyle),
    edge_marks=st.sampled_from(EdgeMarks),
    imprint_on_even_page=st.booleans(),
)


def boxes_outside(pdf: bytes, *, hangs: bool) -> Iterator[tuple[str, float, float]]:
    """Yield the characters of upright pages that leave the type area, with their edges in mm."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        if page.get_width() > page.get_height():
            continue
        texts = page.get_textpage()
        for place in range(texts.count_chars()):
            left, foot, right, _ = (edge * MM for edge in texts.get_charbox(place))
            beyond = 210 - 26 + (HANGING_MM if hangs else HAIR_MM)
            char = texts.get_text_range(place, 1)
            is_number = foot < NUMBER_MM and char in " —0123456789"
            if right > left and (
                left < 28 - HAIR_MM or right > beyond or (foot < 35 - HAIR_MM and not is_number)
            ):
                yield char, left, foot
    document.close()


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(Base), st.lists(BLOCKS, min_size=1, max_size=8), STYLES)
def test_every_paper_is_written_and_keeps_to_its_type_area(
    base: Base, blocks: list[Block], style: LetterStyle
) -> None:
    beginning = () if base is Base.FORM else head()

    pdf = write_pdf(paper(base, *beginning, *blocks, MARK, IMPRINT), style)

    assert list(boxes_outside(pdf, hangs=style.edge_marks is EdgeMarks.HANGING)) == []
