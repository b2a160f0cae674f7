"""What the register says of a paper, in words: the headline, its tone, the lines under it."""

from dataclasses import dataclass

from models.domain.lifecycle import LetterState
from models.queries.letters import LetterPage
from resources.terms import name_of
from review.letters.kinds.base import LetterKind
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.paper_comparison import PaperDifference
from review.letters.verifying import Verdict, Verification
from review.letters.wording_fields import Field, fields_of_kind
from ui.parts.days import day_words, instant_words
from ui.widgets.facts_grid import Fact
from ui.widgets.tokens import Tone

_SHOWN = 20
_HEADLINES = {
    Verdict.IDENTICAL: "相符：就是发出的原件",
    Verdict.SAME_WORDS: "文字相符：不是原文件，但内容与发出的文书一致",
    Verdict.ON_RECORD: "查到该文书：请与纸上内容逐项对照",
    Verdict.DIFFERENT: "不相符：与发出的文书不一致",
    Verdict.UNKNOWN: "不是本登记簿的文书",
    Verdict.UNREADABLE: "文件中没有可读的文字",
}
_WITHDRAWN = "已撤回：该文书不再有效"
_NOTES = {
    Verdict.IDENTICAL: "",
    Verdict.SAME_WORDS: "文件可能经过另存或者转换格式。",
    Verdict.ON_RECORD: (
        "核验码只证明登记簿中有这份文书；纸上的文字有没有改动，要与登记簿中的文书对照，"
        "有电子文件的，再核验文件。"
    ),
    Verdict.DIFFERENT: "下面列出不一致的地方。",
    Verdict.UNKNOWN: (
        "登记簿中没有这个文号或者核验码。文书可能由其他单位出具，也可能是伪造的，请向署名单位核实。"
    ),
    Verdict.UNREADABLE: "可能是扫描件或者图片。请录入纸上的核验码，或者用扫码枪扫二维码。",
}
_CLAIMED = "二维码使用了登记簿中已有的文号，但日期或者内容与发出的文书不同。"


@dataclass(frozen=True)
class SpokenVerdict:
    """The verdict as people read it."""

    headline: str
    note: str
    tone: Tone
    facts: tuple[Fact, ...] = ()
    differences: tuple[str, ...] = ()


def spoken_verdict(found: Verification) -> SpokenVerdict:
    """Put a verification into words."""
    letter = found.letter
    is_withdrawn = letter is not None and letter.state is LetterState.WITHDRAWN
    headline = _HEADLINES[found.verdict]
    note = _NOTES[found.verdict]
    if found.verdict is Verdict.DIFFERENT and not found.differences:
        note = _CLAIMED
    if is_withdrawn:
        headline = f"{_WITHDRAWN}（{headline}）"
    return SpokenVerdict(
        headline,
        note,
        _tone(found.verdict, is_withdrawn=is_withdrawn),
        () if letter is None else _facts(letter),
        () if letter is None else _differences(found.differences, letter),
    )


def _tone(verdict: Verdict, *, is_withdrawn: bool) -> Tone:
    if is_withdrawn or verdict in {Verdict.DIFFERENT, Verdict.UNKNOWN}:
        return Tone.LATE
    if verdict in {Verdict.IDENTICAL, Verdict.SAME_WORDS}:
        return Tone.OK
    return Tone.WAIT


def _facts(letter: LetterPage) -> tuple[Fact, ...]:
    facts = [
        Fact("文书", name_of(letter.kind)),
        Fact("文号", letter.letter_number),
        Fact("标题", letter.heading or letter.title),
        Fact("主送", letter.addressee),
        Fact("日期", day_words(letter.letter_date)),
        Fact("发文人", letter.issued_by),
    ]
    if letter.withdrawn_at is not None:
        facts += [
            Fact("撤回时间", instant_words(letter.withdrawn_at)),
            Fact("撤回理由", letter.withdrawn_reason),
        ]
    if letter.followed_by is not None:
        facts.append(Fact("接替文书", letter.followed_by.letter_number))
    return tuple(facts)


def _differences(found: tuple[PaperDifference, ...], letter: LetterPage) -> tuple[str, ...]:
    names = _names_of(LETTER_KINDS.get(letter.kind.value))
    lines = [_difference(one, names.get(one.field, "")) for one in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"另有 {len(found) - _SHOWN} 处不一致")
    return tuple(lines)


def _difference(one: PaperDifference, name: str) -> str:
    where = f"“{name}”" if name else f"“…{one.before}”之后"
    if not one.issued:
        return f"{where}：送验的多出“{one.shown}”"
    if not one.shown:
        return f"{where}：送验的缺少“{one.issued}”"
    before = f"…{one.before}" if name else ""
    return f"{where}：发出的是“{before}{one.issued}”，送验的是“{before}{one.shown}”"


def _names_of(kind: LetterKind | None) -> dict[str, str]:
    """Return the Chinese names of the fields of a kind and of its rows."""
    names: dict[str, str] = {}
    for field in () if kind is None else fields_of_kind(kind).values():
        _add(names, field)
    return names


def _add(names: dict[str, str], field: Field) -> None:
    names.setdefault(field.identifier, field.name)
    for part in field.row.values():
        _add(names, part)
