"""Build the Word file of every sample: `python -m resources.samples.build_samples`."""

import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from resources.samples.numbered_articles import (
    BODY_SIZE,
    REVISED,
    Revision,
    add_article_numbering,
    add_numbered_article,
    add_run,
)
from resources.samples.sample_lines import HEADING, Kind, Line, classify

FOLDER = Path(__file__).parent
RED = RGBColor(0xE6, 0x00, 0x12)
LINE_PITCH = 28.95
SENTENCE_ENDS = ("。", "：", "；", "”")
LETTERHEAD_SIZE = 34.0
LINE_WIDTH = 442.0
JOINT_HEAD_SIZE = 24.0
LETTERHEAD_LEADING = 1.25
# One moment for all archive members: the same text always gives the same file.
ARCHIVE_MOMENT = (2026, 1, 1, 0, 0, 0)


def build(source: Path, target: Path) -> None:
    """Write the Word file of one sample."""
    document = Document()
    _set_page(document)
    revision = REVISED.get(source.stem)
    if revision:
        add_article_numbering(document)
    lines = classify(source.read_text(encoding="utf-8"))
    kinds = [None, *(line.kind for line in lines), None]
    for line, previous, following in zip(lines, kinds, kinds[2:], strict=False):
        paragraph = _add_line(document, line, revision)
        _set_place(paragraph, line.kind, is_first=line.kind is not previous)
        _set_following(paragraph, line.kind, following)
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
    add_run(footer, "— ", "宋体", 14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer.paragraph_format.element.append(field)
    add_run(footer, " —", "宋体", 14)


def _add_line(document: WordDocument, line: Line, revision: Revision | None) -> Paragraph:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(LINE_PITCH)
    if line.kind is Kind.ARTICLE and revision:
        add_numbered_article(paragraph, line.text, revision)
    elif line.kind is Kind.ARTICLE:
        number, words = line.text.split("　", 1)
        add_run(paragraph, f"{number}　", "黑体")
        add_run(paragraph, words, "仿宋")
    else:
        _add_plain(paragraph, line)
    return paragraph


def _add_plain(paragraph: Paragraph, line: Line) -> None:
    match line.kind:
        case Kind.LETTERHEAD:
            size = LETTERHEAD_SIZE if line.text.endswith(("文件", "通告")) else JOINT_HEAD_SIZE
            size = min(size, LINE_WIDTH // len(line.text))
            paragraph.paragraph_format.line_spacing = Pt(size * LETTERHEAD_LEADING)
            run = add_run(paragraph, line.text, "方正小标宋简体", size)
            run.font.color.rgb = RED
        case Kind.TITLE | Kind.ANNEX_TITLE:
            add_run(paragraph, line.text, "方正小标宋简体", 22)
        case Kind.CHAPTER:
            add_run(paragraph, line.text, "黑体")
        case Kind.IMPRINT:
            add_run(paragraph, line.text, "仿宋", 14)
        case _:
            is_heading = HEADING.match(line.text) and not line.text.endswith(SENTENCE_ENDS)
            add_run(paragraph, line.text, "黑体" if is_heading else "仿宋")


def _set_place(paragraph: Paragraph, kind: Kind, *, is_first: bool) -> None:
    """Give a line its place on the page: alignment, indents, the blank above, the red rule."""
    layout = paragraph.paragraph_format
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
        case Kind.SIGNATURE | Kind.DATE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            layout.right_indent = Pt(2 * BODY_SIZE if kind is Kind.SIGNATURE else 4 * BODY_SIZE)
        case Kind.IMPRINT:
            _draw_rule(paragraph, "top", "000000", 8)
        case Kind.ADDRESSEE:
            pass
        case _:
            layout.first_line_indent = Pt(2 * BODY_SIZE)
    if is_first and kind in {Kind.TITLE, Kind.ADDRESSEE, Kind.SIGNATURE, Kind.IMPRINT}:
        layout.space_before = Pt(LINE_PITCH)


def _set_following(paragraph: Paragraph, kind: Kind, following: Kind | None) -> None:
    """Keep a line with what follows: no heading without text, no signature alone on a page."""
    layout = paragraph.paragraph_format
    leads = kind in {Kind.LETTERHEAD, Kind.TITLE, Kind.ANNEX_TITLE, Kind.CHAPTER}
    layout.keep_with_next = leads or following in {Kind.SIGNATURE, Kind.DATE}
    if kind is Kind.TITLE and following is Kind.BODY:
        layout.space_after = Pt(LINE_PITCH)
    if kind is Kind.ANNEX_TITLE and following is not Kind.ANNEX_TITLE:
        layout.space_after = Pt(LINE_PITCH / 2)


def _draw_rule(paragraph: Paragraph, side: str, colour: str, eighths: int) -> None:
    paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
        parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:{side} w:val='single' w:sz='{eighths}' w:space='8'"
            f" w:color='{colour}'/></w:pBdr>"
        ),
        *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    )


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
