"""The stamp across the pages of a withdrawn letter, on copies only: the issued file stays."""

from io import BytesIO
from threading import Lock

from reportlab.lib.colors import Color

from review.letters.faces import FaceRole, chain_of
from review.letters.pdf_canvas import PaperCanvas

_SIZE_PT = 88
_ANGLE = 38
_INK = Color(0.72, 0.05, 0.05, alpha=0.28)
# PDFium serves one thread at a time.
_ONE_AT_A_TIME = Lock()


def stamped(pdf: bytes, words: str) -> bytes:
    """Return a copy of a PDF with words slanting across each page, under nothing and over all.

    Args:
        pdf: The paper as it was issued.
        words: What is stamped, for example ``"已撤回"``.
    """
    # Heavy, and only withdrawn papers need it.
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 -- no stubs

    with _ONE_AT_A_TIME:
        paper = pypdfium2.PdfDocument(pdf)
        try:
            for page in paper:
                stamp = pypdfium2.PdfDocument(_stamp(words, page.get_size()))
                page.insert_obj(stamp.page_as_xobject(0, paper).as_pageobject())
                page.gen_content()
                stamp.close()
            copy = BytesIO()
            paper.save(copy)
        finally:
            paper.close()
    return copy.getvalue()


def _stamp(words: str, size: tuple[float, float]) -> bytes:
    """Return a page of this size with the words across its middle and nothing else."""
    width, height = size
    face = chain_of(FaceRole.HEADING)
    content = BytesIO()
    first = face.measure(words[0])[0]
    canvas = PaperCanvas(content, pagesize=size, initialFontName=first)  # type: ignore[arg-type] # the stubs take the name for a number
    canvas.setFillColor(_INK)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(_ANGLE)
    length = sum(face.measure(char)[1] for char in words) * _SIZE_PT
    place = -length / 2
    for char in words:
        name, advance = face.measure(char)
        canvas.setFont(name, _SIZE_PT)
        canvas.drawString(place, -_SIZE_PT / 3, char)
        place += advance * _SIZE_PT
    canvas.showPage()
    canvas.save()
    return content.getvalue()
