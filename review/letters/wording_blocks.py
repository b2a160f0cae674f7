"""The blocks a template may name, and what may stand beside them."""

from collections.abc import Mapping
from types import MappingProxyType

from review.letters.letter_model import Base

BASE = "版式"
LANDSCAPE = "横排"
WITHOUT_SEAL = "不盖章"
BASES: Mapping[str, Base] = MappingProxyType(
    {"文件式": Base.OFFICIAL, "信函式": Base.LETTER, "表格式": Base.FORM}
)

LETTERHEAD, NUMBER, SIGNER, TITLE, SUBTITLE = "发文机关标志", "文号", "签发人", "标题", "副题"
ADDRESSEE, BODY, CAPTION, SMALL_PRINT = "主送", "正文", "表名", "说明"
ATTACHMENTS, SIGNATURE, SIGNING_DATE, NOTE = "附件说明", "署名", "成文日期", "附注"
COPIES, PRINTING_OFFICE, PRINTING_DATE = "抄送", "印发机关", "印发日期"
ANNEX, SIGNING_LINE, CUT_LINE, PAGE_BREAK, CHECK_MARK = "附件", "签字栏", "裁切线", "换页", "核验码"
TABLE, FORM, REPEAT, CHOICE, OTHERWISE = "表格", "填表", "每个", "如果", "否则"
REPEAT_END, CHOICE_END = "每个结束", "如果结束"

SIMPLE = (
    *(LETTERHEAD, NUMBER, TITLE, SUBTITLE, ADDRESSEE, BODY, CAPTION, SMALL_PRINT, ATTACHMENTS),
    *(SIGNATURE, NOTE, COPIES, ANNEX, SIGNING_LINE, CUT_LINE, PAGE_BREAK, CHECK_MARK),
)
COMPANIONS: Mapping[str, str] = MappingProxyType(
    {SIGNER: NUMBER, SIGNING_DATE: SIGNATURE, PRINTING_OFFICE: COPIES, PRINTING_DATE: COPIES}
)
"""Blocks that stand right behind another one and are printed with it."""

ENDS: Mapping[str, str] = MappingProxyType(
    {REPEAT_END: REPEAT, CHOICE_END: CHOICE, OTHERWISE: CHOICE}
)
WORDS: Mapping[str, str] = MappingProxyType({SIGNATURE: WITHOUT_SEAL, ANNEX: LANDSCAPE})
"""The one word that may stand beside the name of a block."""

BLOCK_NAMES = (BASE, *SIMPLE, *COMPANIONS, TABLE, FORM, REPEAT, CHOICE, *ENDS)
