"""The rates of a year, what they count, and printed rates reckoned again."""

from dataclasses import dataclass, field
from typing import Annotated

import typer

from models.domain.rates import CountedRecord, Rate, RateKind, RecordRef, check_printed
from models.domain.year_figures import CheckSum, YearFigures
from models.queries.office import profile, today
from models.queries.year_figures import year_figures
from models.rate_definitions import definition_of
from resources.terms import name_of
from review.letters.drafting.figure_words import check_sum_words, class_name
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.values import read_term
from ui.parts.figure_words import yearly_counts

APP = new_group()
GROUPS = {TOP: APP}

_ALL = "总计"
_COLUMNS = (
    ("name", "范围"),
    ("kind", "比率"),
    ("percent", "数值"),
    ("numerator", "分子"),
    ("denominator", "分母"),
    ("target", "目标"),
)
_RECORDS = (("record", "记录"), ("id", "序号"), ("part", "计入"))


@dataclass(frozen=True)
class RatesOptions:
    """Which year, how far it is broken down, or which printed rates are reckoned again."""

    year: Annotated[int, typer.Option("--year", metavar="年份", help="不写时为上一年")] = 0
    by: Annotated[
        str, typer.Option("--by", metavar="分列", help="class（按类别）或者 issuer（按制定机关）")
    ] = ""
    records: Annotated[
        str, typer.Option("--records", metavar="比率", help="列出一项比率计入的记录，例如 报备率")
    ] = ""
    printed: Annotated[
        list[str],
        typer.Option(
            "--check", metavar="分子/分母=百分数", help="验算印出的比率，例如 45/72=63.5%"
        ),
    ] = field(default_factory=list)


@dataclass(frozen=True)
class _RateLine:
    name: str
    kind: RateKind
    numerator: int
    denominator: int
    percent: str
    target: str


@dataclass(frozen=True)
class _RecordLine:
    record: CountedRecord
    id: int
    part: str


@APP.command("rates", cls=ChineseCommand)
@with_options(RatesOptions)
def rates(session: Session, options: RatesOptions) -> None:
    """Tell the rates of a year, or reckon printed rates again."""
    if options.printed:
        for text in options.printed:
            _reckon_again(session, text)
        return
    with session.register():
        day = today()
        figures = year_figures(options.year or day.year - 1, day)
        if options.records:
            _list_records(session, figures, read_term(RateKind, "rate", options.records))
            return
        _tell(session, figures, options.by)


def _reckon_again(session: Session, text: str) -> None:
    rate = check_printed(text)
    words = f"{rate.numerator}/{rate.denominator}，印为{rate.printed}"
    told = f"{words}，正确。" if rate.is_right else f"{words}，有误，应为{rate.right}。"
    session.voice.say(
        told,
        {
            "numerator": rate.numerator,
            "denominator": rate.denominator,
            "printed": rate.printed,
            "right": rate.right,
            "is_right": rate.is_right,
        },
    )


def _list_records(session: Session, figures: YearFigures, kind: RateKind) -> None:
    rate, definition = figures.rate(kind), definition_of(kind)
    counted = set(rate.counted)
    rows = [
        _RecordLine(one.record, one.id, _part(one, counted))
        for one in dict.fromkeys((*rate.base, *rate.counted))
    ]
    session.voice.remark(f"{name_of(kind)}={definition.numerator}÷{definition.denominator}={rate}")
    session.voice.table(_RECORDS, rows, "没有计入的记录。")


def _part(ref: RecordRef, counted: set[RecordRef]) -> str:
    return "分子和分母" if ref in counted else "分母"


def _tell(session: Session, figures: YearFigures, by: str) -> None:
    targets = {one.rate: one.percent for one in profile().rate_targets.value}
    lines = [_line(_ALL, rate, targets) for rate in _all_together(figures)]
    lines += [_line(name, rate, targets) for name, found in _parts(figures, by) for rate in found]
    for sentence in yearly_counts(figures):
        session.voice.remark(sentence)
    session.voice.table(_COLUMNS, lines, "")
    wrong = [one for one in figures.check_sums if not one.is_right]
    session.voice.remark(_sums(figures.check_sums, wrong))


def _all_together(figures: YearFigures) -> tuple[Rate, ...]:
    return (*figures.total, figures.feedback, *figures.own)


def _parts(figures: YearFigures, by: str) -> list[tuple[str, tuple[Rate, ...]]]:
    sent = [(f"报{line.name}", line.rates) for line in figures.outgoing]
    if by == "class":
        return [*((class_name(one), found) for one, found in figures.by_class.items()), *sent]
    if by == "issuer":
        return [*((line.name, line.rates) for line in figures.by_issuer), *sent]
    return sent


def _line(name: str, rate: Rate, targets: dict[RateKind, int]) -> _RateLine:
    target = targets.get(rate.kind)
    return _RateLine(
        name,
        rate.kind,
        rate.numerator,
        rate.denominator,
        rate.percent,
        f"{target}%" if target is not None else "",
    )


def _sums(sums: tuple[CheckSum, ...], wrong: list[CheckSum]) -> str:
    if not wrong:
        return f"核对：{len(sums)}组数字相加都与总数相符。"
    return "核对不符：" + "；".join(check_sum_words(one) for one in wrong) + "。"
