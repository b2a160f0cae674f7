"""The Word file as a whole: order of elements, faces, relations, what it says of itself."""

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
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_model import Signature, Table
from review.letters.sample_letters import sample_letter
from tests.review.letters.papers import docx_of, model_of
from tests.review.letters.samples import OPINION, SAMPLES
from tests.review.letters.word_files import (
    ORDERS,
    body_of,
    broken_relations,
    faces_of_runs,
    misplaced,
    name_of,
    own,
    parts_of,
    styles_of,
    words_of,
)

FACES = {"仿宋", "方正小标宋简体", "黑体", "楷体", "宋体"}


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_every_kind_of_paper_opens_clean(kind: str) -> None:
    docx = write_docx(compose(sample_letter(kind)))

    assert not [fault for part in parts_of(docx).values() for fault in misplaced(part)]
    assert broken_relations(docx) == []
    assert {face for _, faces in faces_of_runs(docx) for face in faces} <= FACES


def test_our_own_order_is_a_part_of_the_standards_order() -> None:
    for name, order in ORDER.items():
        standard = ORDERS.get(name, list(order))
        assert [part for part in standard if part in order] == list(order)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_run_has_one_face_and_sets_its_marks_in_full_width(sample: str) -> None:
    runs = list(faces_of_runs(docx_of(sample)))

    assert runs
    assert all(len(faces) == 1 for _, faces in runs)
    for name in ("word/document.xml", "word/footer_odd.xml"):
        for run in parts_of(docx_of(sample))[name].iter(qn("w:r")):
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert fonts is not None
            assert fonts.get(qn("w:hint")) == "eastAsia"


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_theme_and_no_leftover_is_in_the_file(sample: str) -> None:
    with ZipFile(BytesIO(docx_of(sample))) as package:
        names = package.namelist()

    assert not [name for name in names if "theme" in name.lower() or "customXml" in name]
    for part in parts_of(docx_of(sample)).values():
        for element in part.iter(etree.Element):
            assert not [name for name in element.attrib if str(name).endswith("Theme")]


def test_styles_have_chinese_names_and_no_other_style_is_shown() -> None:
    docx = docx_of("opinion")
    hidden = {"Normal", "Default Paragraph Font", "Normal Table"}

    names = {name_of(style) for style in styles_of(docx).values()} - hidden
    assert {"公文标题", "公文正文", "公文一级标题", "公文表格文字"} <= names
    assert not [name for name in names if name.isascii()]
    latent = parts_of(docx)["word/styles.xml"].find(qn("w:latentStyles"))
    assert latent is not None
    assert latent.get(qn("w:defSemiHidden")) == "1"


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_face_or_size_is_set_beside_the_styles(sample: str) -> None:
    body = parts_of(docx_of(sample))["word/document.xml"]

    assert {etree.QName(part).localname for run in body.iter(qn("w:rPr")) for part in run} <= {
        "rFonts",
        "rStyle",
    }


def before_the_signature(docx: bytes) -> list[etree._Element]:
    """Return what stands in the body before the name of the office."""
    elements = body_of(docx)
    names = [words_of(element) for element in elements]
    return elements[: names.index("云溪县司法局")]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_seal_never_leaves_the_last_text(sample: str) -> None:
    text = before_the_signature(docx_of(sample))[-1]

    assert words_of(text)
    assert own(text, "keepNext") is not None
    assert own(text, "widowControl") == {"val": "1"}


def test_the_last_row_of_a_table_stays_with_a_signature_that_follows() -> None:
    model = model_of("receipt")
    blocks = [block for block in model.blocks if isinstance(block, Table | Signature)]

    table = before_the_signature(write_docx(replace(model, blocks=tuple(blocks))))[-1]

    assert all(own(line, "keepNext") is not None for line in table[-1].iter(qn("w:p")))


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


def test_every_part_bears_the_same_time() -> None:
    with ZipFile(BytesIO(docx_of("opinion"))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_settings_forbid_the_same_marks_at_the_edges_as_the_pdf() -> None:
    settings = parts_of(docx_of("opinion"))["word/settings.xml"]
    before, after = (settings.find(qn(f"w:noLineBreaks{side}")) for side in ("Before", "After"))

    assert before is not None
    assert after is not None
    assert set("，。、）》") <= set(str(before.get(qn("w:val"))))
    assert set("（《〔") <= set(str(after.get(qn("w:val"))))
