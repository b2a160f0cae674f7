"""Papers with every block on all three bases, for what a word processor makes of them."""

from datetime import date

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
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Table,
    Title,
)

OFFICE = "云溪县司法局"
TEXT = Paragraph(
    "报送的文件经集体审议通过，内容没有超越法定权限，制定程序符合要求，现将有关材料一并报上。"
)
IMPRINT = Imprint("抄送：云溪县人民政府办公室。", "云溪县司法局办公室", "2026年3月2日印发")
MARK = CheckMark("NORMDESK 1 7K3M9QXD", "7K3M-9QXD")
SIGNATURE = Signature(OFFICE, "2026年3月2日")
NOTE = Note("（联系人：王旸）")
HEAD = tuple(Cell(name, CellRole.HEAD) for name in ("序号", "名称", "份数", "备注"))


def _table(rows: int) -> Table:
    return Table(
        "materials",
        (HEAD,),
        tuple(
            (
                Cell(str(number), CellRole.SHORT),
                Cell("合法性审核意见书", CellRole.VALUE, is_struck=number == 2),
                Cell("三", CellRole.SHORT),
                Cell("复印件", CellRole.VALUE),
            )
            for number in range(1, rows + 1)
        ),
    )


def _paper(base: Base, *blocks: Block, is_landscape: bool = False) -> LetterModel:
    return LetterModel(
        "sample", base, "报送备案的报告", OFFICE, date(2026, 3, 2), blocks, is_landscape
    )


PAPERS = {
    "official": _paper(
        Base.OFFICIAL,
        Letterhead("云溪县司法局文件"),
        NumberLine("云司〔2026〕12号", "签发人：周启川"),
        Title(("云溪县司法局关于报送", "规范性文件备案的报告")),
        Addressee("云溪县人民政府："),
        Heading(1, "一、基本情况"),
        TEXT,
        Heading(2, "（一）制定程序"),
        *[TEXT] * 6,
        AttachmentNote(("附件：1．文本", "2．说明")),
        SIGNATURE,
        NOTE,
        Annex("附件1", ("目录",), is_landscape=True),
        _table(12),
        SmallPrint("说明：本表一式三份。"),
        Annex("附件2", ("说明",)),
        *[TEXT] * 3,
        IMPRINT,
    ),
    "letter": _paper(
        Base.LETTER,
        Letterhead(OFFICE),
        NumberLine("云司函〔2026〕3号"),
        Title(("关于征求意见的函",)),
        Addressee("云溪县住房和城乡建设局："),
        *[TEXT] * 4,
        SIGNATURE,
        NOTE,
    ),
    "letter_nearly_full": _paper(
        Base.LETTER,
        Letterhead(OFFICE),
        NumberLine("云司函〔2026〕3号"),
        Title(("关于征求意见的函",)),
        Addressee("云溪县住房和城乡建设局："),
        *[TEXT] * 4,
        Paragraph("请予支持。"),
        SIGNATURE,
        NOTE,
    ),
    "form": _paper(
        Base.FORM,
        Title(("规范性文件备案回执",)),
        Subtitle("（第二联）"),
        NumberLine("云备回〔2026〕7号"),
        Caption("报送材料"),
        _table(4),
        SigningLine(("填表人：", "审核人：")),
        CutLine("沿此线剪下"),
        TEXT,
        Signature(OFFICE, "2026年3月2日", has_seal=False),
        MARK,
    ),
    "register": _paper(
        Base.FORM,
        Title(("规范性文件登记簿",)),
        _table(40),
        SigningLine(("登记员：", "审核人：")),
        MARK,
        is_landscape=True,
    ),
}
