"""What the name of a file tells: a document, a version, an attachment, an explanation."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from models.domain.terms import EvidenceKind
from models.domain.titles import title_key


class PaperKind(StrEnum):
    """What a file is by its name or its first words."""

    DOCUMENT = "document"
    ATTACHMENT = "attachment"
    ACCOMPANYING = "accompanying"


class Stage(StrEnum):
    """Which state of a document a file's name tells of."""

    DRAFT = "draft"
    PLAIN = "plain"
    FINAL = "final"


@dataclass(frozen=True)
class FileName:
    """A name taken apart: ``core`` is what is left to compare, ``ordinal`` the number in front."""

    kind: PaperKind
    stage: Stage
    core: str
    ordinal: str = ""
    evidence: EvidenceKind | None = None


_DRAFTS = (
    r"送审稿|征求意见稿|讨论稿|修改稿|修订稿|初稿|草案|草稿|报审稿|审议稿|上会稿|征求稿|"
    r"第[一二三四五六七八九十\d]+稿|修改\d*$|改\d+$|过程稿|备份"
)
_FINALS = (
    r"最终定稿|定稿|终稿|最终稿|最终版|正式稿|正式版|印发稿|印发版|红头|盖章版?|签章版?|公开版|"
    r"扫描件|扫描版|清样|正文"
)
_FORMS = r"word版?|pdf版?|ofd版?|wps版?|电子版|副本|复件|copy|v\d+(?:\.\d+)*|[（(]\d+[）)]$"
_DRAFT = re.compile(_DRAFTS, re.IGNORECASE)
_FINAL = re.compile(_FINALS, re.IGNORECASE)
_MARKS = re.compile(f"{_DRAFTS}|{_FINALS}|{_FORMS}", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"[（(【\[〔]\s*[）)】\]〕]")
_ORDINAL = re.compile(r"^\s*(\d{1,4})(?=[.．、\-_ 　—])[.．、\-_ 　—]*")
_DAY = re.compile(r"(?:19|20)\d{2}[-.年]?\d{1,2}[-.月]?\d{1,2}日?|[（(]?(?:19|20)\d{6}[）)]?")
_COUNT = r"[一二三四五六七八九十百\d]*"
_ATTACHMENT = re.compile(
    rf"^附[录图]{_COUNT}(?:[-－—_.．:：、 　]|[（(]|$)|^附[件表]|"
    rf"附[件表]{_COUNT}[）)]?$|[（(]附[件表]{_COUNT}[）)]"
)
_ATTACHMENT_HEAD = re.compile(rf"^附\s*[件表录]\s*{_COUNT}\s*[:：]?$")
_ATTACHMENT_MARK = re.compile(rf"[（(]?附[件表录图]{_COUNT}[）)]?[-－—_.．:：、 　]*")
_TAIL = r"(?:情况)?(?:说明|报告|表|书|函|单|材料|汇总表?|记录)?[\d（）()\-_.]*$"
_PAPERS: tuple[tuple[str, EvidenceKind | None], ...] = (
    (r"(?:起草|编制|制定|修订)(?:的)?说明$", EvidenceKind.DRAFTING_NOTE),
    (rf"(?:制定|政策|法律)依据{_TAIL}", EvidenceKind.LEGAL_BASIS_LIST),
    (
        rf"(?:征求意见|公开征求意见|意见采纳|意见征集|意见反馈|征求意见及采纳)(?!稿){_TAIL}",
        EvidenceKind.PUBLIC_COMMENT,
    ),
    (r"听证(?:会)?(?:笔录|报告|纪要|记录)$", EvidenceKind.HEARING),
    (rf"专家(?:论证|咨询|评审)(?:意见)?{_TAIL}", EvidenceKind.EXPERT_ARGUMENT),
    (r"风险评估(?:报告|表|意见|备案表)?$", EvidenceKind.RISK_ASSESSMENT),
    (r"公平竞争审查(?:表|意见书?|结论|报告)?$", EvidenceKind.FAIR_COMPETITION_REVIEW),
    (r"(?:合法性|法制|法律)?审[核查]意见书?$", EvidenceKind.LEGALITY_REVIEW),
    (r"(?:会议|常务会议?|办公会议?|党组会议?)(?:纪要|记录)$", EvidenceKind.COLLECTIVE_DELIBERATION),
    (r"(?:签发单|发文稿纸|拟稿纸|发文单|签批单)$", EvidenceKind.SIGNATURE),
    (r"登记申请[书表]$", EvidenceKind.REGISTRATION_APPLICATION),
    (
        r"(?:政策|文字|图文|文件)?(?:解读|图解|问答)(?:稿|材料)?$|^(?:政策|文件|图文)?解读[:：《]",
        None,
    ),
    (r"(?:备案报告|备案说明|送审报告|汇报材料?|情况汇报|请示|呈批件)$", None),
    (r"^(?:关于)?[《〈].+[》〉]的?(?:起草|编制)?说明$", EvidenceKind.DRAFTING_NOTE),
)
_ACCOMPANYING = tuple((re.compile(pattern), kind) for pattern, kind in _PAPERS)
_QUOTED = re.compile(r"[《〈](.+)[》〉]")


def name_of_file(shown: str) -> FileName:
    """Take a file's name apart."""
    stem = PurePosixPath(shown).stem.strip()
    ordinal = _ORDINAL.match(stem)
    plain = stem[ordinal.end() :] if ordinal else stem
    plain = _DAY.sub("", plain)
    bare = _EMPTY_BRACKETS.sub("", _MARKS.sub("", plain)).strip(" 　-_—.．")
    kind, evidence = _kind(bare)
    return FileName(
        kind,
        _stage(plain),
        title_key(_core(bare, kind)),
        ordinal[1].lstrip("0") if ordinal else "",
        evidence,
    )


def kind_of_title(title: str, head: str) -> tuple[PaperKind, EvidenceKind | None]:
    """Tell what a text is by its title and its first line."""
    if _ATTACHMENT_HEAD.match(head):
        return PaperKind.ATTACHMENT, None
    for words in (title, head):
        kind, evidence = _accompanying(words.strip())
        if kind is PaperKind.ACCOMPANYING:
            return kind, evidence
    return PaperKind.DOCUMENT, None


def quoted(words: str) -> str:
    """Return the key of the title that a name or title puts in 《》, or of the whole."""
    match = _QUOTED.search(words)
    return title_key(match[1]) if match else title_key(words)


def _kind(bare: str) -> tuple[PaperKind, EvidenceKind | None]:
    kind, evidence = _accompanying(_ATTACHMENT_MARK.sub("", bare))
    if kind is PaperKind.ACCOMPANYING:
        return kind, evidence
    if _ATTACHMENT.search(bare):
        return PaperKind.ATTACHMENT, None
    return PaperKind.DOCUMENT, None


def _accompanying(words: str) -> tuple[PaperKind, EvidenceKind | None]:
    for pattern, evidence in _ACCOMPANYING:
        if pattern.search(words):
            return PaperKind.ACCOMPANYING, evidence
    return PaperKind.DOCUMENT, None


def _stage(plain: str) -> Stage:
    if _DRAFT.search(plain):
        return Stage.DRAFT
    return Stage.FINAL if _FINAL.search(plain) else Stage.PLAIN


def _core(bare: str, kind: PaperKind) -> str:
    if kind is PaperKind.ATTACHMENT:
        return _ATTACHMENT_MARK.sub("", bare)
    if kind is PaperKind.ACCOMPANYING:
        for pattern, _ in _ACCOMPANYING:
            bare = pattern.sub("", bare)
        match = _QUOTED.search(bare)
        return match[1] if match else bare
    return bare
