"""Papers that use every block of the model, with words of the fictional county."""

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
    Row,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Table,
    Title,
)

TEXT = (
    "第三条规定的种类和幅度与上位法第十三条（2021年修订）不一致，应当予以纠正；请自收到本意见之日起"
    "30日内，将处理情况书面报送云溪县司法局，逾期不报送的，依照《云溪县规范性文件管理办法》处理。"
)
OFFICE = "云溪县人民政府"
DAY = "2026年3月2日"
MARK = CheckMark("NORMDESK:1:7K3M9QXD:0123456789abcdef", "7K3M-9QXD")
ROLES = (CellRole.SHORT, CellRole.LONG, CellRole.SHORT, CellRole.LONG, CellRole.LONG)


def table(rows: int, words: str = TEXT[:40], *, struck: int = -1) -> Table:
    """Return a table of findings; one of its rows may be struck out."""
    head: Row = tuple(
        Cell(text, CellRole.HEAD) for text in ("序号", "问题", "条款", "审查意见", "依据")
    )
    body = tuple(
        tuple(
            Cell(text, role, is_struck=number == struck)
            for text, role in zip(
                (str(number + 1), words, "第八条", "予以纠正", "第十三条"), ROLES, strict=True
            )
        )
        for number in range(rows)
    )
    return Table("findings", (head,), body)


def paper(base: Base, *blocks: Block, is_landscape: bool = False) -> LetterModel:
    """Return a paper of these blocks."""
    return LetterModel(
        kind_id="filing_report",
        base=base,
        heading="关于《云溪县烟花爆竹安全管理办法》的备案报告",
        author=OFFICE,
        letter_date=date(2026, 3, 2),
        blocks=blocks,
        is_landscape=is_landscape,
    )


def head(*, signer: str = "") -> tuple[Block, ...]:
    """Return the head of a paper of the official base."""
    return (
        Letterhead("云溪县人民政府文件"),
        NumberLine("云政规备〔2026〕3号", signer),
        Title(("云溪县人民政府关于《云溪县烟花爆竹", "安全管理办法》的备案报告")),
        Addressee("市人民政府："),
    )


IMPRINT = Imprint(
    "抄送：县委办公室、县人大常委会办公室、县政协办公室，县监察委员会、县人民法院、县人民检察院，"
    "各乡镇人民政府，县直各单位。",
    "云溪县人民政府办公室",
    "2026年3月2日印发",
)

OFFICIAL = paper(
    Base.OFFICIAL,
    *head(signer="签发人：王玥珺"),
    Heading(1, "一、制定的必要性"),
    Paragraph(TEXT),
    Heading(2, "（一）主要依据"),
    Paragraph(TEXT),
    Heading(3, "1．关于种类"),
    Paragraph(TEXT),
    Heading(4, "（1）关于幅度"),
    Paragraph(TEXT),
    AttachmentNote(("附件：1．办法文本", "2．废止的规范性文件目录")),
    Signature(OFFICE, DAY),
    Note("（联系人：李沚，电话：0000—1234567）"),
    Annex("附件1", ("云溪县烟花爆竹安全管理办法",)),
    Paragraph(TEXT),
    Caption("主要条款"),
    table(3, struck=1),
    SmallPrint("说明：本表由审查机构填写，一式两份。"),
    Annex("附件2", ("废止的规范性文件目录",), is_landscape=True),
    Subtitle("（2026年第一季度）"),
    table(12),
    SigningLine(("登记人：", "审核人：", "日期：")),
    Annex("附件3", ("送审材料清单",)),
    Paragraph(TEXT),
    IMPRINT,
)

SLIP = paper(
    Base.FORM,
    Title(("备案回执",)),
    Paragraph(TEXT),
    Signature(OFFICE, DAY, has_seal=False),
    CutLine("回　　执"),
    Paragraph("今收到审查意见书一份。"),
    SigningLine(("收件人（签名）：", "联系电话：", "收件日期：")),
    MARK,
)
