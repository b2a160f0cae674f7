"""Lines and bars are written into the file as the library would write them."""

from io import BytesIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.rl_accel import fp_str

from review.letters.faces import FaceRole, chain_of
from review.letters.pdf_canvas import PaperCanvas, number

ON_A_SHEET = st.floats(-9_999, 9_999)


@given(ON_A_SHEET)
def test_a_number_is_written_as_the_library_writes_it(value: float) -> None:
    assert number(value) == fp_str(value)


def opened() -> PaperCanvas:
    return PaperCanvas(BytesIO(), pageCompression=0, invariant=1)


def content_of(canvas: Any) -> bytes:  # noqa: ANN401 -- the stubs leave its file without a type
    return bytes(canvas.getpdfdata())


def test_a_line_is_written_as_the_library_writes_it() -> None:
    # Given a line with brackets, in two faces and with space between its characters
    body = chain_of(FaceRole.BODY).fonts[0].fontName
    heading = chain_of(FaceRole.HEADING).fonts[0].fontName
    runs = ((body, 0.25, "云政规（2026)"), (heading, 0.0, "3号\\"), (body, -1.5, "的说明"))
    # When both draw it
    ours, theirs = opened(), opened()
    ours.draw_runs((79.37, 700.1), 15.79, runs)
    text = theirs.beginText(79.37, 700.1)
    face = ""
    for name, space, words in runs:
        if name != face:
            text.setFont(name, 15.79)
            face = name
        text.setCharSpace(space)
        text.textOut(words)
    theirs.drawText(text)
    # Then the file is the same
    assert content_of(ours) == content_of(theirs)


def test_a_box_and_a_bar_are_written_as_the_library_writes_them() -> None:
    ours, theirs = opened(), opened()
    ours.draw_frame((10.5, 20), 100.25, 12)
    ours.fill_bars([(1, 2, 3.5, 0.3)])
    theirs.rect(10.5, 20, 100.25, 12)
    theirs.rect(1, 2, 3.5, 0.3, stroke=0, fill=1)
    assert content_of(ours) == content_of(theirs)
