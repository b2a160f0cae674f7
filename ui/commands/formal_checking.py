"""The formal check of a filing: what the program can answer is shown, a person answers the rest."""

from dataclasses import dataclass, field
from typing import Annotated

import typer

from models.acts.formal_checks import record_formal_check
from models.domain.formal_check import FormalAnswer, FormalResult
from models.domain.roles import ActName
from models.queries.filing_page import FormalAnswerRow, filing_page
from models.queries.office import profile
from resources.terms import name_of
from review.formal_check import ProposedAnswer, propose_formal_check
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.filing import FilingArgument
from ui.commands.options import with_options
from ui.commands.registration import ConfirmOption
from ui.commands.session import Session
from ui.commands.values import read_pairs, read_term

APP = new_group()
GROUPS = {TOP: APP}


@dataclass(frozen=True)
class CheckOptions:
    """Which filing is checked, and how."""

    filing_id: FilingArgument
    answers: Annotated[
        list[str],
        typer.Option(
            "--answer",
            metavar="项目=结果[:情况]",
            help="符合、不符合或者不涉及，可以写多次；没有写的按程序的判断",
        ),
    ] = field(default_factory=list)
    is_confirmed: ConfirmOption = False


@APP.command("formal-check", cls=ChineseCommand)
@with_options(CheckOptions)
def formal_check(session: Session, options: CheckOptions) -> None:
    """Show the checklist of a filing as the program answers it, or keep it as a person answers."""
    filing_id = options.filing_id
    with session.register():
        page = filing_page(filing_id, profile())
        proposed = propose_formal_check(page, profile())
        given = _read(options.answers, proposed)
        shown = [_line(one, given.get(one.item.key)) for one in proposed]
        if not options.is_confirmed:
            _show(session, filing_id, shown)
            return
        kept = tuple(FormalAnswer(one.key, one.result, one.ground) for one in shown)
        unknown = tuple(answer for key, answer in given.items() if key not in _keys(proposed))
        check_id = record_formal_check(
            session.order(ActName.RECORD_FORMAL_CHECK), filing_id, (*kept, *unknown)
        )
        faulty = sum(one.result is FormalResult.FAULTY for one in shown)
        session.voice.say(
            f"已保存形式审查：共 {len(shown)} 项，不符合 {faulty} 项。",
            {"filing_id": filing_id, "formal_check_id": check_id, "answers": shown},
        )


def _read(texts: list[str], proposed: tuple[ProposedAnswer, ...]) -> dict[str, FormalAnswer]:
    keys = {one.item.title: one.item.key for one in proposed}
    answers = {}
    for name, text in read_pairs(texts):
        result, _, ground = text.replace("：", ":", 1).partition(":")
        key = keys.get(name, name)
        answers[key] = FormalAnswer(key, read_term(FormalResult, "result", result), ground.strip())
    return answers


def _keys(proposed: tuple[ProposedAnswer, ...]) -> frozenset[str]:
    return frozenset(one.item.key for one in proposed)


def _line(proposed: ProposedAnswer, given: FormalAnswer | None) -> FormalAnswerRow:
    item = proposed.item
    result = given.result if given else proposed.result
    same = given is None or given.result is proposed.result
    ground = (given.ground if given else "") or (proposed.ground if same else "")
    return FormalAnswerRow(item.key, item.title, item.source, item.is_verified, result, ground)


def _show(session: Session, filing_id: int, shown: list[FormalAnswerRow]) -> None:
    session.voice.record({"is_saved": False, "filing_id": filing_id, "answers": shown})
    for place, one in enumerate(shown, start=1):
        session.voice.remark(f"{place}. {one.title}（{one.key}）：{name_of(one.result)}")
        if one.ground:
            session.voice.remark(f"　　{one.ground}")
        session.voice.remark(f"　　依据：{one.source}{'' if one.is_verified else '（未核实）'}")
    session.voice.remark()
    session.voice.remark("没有保存。用 --answer 答复待核对的项目，加 --confirm 保存。")
