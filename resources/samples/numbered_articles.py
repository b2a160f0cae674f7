"""Articles that Word counts itself, with tracked changes: what tries a reader of Word files."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from resources.samples.sample_lines import ARTICLE

BODY_SIZE = 16.0
ARTICLE_NUMBERING_ID = 91


@dataclass(frozen=True)
class Revision:
    """A tracked change: `inserted` stands in the text, `deleted` stood after `anchor`."""

    inserted: str
    anchor: str
    deleted: str


# The one sample that tries a reader: automatic article numbers and two tracked changes.
REVISED = {
    "09-township-culture-rooms": Revision(
        inserted="，不得用于与公共文化服务无关的商业经营活动",
        anchor="并考虑未成年人、老年人和残疾人的需要",
        deleted="，每年更新设备不少于一次",
    )
}


def add_run(paragraph: Paragraph, text: str, font: str, size: float = BODY_SIZE) -> Run:
    """Add words in a face that holds for Chinese characters too."""
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = font
    fonts = run.font.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    fonts.set(qn("w:eastAsia"), font)
    return run


def add_article_numbering(document: WordDocument) -> None:
    """Declare a list whose label reads 第一条, 第二条 … and is written by Word, not by us."""
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{ARTICLE_NUMBERING_ID}'>"
            "<w:multiLevelType w:val='singleLevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            "<w:numFmt w:val='chineseCountingThousand'/><w:suff w:val='nothing'/>"
            "<w:lvlText w:val='第%1条　'/><w:lvlJc w:val='left'/>"
            "<w:rPr><w:rFonts w:ascii='黑体' w:hAnsi='黑体' w:eastAsia='黑体'/>"
            "<w:sz w:val='32'/></w:rPr></w:lvl></w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(
            f"<w:num {nsdecls('w')} w:numId='{ARTICLE_NUMBERING_ID}'>"
            f"<w:abstractNumId w:val='{ARTICLE_NUMBERING_ID}'/></w:num>"
        )
    )


def add_numbered_article(paragraph: Paragraph, text: str, revision: Revision) -> None:
    """Write an article without its number, which Word counts, and with its tracked changes."""
    properties = paragraph.paragraph_format.element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_ilvl().val = 0
    properties.get_or_add_numPr().get_or_add_numId().val = ARTICLE_NUMBERING_ID
    words = ARTICLE.sub("", text)
    before, inserted, after = words.partition(revision.inserted)
    if inserted:
        add_run(paragraph, before, "仿宋")
        _track(paragraph, "ins", add_run(paragraph, inserted, "仿宋"))
        add_run(paragraph, after, "仿宋")
        return
    before, anchor, after = words.partition(revision.anchor)
    add_run(paragraph, before + anchor, "仿宋")
    if anchor:
        deleted = add_run(paragraph, revision.deleted, "仿宋")
        for piece in deleted.font.element.findall(qn("w:t")):
            piece.tag = qn("w:delText")
        _track(paragraph, "del", deleted)
        add_run(paragraph, after, "仿宋")


def _track(paragraph: Paragraph, change: str, run: Run) -> None:
    """Wrap a run as an insertion (`ins`) or a deletion (`del`)."""
    number = 1 if change == "ins" else 2
    wrapper = parse_xml(
        f"<w:{change} {nsdecls('w')} w:id='{number}' w:author='云岭乡司法所'"
        " w:date='2026-06-11T09:30:00Z'/>"
    )
    paragraph.paragraph_format.element.append(wrapper)
    wrapper.append(run.font.element)
