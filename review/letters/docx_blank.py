"""The empty Word file that every paper starts from; made once, without theme or leftovers."""

from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from lxml.etree import _Element as Element

from review.letters.docx_elements import element
from review.letters.docx_styles import font_elements, setting_elements, style_elements
from review.letters.layout import page_layout

KEPT = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
    }
)


def blank_document() -> WordDocument:
    """Return a new document with our styles, settings and font names only."""
    return Document(BytesIO(_blank_file()))


@cache
def _blank_file() -> bytes:
    document = Document()
    _drop_unwanted(document)
    _refill(document.styles.element, style_elements(page_layout()))
    _refill(document.settings.element, setting_elements())
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.append(element("sectPr"))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _drop_unwanted(document: WordDocument) -> None:
    """Drop the parts that the library's own empty file brings along; write our font names."""
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype not in KEPT:
                del owner.rels[key]
    fonts = element("fonts", children=font_elements())
    blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, blob)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _refill(parent: Element, children: list[Element]) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(children)
