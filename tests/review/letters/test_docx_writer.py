"""The Word file: order of elements, faces, page, fields."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from review.letters.compose import compose
from review.letters.docx_elements import ORDER
from review.letters.docx_writer import write_docx
from review.letters.letter_model import Signature, Table
from tests.review.letters.papers import docx_of, model_of
from tests.review.letters.samples import OPINION, SAMPLES

STANDARD_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
        " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
        " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark"
    ),
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation mirrorMargins defaultTabStop"
        " autoHyphenation evenAndOddHeaders characterSpacingControl noLineBreaksAfter"
        " noLineBreaksBefore compat rsids themeFontLang clrSchemeMapping"
    ),
    "style": "name aliases basedOn next link uiPriority qFormat locked pPr rPr tblPr",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
ORDERS = {name: order.split() for name, order in STANDARD_ORDER.items()}


def parts_of(docx: bytes) -> dict[str, etree._Element]:
    """Return the XML parts of a Word file by name."""
    with ZipFile(BytesIO(docx)) as package:
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith(".xml")
        }


def words_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_element_stands_in_the_order_of_the_standard(sample: str) -> None:
    checked = 0
    for part in parts_of(docx_of(sample)).values():
        for element in part.iter(etree.Element):
            order = ORDERS.get(local(element))
            if order and etree.QName(element).namespace.endswith("wordprocessingml/2006/main"):
                places = [order.index(local(child)) for child in element]
                assert places == sorted(places), etree.tostring(element)
                checked += 1
    assert checked > 100


def test_our_own_order_is_a_part_of_the_standards_order() -> None:
    for name, order in ORDER.items():
        standard = ORDERS.get(name, list(order))
        assert [part for part in standard if part in order] == list(order)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_run_names_its_face_in_all_four_slots(sample: str) -> None:
    parts = parts_of(docx_of(sample))

    for part in parts.values():
        for run in part.iter(qn("w:r")):
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert fonts is not None
            names = {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs", "eastAsia")}
            assert len(names) == 1
            assert names <= {"仿宋", "方正小标宋简体", "黑体", "楷体", "宋体"}
            assert fonts.get(qn("w:hint")) == "eastAsia"


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_theme_is_left_anywhere(sample: str) -> None:
    with ZipFile(BytesIO(docx_of(sample))) as package:
        assert not [name for name in package.namelist() if "theme" in name.lower()]
    for part in parts_of(docx_of(sample)).values():
        for element in part.iter(etree.Element):
            assert not [name for name in element.attrib if str(name).endswith("Theme")]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_page_is_a4_with_the_margins_and_the_line_grid_of_the_standard(sample: str) -> None:
    section = Document(BytesIO(docx_of(sample))).sections[0]
    lengths = (
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    )

    assert [round(length.mm, 1) for length in lengths if length] == [210, 297, 28, 26, 37, 35]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid is not None
    assert grid.get(qn("w:type")) == "lines"
    assert int(grid.get(qn("w:linePitch"), "0")) * 22 <= 225 / 25.4 * 1440


@pytest.mark.parametrize("sample", SAMPLES)
def test_page_numbers_are_fields_on_odd_and_even_pages(sample: str) -> None:
    document = Document(BytesIO(docx_of(sample)))
    section = document.sections[0]

    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "rightChars"), (section.even_page_footer, "leftChars")):
        paragraph = footer.paragraphs[0]
        assert "PAGE" in "".join(node.text for node in footer._element.iter(qn("w:instrText")))
        assert paragraph._p.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn(f"w:{side}")) == "100"


def test_only_a_letter_has_a_first_page_of_its_own_without_a_number() -> None:
    letter = Document(BytesIO(docx_of("opinion"))).sections[0]
    form = Document(BytesIO(docx_of("receipt"))).sections[0]

    assert letter.different_first_page_header_footer
    assert not list(letter.first_page_footer._element.iter(qn("w:instrText")))
    assert not form.different_first_page_header_footer


def test_table_heads_are_repeated_and_rows_stay_whole() -> None:
    table = Document(BytesIO(docx_of("opinion_long"))).tables[0]
    rows = [row._tr for row in table.rows]

    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
        True,
        *[False] * 14,
    ]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def is_tied(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def before_the_signature(docx: bytes) -> list[etree._Element]:
    """Return what stands in the body before the name of the office."""
    elements = list(Document(BytesIO(docx)).element.body.iterchildren())
    names = [words_of(element) for element in elements]
    return elements[: names.index("云溪县司法局")]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_seal_never_leaves_the_last_text(sample: str) -> None:
    text, *blank_lines = before_the_signature(docx_of(sample))[-3:]

    assert words_of(text)
    assert all(is_tied(paragraph) for paragraph in (text, *blank_lines))


def test_the_last_row_of_a_table_stays_with_a_signature_that_follows() -> None:
    model = model_of("receipt")
    blocks = [block for block in model.blocks if isinstance(block, Table | Signature)]

    *_, table, gap = before_the_signature(write_docx(replace(model, blocks=tuple(blocks))))[:-2]

    assert all(is_tied(paragraph) for paragraph in (*table[-1].iter(qn("w:p")), gap))


def test_the_language_is_chinese() -> None:
    parts = parts_of(docx_of("receipt"))

    languages = [node.get(qn("w:eastAsia")) for node in parts["word/styles.xml"].iter(qn("w:lang"))]
    assert languages == ["zh-CN"]
    theme_language = parts["word/settings.xml"].find(qn("w:themeFontLang"))
    assert theme_language is not None
    assert theme_language.get(qn("w:eastAsia")) == "zh-CN"


def test_the_properties_say_what_the_file_is() -> None:
    core = Document(BytesIO(docx_of("opinion"))).core_properties

    assert core.title == "关于《云溪县城区生活垃圾分类管理暂行办法》的备案审查意见书"
    assert core.author == "云溪县司法局"
    assert core.created is not None
    assert core.created.date() == OPINION.letter_date


def test_words_that_look_like_markup_stay_words() -> None:
    changed = replace(OPINION, requested_act="修改<w:p/>&amp;\"'{{x}}")

    texts = [p.text for p in Document(BytesIO(write_docx(compose(changed)))).paragraphs]

    assert any("修改<w:p/>&amp;\"'{{x}}，" in text for text in texts)
