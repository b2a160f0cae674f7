"""Each block of a paper in the Word file: its style, its space, its place, in twips."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from review.letters.docx_writer import write_docx
from review.letters.letter_model import (
    Addressee,
    Annex,
    AttachmentNote,
    Base,
    Block,
    Caption,
    Cell,
    CellRole,
    CheckMark,
    CutLine,
    Heading,
    Imprint,
    Letterhead,
    LetterModel,
    Note,
    NumberLine,
    PageBreak,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Table,
    Title,
)
from tests.review.letters.papers import docx_of
from tests.review.letters.word_files import (
    body_of,
    broken_relations,
    local_key,
    misplaced,
    name_of,
    own,
    paragraph_with,
    parts_of,
    style_of,
    words_of,
)

LINE = 579
"""A line of the body: 225 mm through 22, rounded down."""

CHARACTER = 315
"""A character of the body: 156 mm through 28, rounded down."""

WIDTH = round(156 / 25.4 * 1440)
PROOF = CheckMark("NORMDESK 1 7K3M9QXD", "7K3M-9QXD")
ROW = (
    Cell("1", CellRole.SHORT),
    Cell("备案报告", CellRole.VALUE),
    Cell("3", CellRole.SHORT),
    Cell("", CellRole.VALUE),
)


def paper(*blocks: Block, base: Base = Base.OFFICIAL, is_landscape: bool = False) -> bytes:
    """Return a Word file of these blocks."""
    model = LetterModel(
        "sample", base, "关于报送备案的报告", "云溪县司法局", date(2026, 3, 2), blocks, is_landscape
    )
    docx = write_docx(model)
    assert not [fault for part in parts_of(docx).values() for fault in misplaced(part)]
    assert broken_relations(docx) == []
    return docx


def spacing(paragraph: Element) -> dict[str, str]:
    return own(paragraph, "spacing") or {}


def test_a_heading_is_a_heading_of_word_with_its_level_in_the_outline() -> None:
    docx = paper(*(Heading(level, f"第{level}级") for level in (1, 2, 3, 4)), Paragraph("正文。"))

    for level, face in ((1, "黑体"), (2, "楷体"), (3, "仿宋"), (4, "仿宋")):
        style = style_of(docx, paragraph_with(docx, f"第{level}级"))
        name, outline, fonts = (
            style.find(path)
            for path in (
                qn("w:name"),
                f"{qn('w:pPr')}/{qn('w:outlineLvl')}",
                f"{qn('w:rPr')}/{qn('w:rFonts')}",
            )
        )
        assert name is not None
        assert name.get(qn("w:val")) == f"heading {level}"
        assert outline is not None
        assert outline.get(qn("w:val")) == str(level - 1)
        assert fonts is not None
        assert fonts.get(qn("w:eastAsia")) == face
        assert style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_the_body_stands_on_the_grid_and_begins_two_characters_in() -> None:
    docx = paper(Paragraph("正文。"))

    style = style_of(docx, paragraph_with(docx, "正文。"))
    line, indent, squeeze = (
        style.find(f"{qn(f'w:{part}')}/{qn(f'w:{name}')}")
        for part, name in (("pPr", "spacing"), ("pPr", "ind"), ("rPr", "spacing"))
    )
    assert line is not None
    assert indent is not None
    assert squeeze is not None
    assert (line.get(qn("w:line")), line.get(qn("w:lineRule"))) == (str(LINE), "exact")
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert indent.get(qn("w:firstLine")) == str(2 * CHARACTER)
    assert 16 * 20 + int(squeeze.get(qn("w:val"), "0")) == CHARACTER


def test_the_red_name_of_the_official_base_stands_in_the_text_and_in_one_line() -> None:
    short = paper(Letterhead("云溪县司法局文件"), NumberLine("云司〔2026〕12号"))
    long = paper(Letterhead("云溪县住房和城乡建设局云溪县生态环境局文件"))

    head = paragraph_with(short, "云溪县司法局文件")
    assert name_of(style_of(short, head)) == "公文机关标志"
    assert 30 < int(spacing(head)["before"]) / 20 * 25.4 / 72 < 35
    sizes = [
        int(size.get(qn("w:val"), "0"))
        for docx in (short, long)
        for size in paragraph_with(docx, "文件").iter(qn("w:sz"))
    ]
    assert sizes[0] == 84
    assert sizes[1] / 2 * 20 * len("云溪县住房和城乡建设局云溪县生态环境局文件") <= WIDTH


def test_the_number_stands_over_the_red_rule() -> None:
    docx = paper(Letterhead("云溪县司法局文件"), NumberLine("云司〔2026〕12号"))

    number = paragraph_with(docx, "云司〔2026〕12号")
    assert own(number, "jc") == {"val": "center"}
    rule = number.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}")
    assert rule is not None
    assert rule.get(qn("w:color")) == "FF0000"
    assert rule.get(qn("w:sz")) == "10"


def test_upward_the_number_stands_left_and_the_signer_right_in_kai() -> None:
    docx = paper(NumberLine("云司〔2026〕12号", "签发人：欧阳玥"))

    number = paragraph_with(docx, "云司〔2026〕12号")
    assert own(number, "jc") == {"val": "left"}
    assert own(number, "ind") == {"firstLine": str(CHARACTER)}
    (stop,) = number.iter(qn("w:tabs")).__next__()
    assert stop.get(qn("w:val")) == "right"
    assert int(stop.get(qn("w:pos"), "0")) == pytest.approx(WIDTH - CHARACTER, abs=2)
    styled = {
        words_of(run): style.get(qn("w:val"))
        for run in number.iter(qn("w:r"))
        for style in run.iter(qn("w:rStyle"))
    }
    assert list(styled) == ["欧阳玥"]
    assert words_of(number) == "云司〔2026〕12号签发人：欧阳玥"


@pytest.mark.parametrize(
    ("base", "before", "after"),
    [(Base.OFFICIAL, 2 * LINE, LINE), (Base.LETTER, 2 * LINE, LINE), (Base.FORM, None, None)],
)
def test_empty_lines_around_the_title_are_space_and_no_paragraphs(
    base: Base, before: int | None, after: int | None
) -> None:
    docx = paper(Title(("关于报送", "备案的报告")), Addressee("县政府："), base=base)

    title = paragraph_with(docx, "关于报送")
    assert spacing(title).get("before") == (before and str(before))
    assert spacing(title).get("after") == (after and str(after))
    assert len(list(title.iter(qn("w:br")))) == 1
    assert all(words_of(line) for line in body_of(docx)[:-1] if line.tag == qn("w:p"))


def test_a_subtitle_stands_close_under_the_title() -> None:
    docx = paper(Title(("撤销决定",)), Subtitle("（代拟稿）"), Addressee("某单位："))

    assert "after" not in spacing(paragraph_with(docx, "撤销决定"))
    assert spacing(paragraph_with(docx, "（代拟稿）")) == {"after": str(LINE)}


def test_attachments_hang_under_their_names_one_line_below_the_body() -> None:
    docx = paper(Paragraph("正文。"), AttachmentNote(("附件：1.文本", "2.说明")))

    first, second = (paragraph_with(docx, words) for words in ("附件：1.文本", "2.说明"))
    assert spacing(first) == {"before": str(LINE)}
    assert (own(first, "ind") or {})["left"] == (own(second, "ind") or {})["left"]
    assert (own(first, "ind") or {})["hanging"] == str(4 * CHARACTER)
    assert (own(second, "ind") or {})["hanging"] == str(CHARACTER)


def test_with_a_seal_the_name_is_centred_over_the_date_four_characters_in() -> None:
    docx = paper(Paragraph("正文。"), Signature("云溪县司法局", "2026年3月2日"))

    name, date_line = (paragraph_with(docx, words) for words in ("云溪县司法局", "2026年3月2日"))
    name_right, date_right = (int((own(line, "ind") or {})["right"]) for line in (name, date_line))
    assert date_right == 4 * CHARACTER
    assert name_right + 6 * CHARACTER / 2 == pytest.approx(date_right + 6 * CHARACTER / 2, abs=2)
    assert spacing(name) == {"before": str(2 * LINE)}


@pytest.mark.parametrize(
    ("office", "day", "expected"),
    [
        ("云溪县住房和城乡建设局", "2026年3月2日", (2, 5)),
        ("云溪县司法局", "2026年12月22日", (5, 2)),
    ],
)
def test_without_a_seal_the_date_begins_two_characters_right_of_the_name(
    office: str, day: str, expected: tuple[float, float]
) -> None:
    docx = paper(Paragraph("正文。"), Signature(office, day, has_seal=False))

    rights = [
        int((own(paragraph_with(docx, words), "ind") or {})["right"]) for words in (office, day)
    ]
    assert rights == [round(right * CHARACTER) for right in expected]


def test_text_signature_and_note_stay_on_one_page() -> None:
    docx = paper(
        Paragraph("最后一段。"),
        AttachmentNote(("附件：说明",)),
        Signature("云溪县司法局", "2026年3月2日"),
        Note("（联系人：王旸）"),
        Imprint("抄送：县政府。", "云溪县司法局办公室", "2026年3月2日印发"),
    )

    for words in ("最后一段。", "附件：说明", "云溪县司法局", "2026年3月2日", "（联系人：王旸）"):
        assert own(paragraph_with(docx, words), "keepNext") is not None
    assert own(paragraph_with(docx, "最后一段。"), "widowControl") == {"val": "1"}


def test_a_table_has_its_gap_as_space_and_two_tables_stay_two() -> None:
    table = Table("materials", (), (ROW,))
    docx = paper(Paragraph("上文。"), table, table, Paragraph("下文。"))

    above, _, between, _, below, _ = body_of(docx)
    gap = round(0.3 * LINE)
    assert spacing(above) == {"after": str(gap)}
    assert spacing(between)["line"] == str(2 * gap)
    assert spacing(below) == {"before": str(gap)}


def test_the_columns_fill_the_type_area_upright_and_turned() -> None:
    table = Table("materials", (), (ROW,))

    for is_landscape, width in ((False, 156), (True, 225)):
        docx = paper(table, base=Base.FORM, is_landscape=is_landscape)
        columns = [
            int(column.get(qn("w:w"), "0"))
            for column in parts_of(docx)["word/document.xml"].iter(qn("w:gridCol"))
        ]
        assert sum(columns) == pytest.approx(width / 25.4 * 1440, abs=1)


def test_cells_say_what_they_are_by_style_and_a_void_line_is_struck() -> None:
    cells = (
        Cell("序号", CellRole.HEAD),
        Cell("名称\n第二段", CellRole.LONG, 2),
        Cell("作废", CellRole.VALUE, is_struck=True),
    )
    docx = paper(Table("materials", (), (cells,)))

    head, first, second, void = (
        paragraph_with(docx, words) for words in ("序号", "名称", "第二段", "作废")
    )
    assert name_of(style_of(docx, head)) == "公文表头"
    assert name_of(style_of(docx, first)) == "公文表格长文"
    assert second.getparent() is first.getparent() or words_of(second) == "第二段"
    (struck,) = void.iter(qn("w:rStyle"))
    assert struck.get(qn("w:val")) == "OfficialStruck"
    (span,) = parts_of(docx)["word/document.xml"].iter(qn("w:gridSpan"))
    assert span.get(qn("w:val")) == "2"


@pytest.mark.parametrize(
    ("role", "width", "align"),
    [
        (CellRole.LONG, 4, "both"),
        (CellRole.LONG, 1, "left"),
        (CellRole.VALUE, 4, "left"),
        (CellRole.SHORT, 4, "center"),
    ],
)
def test_only_long_text_in_a_wide_cell_is_drawn_out_to_both_edges(
    role: CellRole, width: int, align: str
) -> None:
    row = (Cell("文字", role, width), *(Cell("", CellRole.SHORT) for _ in range(4 - width)))
    docx = paper(Table("materials", (), (row,)))

    aligned = style_of(docx, paragraph_with(docx, "文字")).find(f"{qn('w:pPr')}/{qn('w:jc')}")
    assert aligned is not None
    assert aligned.get(qn("w:val")) == align


def test_table_heads_are_repeated_and_rows_stay_whole() -> None:
    rows = list(parts_of(docx_of("opinion_long"))["word/document.xml"].iter(qn("w:tr")))[:15]

    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
        True,
        *[False] * 14,
    ]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_places_to_sign_are_spread_over_lines_with_room_for_names() -> None:
    few = paper(Paragraph("表。"), SigningLine(("填表人：", "审核人：")), base=Base.FORM)
    many = paper(
        Paragraph("表。"),
        SigningLine(("填表人：", "审核人：", "负责人：", "填表日期：")),
        base=Base.FORM,
    )

    assert words_of(paragraph_with(few, "填表人")) == "填表人：审核人："
    first, second = (paragraph_with(many, words) for words in ("填表人", "负责人"))
    assert words_of(second) == "负责人：填表日期："
    room = WIDTH / 240
    for line, stop_em in ((first, room / 2), (second, 4 + (room - 9) / 2)):
        (stop,) = next(line.iter(qn("w:tabs")))
        assert int(stop.get(qn("w:pos"), "0")) == pytest.approx(stop_em * 240, abs=1)


def test_the_title_of_a_form_has_a_line_under_it_only_before_text() -> None:
    table = Table("materials", (), (ROW,))
    over_text = paper(Title(("备案回执",)), Paragraph("收悉。"), base=Base.FORM)
    over_table = paper(Title(("备案回执",)), table, base=Base.FORM)

    assert spacing(paragraph_with(over_text, "备案回执")) == {"after": str(LINE)}
    assert spacing(paragraph_with(over_table, "备案回执")) == {"after": str(round(0.3 * LINE))}


def test_an_explanation_never_stands_alone_under_its_table() -> None:
    docx = paper(Table("materials", (), (ROW, ROW)), SmallPrint("说明：一式三份。"))

    first, last = (list(row.iter(qn("w:p"))) for row in body_of(docx)[1].iter(qn("w:tr")))
    assert all(own(line, "keepNext") is None for line in first)
    assert all(own(line, "keepNext") is not None for line in last)


def test_small_print_and_cut_line_have_styles_of_their_own() -> None:
    docx = paper(SmallPrint("说明：一式三份。"), CutLine("沿此线剪下"), Paragraph("回执。"))

    small, cut = (paragraph_with(docx, words) for words in ("说明", "沿此线"))
    assert name_of(style_of(docx, small)) == "公文表下说明"
    leaders = [stop.get(qn("w:leader")) for stop in next(cut.iter(qn("w:tabs")))]
    assert leaders == ["hyphen", "hyphen"]


@pytest.mark.parametrize("block", [PageBreak(), Annex("附件1", ("名单",))])
def test_a_new_page_begins_without_an_empty_paragraph(block: Block) -> None:
    docx = paper(Paragraph("前。"), block, Paragraph("后。"))

    words = "后。" if isinstance(block, PageBreak) else "附件1"
    assert own(paragraph_with(docx, words), "pageBreakBefore") is not None
    assert all(words_of(line) for line in body_of(docx)[:-1])


def test_an_annex_has_its_label_in_hei_and_its_title_on_the_third_line() -> None:
    docx = paper(Paragraph("前。"), Annex("附件1", ("名单",)), Paragraph("后。"))

    label, title = (paragraph_with(docx, words) for words in ("附件1", "名单"))
    assert name_of(style_of(docx, label)) == "公文附件序号"
    assert spacing(title) == {"before": str(LINE), "after": str(LINE)}
    outline = style_of(docx, title).find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    assert outline is not None


def test_a_turned_annex_is_a_section_of_its_own_and_the_imprint_stands_upright_again() -> None:
    docx = paper(
        Paragraph("前。"),
        Annex("附件", ("目录",), is_landscape=True),
        Paragraph("后。"),
        Imprint("", "云溪县司法局办公室", "2026年3月2日印发"),
    )

    sections = list(parts_of(docx)["word/document.xml"].iter(qn("w:sectPr")))
    ways = [next(section.iter(qn("w:pgSz"))).get(qn("w:orient")) for section in sections]
    assert ways == [None, "landscape", None]
    margins = next(sections[1].iter(qn("w:pgMar")))
    sides = [int(margins.get(qn(f"w:{side}"), "0")) for side in ("top", "right", "bottom", "left")]
    assert [round(side / 1440 * 25.4) for side in sides] == [28, 37, 26, 35]


def test_the_number_of_a_turned_page_stands_turned_at_its_left_edge() -> None:
    docx = paper(Paragraph("表。"), base=Base.FORM, is_landscape=True)

    for page, side in (("odd", "rightChars"), ("even", "leftChars")):
        foot = parts_of(docx)[f"word/footer_turned_{page}.xml"]
        (place,) = foot.iter(qn("w:tblpPr"))
        (turn,) = foot.iter(qn("w:textDirection"))
        assert place.get(qn("w:horzAnchor")) == place.get(qn("w:vertAnchor")) == "page"
        assert int(place.get(qn("w:tblpX"), "0")) < 35 / 25.4 * 1440
        assert turn.get(qn("w:val")) == "tbRl"
        (number,) = next(foot.iter(qn("w:tc"))).iter(qn("w:p"))
        assert (own(number, "ind") or {})[side] == "100"


def test_the_imprint_floats_at_the_foot_between_its_rules() -> None:
    docx = paper(
        Paragraph("正文。"), Imprint("抄送：县政府。", "云溪县司法局办公室", "2026年3月2日印发")
    )

    table = next(parts_of(docx)["word/document.xml"].iter(qn("w:tbl")))
    (place,) = table.iter(qn("w:tblpPr"))
    assert place.get(qn("w:tblpYSpec")) == "bottom"
    borders = [[side.get(qn("w:sz")) for side in row] for row in table.iter(qn("w:tcBorders"))]
    assert borders == [["8", "6"], ["6", "8"]]
    assert words_of(table) == "抄送：县政府。云溪县司法局办公室2026年3月2日印发"


def test_the_imprint_of_a_letter_has_no_rules() -> None:
    docx = paper(Paragraph("正文。"), Imprint("抄送：县政府。"), base=Base.LETTER)

    table = next(parts_of(docx)["word/document.xml"].iter(qn("w:tbl")))
    assert not list(table.iter(qn("w:tcBorders")))
    assert words_of(table) == "抄送：县政府。"


def test_the_proof_mark_is_a_picture_with_words_for_those_who_cannot_see_it() -> None:
    docx = paper(Paragraph("正文。"), PROOF)

    with ZipFile(BytesIO(docx)) as package:
        png = package.read("word/media/mark.png")
    assert png.startswith(b"\x89PNG")
    shown = parts_of(docx)["word/document.xml"]
    (described,) = (element for element in shown.iter() if str(element.tag).endswith("}docPr"))
    assert "7K3M-9QXD" in str(described.get("descr"))
    (extent,) = (element for element in shown.iter() if str(element.tag).endswith("}extent"))
    assert int(str(extent.get("cx"))) / 36000 >= 18
    assert words_of(paragraph_with(docx, "7K3M-9QXD")) == "7K3M-9QXD"


def test_the_proof_mark_stands_over_the_imprint() -> None:
    docx = paper(
        Paragraph("正文。"), PROOF, Imprint("抄送：县政府。", "司法局办公室", "2026年3月2日印发")
    )

    mark, imprint = (
        {local_key(key): str(value) for key, value in place.items()}
        for place in parts_of(docx)["word/document.xml"].iter(qn("w:tblpPr"))
    )
    assert imprint["tblpYSpec"] == "bottom"
    assert 0 < int(mark["tblpY"]) < 225 / 25.4 * 1440 - 2 * 22 * 20


def test_a_caption_and_a_form_number_stay_with_their_table() -> None:
    docx = paper(NumberLine("编号：7"), Caption("审查意见表"), Table("materials", (), (ROW,)))

    for words in ("编号：7", "审查意见表"):
        style = style_of(docx, paragraph_with(docx, words))
        assert style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
