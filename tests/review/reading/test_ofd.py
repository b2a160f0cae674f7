"""An OFD file is read page by page in reading order, and what stands beside the text is told."""

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from review.errors import DuplicatePartsError
from review.reading.reader import read_file
from review.reading.text import FileFormat, NoteKind, ReadText
from tests.review.reading.ofd_file import (
    SIZE,
    entry_xml,
    ofd_parts,
    package,
    page_xml,
    text_object,
    typeset,
    write_ofd,
    xml,
)

CORPUS = Path(__file__).parents[3].parent / "shared" / "data" / "corpus.jsonl.gz"


def told(read: ReadText, kind: NoteKind, name: str) -> tuple[str, ...]:
    return next((note.texts(name) for note in read.notes if note.kind is kind), ())


def test_the_lines_of_a_paragraph_are_joined_over_lines_and_pages(tmp_path: Path) -> None:
    paragraph = "为了加强行政规范性文件监督管理，推进依法行政，维护法制统一，制定本办法。" * 30
    read = read_file(write_ofd(tmp_path / "办法.ofd", *typeset(f"第一章　总则\n{paragraph}")))
    assert read.format is FileFormat.OFD
    assert read.text == f"第一章 总则\n{paragraph}"


def test_text_is_read_in_the_order_of_the_page_and_not_of_the_file(tmp_path: Path) -> None:
    # Given objects that the file holds from the bottom of the page to the top
    lines = ["云溪县人民政府文件", "云政发〔2026〕7号", "各乡镇人民政府："]
    objects = [text_object(line, 30, 40 + 20 * place) for place, line in enumerate(lines)]
    read = read_file(write_ofd(tmp_path / "倒序.ofd", "".join(reversed(objects))))
    assert read.text.split("\n") == lines


def test_a_character_an_object_makes_one_line(tmp_path: Path) -> None:
    # Given a file where every character is an object of its own, scaled by its matrix
    content = "".join(
        f'<ofd:TextObject CTM="0.3528 0 0 0.3528 0 0" Boundary="{30 + 5.6 * place} 50 6 6" '
        f'Size="15.9"><ofd:TextCode X="0" Y="14">{letter}</ofd:TextCode></ofd:TextObject>'
        for place, letter in enumerate("关于公布清理结果的决定")
    )
    assert read_file(write_ofd(tmp_path / "逐字.ofd", content)).text == "关于公布清理结果的决定"


def test_a_letter_spaced_title_keeps_its_blanks(tmp_path: Path) -> None:
    title = text_object("通知", 90, 40, deltas=f"{SIZE * 2}")
    assert read_file(write_ofd(tmp_path / "标题.ofd", title)).text == "通 知"


@pytest.mark.parametrize("deltas", ["5.6 5.6 5.6", "g 3 5.6", "5.6 g 2 5.6", "5.6"])
def test_every_way_to_write_the_steps_is_read(tmp_path: Path, deltas: str) -> None:
    words = text_object("县人民政", 30, 40, deltas=deltas) + text_object("府", 30 + 4 * SIZE, 40)
    assert read_file(write_ofd(tmp_path / "步距.ofd", words)).text == "县人民政府"


def test_blocks_and_composite_units_are_read(tmp_path: Path) -> None:
    # Given a line inside nested blocks, and one in a unit that the page places
    block = text_object("第一行", 30, 40)
    for _ in range(30):
        block = f"<ofd:PageBlock>{block}</ofd:PageBlock>"
    placed = '<ofd:CompositeObject ResourceID="77" Boundary="30 60 100 10"/>'
    unit = text_object("第二行", 0, SIZE)
    resources = xml(
        "Res",
        "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='77'><ofd:Content>"
        f"{unit}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>",
    )
    parts = ofd_parts(block + placed, common="<ofd:DocumentRes>Res.xml</ofd:DocumentRes>")
    file = tmp_path / "嵌套.ofd"
    file.write_bytes(package(parts | {"Doc_0/Res.xml": resources}))
    assert read_file(file).text == "第一行\n第二行"


def test_what_a_template_puts_on_the_page_is_read(tmp_path: Path) -> None:
    parts = ofd_parts(
        text_object("正文。", 30, 80),
        common='<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        extra='<ofd:Template TemplateID="5" ZOrder="Background"/>',
    )
    template = {"Doc_0/Tpls/Tpl_0/Content.xml": page_xml(text_object("云溪县公报", 30, 30))}
    file = tmp_path / "模板.ofd"
    file.write_bytes(package(parts | template))
    assert read_file(file).text == "云溪县公报\n正文。"


def test_parts_are_found_from_the_root_and_in_any_case(tmp_path: Path) -> None:
    # Given places written from the root, where the package names its parts in other letters
    parts = ofd_parts(text_object("正文。", 30, 80))
    moved = {name.replace("Pages", "pages"): content for name, content in parts.items()}
    moved["OFD.xml"] = entry_xml("/Doc_0/Document.xml")
    file = tmp_path / "位置.ofd"
    file.write_bytes(package(moved))
    assert read_file(file).text == "正文。"


@pytest.mark.parametrize(("before", "separator"), [("/", "/"), ("", "\\")])
def test_names_as_other_systems_write_them_are_read(
    tmp_path: Path, before: str, separator: str
) -> None:
    parts = ofd_parts(text_object("正文。", 30, 80))
    file = tmp_path / "名称.ofd"
    file.write_bytes(
        package({before + name.replace("/", separator): words for name, words in parts.items()})
    )
    assert read_file(file).text == "正文。"


def test_the_same_part_under_two_names_is_refused(tmp_path: Path) -> None:
    parts = ofd_parts(text_object("正文。", 30, 80))
    page = "Doc_0/Pages/Page_0/Content.xml"
    file = tmp_path / "两份.ofd"
    for twin in (f"/{page}", page.replace("/", "\\")):
        file.write_bytes(package(parts | {twin: page_xml(text_object("另一份。", 30, 80))}))
        with pytest.raises(DuplicatePartsError):
            read_file(file)


def test_all_documents_of_a_file_are_read(tmp_path: Path) -> None:
    first, second = (ofd_parts(text_object(words, 30, 80)) for words in ("通知。", "办法。"))
    parts = first | {
        name.replace("Doc_0", "Doc_1"): content
        for name, content in second.items()
        if name.startswith("Doc_0")
    }
    parts["OFD.xml"] = entry_xml("Doc_0/Document.xml", "Doc_1/Document.xml")
    file = tmp_path / "两份.ofd"
    file.write_bytes(package(parts))
    assert read_file(file).text == "通知。\n办法。"


def test_a_character_drawn_twice_for_boldness_is_read_once(tmp_path: Path) -> None:
    twice = text_object("决定", 90, 40) + text_object("决定", 90.1, 40)
    assert read_file(write_ofd(tmp_path / "加粗.ofd", twice)).text == "决定"


def test_invisible_text_and_text_beside_the_page_is_told_and_not_read(tmp_path: Path) -> None:
    content = (
        text_object("正文内容在这里。", 30, 40)
        + text_object("看不见", 30, 60, 'Visible="false"')
        + text_object("页外", 30, 400)
    )
    read = read_file(write_ofd(tmp_path / "隐藏.ofd", content))
    assert read.text == "正文内容在这里。"
    assert told(read, NoteKind.HIDDEN_TEXT, "hidden") == ("看不见", "页外")


def test_a_scanned_page_with_recognised_text_is_read_and_told(tmp_path: Path) -> None:
    picture = '<ofd:ImageObject ResourceID="3" Boundary="0 0 210 297"/>'
    recognised = text_object("识别出来的文字", 30, 40, 'Alpha="0"')
    read = read_file(write_ofd(tmp_path / "双层.ofd", picture + recognised))
    assert read.text == "识别出来的文字"
    assert told(read, NoteKind.RECOGNISED_TEXT, "page") == ("1",)


def test_a_scan_without_text_is_recognised_as_such(tmp_path: Path) -> None:
    picture = '<ofd:ImageObject ResourceID="3" Boundary="0 0 210 297"/>'
    read = read_file(write_ofd(tmp_path / "扫描.ofd", picture, picture))
    assert read.text == ""
    assert told(read, NoteKind.NO_TEXT_LAYER, "page_count") == ("2",)


def test_watermarks_and_annotations_are_told_and_not_read(tmp_path: Path) -> None:
    # Given a slanted watermark on the page, and a stamp kept as an annotation
    mark = text_object("内部资料", 50, 150, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    stamp = xml(
        "PageAnnot",
        '<ofd:Annot ID="1" Type="Stamp"><ofd:Appearance Boundary="10 10 60 20">'
        f"{text_object('收文专用', 0, SIZE)}</ofd:Appearance></ofd:Annot>",
    )
    listed = xml(
        "Annotations",
        '<ofd:Page PageID="10"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>',
    )
    parts = ofd_parts(
        text_object("正文内容。", 30, 40) + mark,
        document="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
    )
    parts["Doc_0/Annots/Annotations.xml"] = listed
    parts["Doc_0/Annots/Page_0/Annotation.xml"] = stamp
    file = tmp_path / "水印.ofd"
    file.write_bytes(package(parts))
    read = read_file(file)
    assert read.text == "正文内容。"
    assert set(told(read, NoteKind.ASIDES, "aside")) == {"内部资料", "收文专用"}


def test_a_page_turned_by_a_right_angle_is_read(tmp_path: Path) -> None:
    turned = "".join(
        f'<ofd:TextObject CTM="0 1 -1 0 0 0" Boundary="{place} 40 5 5" Size="{SIZE}">'
        f'<ofd:TextCode X="0" Y="0">{words}</ofd:TextCode></ofd:TextObject>'
        for place, words in ((100, "第一行表格"), (85, "第二行表格"))
    )
    assert read_file(write_ofd(tmp_path / "横页.ofd", turned)).text == "第一行表格\n第二行表格"


def test_seals_and_enclosed_files_are_told(tmp_path: Path) -> None:
    parts = ofd_parts(
        text_object("正文内容。", 30, 40),
        document="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
        entry="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>",
    )
    parts["Doc_0/Attachs/Attachments.xml"] = xml(
        "Attachments", '<ofd:Attachment ID="1" Name="目录.xlsx"/>'
    )
    parts["Doc_0/Signs/Signatures.xml"] = xml(
        "Signatures", '<ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>'
    )
    file = tmp_path / "签章.ofd"
    file.write_bytes(package(parts))
    read = read_file(file)
    assert told(read, NoteKind.ATTACHED_FILES, "attached") == ("目录.xlsx",)
    assert told(read, NoteKind.SIGNATURES, "signature") == ("",)


def test_a_page_that_the_package_does_not_hold_is_told(tmp_path: Path) -> None:
    parts = ofd_parts(text_object("正文内容。", 30, 40), text_object("续页。", 30, 40))
    del parts["Doc_0/Pages/Page_1/Content.xml"]
    file = tmp_path / "缺页.ofd"
    file.write_bytes(package(parts))
    assert told(read_file(file), NoteKind.MISSING_PAGES, "page") == ("2",)


def test_real_documents_lose_no_character_and_keep_their_paragraphs(tmp_path: Path) -> None:
    if not CORPUS.exists():
        pytest.skip("the real documents are not beside the project")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["text"] or "" for line in lines]
    file, wanted, kept = tmp_path / "文件.ofd", 0, 0
    for text in [text for text in rows if text.strip()][::25]:
        plain = "".join(letter for letter in text if letter == "\n" or letter.isprintable())
        read = read_file(write_ofd(file, *typeset(plain)))
        running = "".join(told(read, NoteKind.HEADERS, "header"))
        expected = Counter("".join(plain.split()))
        wanted += expected.total()
        kept += (Counter("".join((read.text + running).split())) & expected).total()
    assert kept >= 0.999 * wanted
