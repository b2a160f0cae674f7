"""The Word file as a package: its parts, what they are, and how they hang together.

Every part bears the same time, so that equal papers are equal bytes.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree
from lxml.etree import _Element as Element

from review.letters.docx_elements import xml_bytes
from review.letters.docx_fonts import font_table
from review.letters.docx_settings import settings_element
from review.letters.docx_styles import styles_element
from review.letters.style import LetterStyle

LONGEST_PROPERTY = 255
"""More characters than this the properties of a file do not take."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
TERMS = "http://purl.org/dc/terms/"
ELEMENTS = "http://purl.org/dc/elements/1.1/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

FIXED = ("styles", "settings", "fontTable")
PICTURE_PART = "mark"


def pack(
    document: Element,
    page_parts: Mapping[str, Element],
    picture: bytes | None,
    properties: bytes,
    style: LetterStyle,
) -> bytes:
    """Return the bytes of the file.

    Args:
        document: The document part.
        page_parts: Heads and feet by name; the document refers to them by these names.
        picture: The picture of the proof mark, if the paper has one.
        properties: What the file says of itself.
        style: How the office sets its papers.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        _add(package, "[Content_Types].xml", _content_types(page_parts))
        _add(package, "_rels/.rels", _package_relations())
        _add(package, "docProps/core.xml", properties)
        _add(package, "word/document.xml", xml_bytes(document))
        _add(package, "word/_rels/document.xml.rels", _relations(page_parts, picture))
        for name, part in zip(FIXED, fixed_parts(style), strict=True):
            _add(package, f"word/{name}.xml", part)
        for name, root in page_parts.items():
            _add(package, f"word/{name}.xml", xml_bytes(root))
        if picture is not None:
            _add(package, f"word/media/{PICTURE_PART}.png", picture, ZIP_STORED)
    return buffer.getvalue()


@cache
def fixed_parts(style: LetterStyle) -> tuple[bytes, ...]:
    """Return the parts that all papers of an office share: styles, settings, names of faces."""
    roots = (styles_element(style), settings_element(), font_table(style))
    return tuple(map(xml_bytes, roots))


def core_properties(title: str, author: str, day: date) -> bytes:
    """Say what the file is; its times are the day of the letter, not of the writing."""
    core = f"{PACKAGE}/metadata/core-properties"
    names = {"cp": core, "dc": ELEMENTS, "dcterms": TERMS, "xsi": INSTANCE}
    root = etree.Element(f"{{{core}}}coreProperties", nsmap=names)
    texts = (
        (ELEMENTS, "title", title[:LONGEST_PROPERTY]),
        (ELEMENTS, "creator", author[:LONGEST_PROPERTY]),
        (core, "lastModifiedBy", author[:LONGEST_PROPERTY]),
        (core, "revision", "1"),
        (TERMS, "created", f"{day.isoformat()}T00:00:00Z"),
        (TERMS, "modified", f"{day.isoformat()}T00:00:00Z"),
        (ELEMENTS, "language", "zh-CN"),
    )
    for namespace, name, text in texts:
        child = etree.SubElement(root, f"{{{namespace}}}{name}")
        child.text = text
        if namespace == TERMS:
            child.set(f"{{{INSTANCE}}}type", "dcterms:W3CDTF")
    return xml_bytes(root)


def _add(package: ZipFile, name: str, part: bytes, how: int = ZIP_DEFLATED) -> None:
    package.writestr(ZipInfo(name), part, how)


def _content_types(page_parts: Mapping[str, Element]) -> bytes:
    names = f"{PACKAGE}/content-types"
    root = _root("Types", names)
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
    )
    for ending, kind in defaults:
        etree.SubElement(root, f"{{{names}}}Default", Extension=ending, ContentType=kind)
    overrides = {
        "/docProps/core.xml": CORE_TYPE,
        "/word/document.xml": f"{WORD}.document.main+xml",
        **{f"/word/{name}.xml": f"{WORD}.{name}+xml" for name in FIXED},
        **{f"/word/{name}.xml": f"{WORD}.{_kind(name)}+xml" for name in page_parts},
    }
    for part, kind in overrides.items():
        etree.SubElement(root, f"{{{names}}}Override", PartName=part, ContentType=kind)
    return xml_bytes(root)


def _root(name: str, namespace: str) -> Element:
    """Make a root whose namespace has no prefix, as the package's own parts have it."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def _kind(page_part: str) -> str:
    return page_part.partition("_")[0]


def _package_relations() -> bytes:
    return _relationships(
        {
            "document": (f"{OFFICE}/officeDocument", "word/document.xml"),
            "core": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        }
    )


def _relations(page_parts: Mapping[str, Element], picture: bytes | None) -> bytes:
    relations = {name: (f"{OFFICE}/{name}", f"{name}.xml") for name in FIXED}
    relations |= {name: (f"{OFFICE}/{_kind(name)}", f"{name}.xml") for name in page_parts}
    if picture is not None:
        relations[PICTURE_PART] = (f"{OFFICE}/image", f"media/{PICTURE_PART}.png")
    return _relationships(relations)


def _relationships(relations: Mapping[str, tuple[str, str]]) -> bytes:
    names = f"{PACKAGE}/relationships"
    root = _root("Relationships", names)
    for identity, (kind, target) in relations.items():
        etree.SubElement(root, f"{{{names}}}Relationship", Id=identity, Type=kind, Target=target)
    return xml_bytes(root)
