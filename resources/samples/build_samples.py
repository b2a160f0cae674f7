"""Build the Word file of every sample: `python -m resources.samples.build_samples`."""

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from resources.samples.sample_lines import ARTICLE, HEADING, Kind, Line, classify

FOLDER = Path(__file__).parent
RED = RGBColor(0xE6, 0x00, 0x12)
BODY_SIZE = 16.0
LINE_PITCH = 28.95
ARTICLE_NUMBERING_ID = 91
LONGEST_HEADING = 24
LETTERHEAD_SIZE = 34.0
JOINT_HEAD_SIZE = 26.0
# One moment for all archive members: the same text always gives the same file.
ARCHIVE_MOMENT = (2026, 1, 1, 0, 0, 0)


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


def build(source: Path, target: Path) -> None:
    """Write the Word file of one sample."""
    document = Document()
    _set_page(document)
    revision = REVISED.get(source.stem)
    if revision:
        _add_article_numbering(document)
    previous: Kind | None = None
    for line in classify(source.read_text(encoding="utf-8")):
        _add_line(document, line, previous, revision)
        previous = line.kind
    document.core_properties.author = "云溪县（虚构）"
    document.save(str(target))
    _fix_archive_moments(target)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_run(footer, "— ", "宋体", 14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer.paragraph_format.element.append(field)
    _add_run(footer, " —", "宋体", 14)


def _add_run(paragraph: Paragraph, text: str, font: str, size: float = BODY_SIZE) -> Run:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = font
    fonts = run.font.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    fonts.set(qn("w:eastAsia"), font)
    return run


def _add_line(
    document: WordDocument, line: Line, previous: Kind | None, revision: Revision | None
) -> None:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(LINE_PITCH)
    if line.kind is Kind.ARTICLE and revision:
        _add_numbered_article(paragraph, line.text, revision)
    elif line.kind is Kind.ARTICLE:
        number, words = line.text.split("　", 1)
        _add_run(paragraph, f"{number}　", "黑体")
        _add_run(paragraph, words, "仿宋")
    else:
        _add_plain(paragraph, line)
    _set_place(paragraph, line.kind, previous)


def _add_plain(paragraph: Paragraph, line: Line) -> None:
    match line.kind:
        case Kind.LETTERHEAD:
            size = LETTERHEAD_SIZE if line.text.endswith(("文件", "通告")) else JOINT_HEAD_SIZE
            paragraph.paragraph_format.line_spacing = Pt(size * 1.35)
            run = _add_run(paragraph, line.text, "方正小标宋简体", size)
            run.font.color.rgb = RED
        case Kind.TITLE | Kind.ANNEX_TITLE:
            _add_run(paragraph, line.text, "方正小标宋简体", 22)
        case Kind.CHAPTER:
            _add_run(paragraph, line.text, "黑体")
        case Kind.IMPRINT:
            _add_run(paragraph, line.text, "仿宋", 14)
        case _:
            is_heading = HEADING.match(line.text) and len(line.text) < LONGEST_HEADING
            _add_run(paragraph, line.text, "黑体" if is_heading else "仿宋")


def _set_place(paragraph: Paragraph, kind: Kind, previous: Kind | None) -> None:
    """Give a line its place on the page: alignment, indents, the blank above, the red rule."""
    layout = paragraph.paragraph_format
    is_first = kind is not previous
    match kind:
        case Kind.LETTERHEAD | Kind.TITLE | Kind.CHAPTER:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Kind.NUMBER:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            layout.space_before = Pt(LINE_PITCH)
            _draw_rule(paragraph, "bottom", "E60012", 12)
        case Kind.ANNEX_TITLE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            layout.page_break_before = is_first
            layout.space_after = Pt(LINE_PITCH / 2)
        case Kind.SIGNATURE | Kind.DATE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            layout.keep_with_next = kind is Kind.SIGNATURE
            layout.right_indent = Pt(2 * BODY_SIZE if kind is Kind.SIGNATURE else 4 * BODY_SIZE)
        case Kind.IMPRINT:
            _draw_rule(paragraph, "top", "000000", 8)
        case Kind.ADDRESSEE:
            pass
        case _:
            layout.first_line_indent = Pt(2 * BODY_SIZE)
    if is_first and kind in {Kind.TITLE, Kind.ADDRESSEE, Kind.SIGNATURE, Kind.IMPRINT}:
        layout.space_before = Pt(LINE_PITCH)


def _draw_rule(paragraph: Paragraph, side: str, colour: str, eighths: int) -> None:
    paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
        parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:{side} w:val='single' w:sz='{eighths}' w:space='8'"
            f" w:color='{colour}'/></w:pBdr>"
        ),
        *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    )


def _add_article_numbering(document: WordDocument) -> None:
    """Declare a list whose label reads 第一条, 第二条 … and is written by Word, not by us."""
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{ARTICLE_NUMBERING_ID}'>"
            "<w:multiLevelType w:val='singleLevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            "<w:numFmt w:val='chineseCountingThousand'/><w:suff w:val='nothing'/>"
            "<w:lvlText w:val='第%1条　'/><w:lvlJc w:val='left'/></w:lvl></w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(
            f"<w:num {nsdecls('w')} w:numId='{ARTICLE_NUMBERING_ID}'>"
            f"<w:abstractNumId w:val='{ARTICLE_NUMBERING_ID}'/></w:num>"
        )
    )


def _add_numbered_article(paragraph: Paragraph, text: str, revision: Revision) -> None:
    """Write an article without its number, which Word counts, and with its tracked changes."""
    properties = paragraph.paragraph_format.element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_ilvl().val = 0
    properties.get_or_add_numPr().get_or_add_numId().val = ARTICLE_NUMBERING_ID
    words = ARTICLE.sub("", text)
    before, inserted, after = words.partition(revision.inserted)
    if inserted:
        _add_run(paragraph, before, "仿宋")
        _track(paragraph, "ins", _add_run(paragraph, inserted, "仿宋"))
        _add_run(paragraph, after, "仿宋")
        return
    before, anchor, after = words.partition(revision.anchor)
    _add_run(paragraph, before + anchor, "仿宋")
    if anchor:
        deleted = _add_run(paragraph, revision.deleted, "仿宋")
        for piece in deleted.font.element.findall(qn("w:t")):
            piece.tag = qn("w:delText")
        _track(paragraph, "del", deleted)
        _add_run(paragraph, after, "仿宋")


def _track(paragraph: Paragraph, change: str, run: Run) -> None:
    """Wrap a run as an insertion (`ins`) or a deletion (`del`)."""
    number = 1 if change == "ins" else 2
    wrapper = parse_xml(
        f"<w:{change} {nsdecls('w')} w:id='{number}' w:author='云岭乡司法所'"
        " w:date='2026-06-11T09:30:00Z'/>"
    )
    paragraph.paragraph_format.element.append(wrapper)
    wrapper.append(run.font.element)


def _fix_archive_moments(target: Path) -> None:
    """Give every member of the Word file the same moment, so that rebuilding changes nothing."""
    with zipfile.ZipFile(target) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, ARCHIVE_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


def main(folder: Path = FOLDER) -> None:
    """Build every sample of this folder that has a text."""
    for source in sorted(FOLDER.glob("*.txt")):
        target = folder / f"{source.stem}.docx"
        build(source, target)
        sys.stdout.write(f"{target.name}\n")


if __name__ == "__main__":
    main()
