"""Files are read and answered in the order given, those that cannot be read with their error."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from models.errors import InputError
from resources.terms import name_in, name_of
from review.errors import ReadingError
from review.extraction.answer import answer_of, fields_answer
from review.extraction.examination import ExaminedFile, examine_file
from review.extraction.judgement import NormativityJudgement
from review.extraction.proposal import Proposal
from review.laws.citations import shipped_index
from review.laws.standing_words import words_beside
from ui.commands.answers import Voice
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.session import session_of
from ui.commands.words import heading
from ui.document_formats import DOCUMENT_FILE
from ui.feedback.catalogue import words_of
from ui.parts.fidelity_words import how_words, severity_words
from ui.parts.trait_words import evidence_words

APP = new_group()
GROUPS = {TOP: APP}
_UNREAD = 2
_MOST_REASONS = 4


@APP.command("read", cls=ChineseCommand)
def read(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="文件", help=DOCUMENT_FILE),
    ],
) -> None:
    """Answer for every file what was found in it."""
    voice = session_of(context).voice
    unread = [file for file in files if not _answer(voice, file)]
    if unread:
        raise typer.Exit(_UNREAD)


def show_fields(voice: Voice, fields: Mapping[str, Mapping[str, object]]) -> None:
    """Show each field found, with how sure it is; nothing to a program."""
    for name, field in fields.items():
        words = _words(field["value"])
        if words:
            voice.remark(f"  {heading(name)}：{words}（{_certainty(field)}）")


def _answer(voice: Voice, file: Path) -> bool:
    try:
        examined = examine_file(file)
    except ReadingError as refusal:
        _answer_refusal(voice, file, refusal)
        return False
    if voice.is_json:
        voice.record(answer_of(examined))
    else:
        _tell(voice, file, examined)
    return True


def _tell(voice: Voice, file: Path, examined: ExaminedFile) -> None:
    proposal, fidelity = examined.proposal, examined.fidelity
    voice.remark(file.name)
    show_fields(voice, fields_answer(proposal))
    _show_judgement(voice, proposal.normativity)
    _show_laws(voice, proposal)
    voice.remark(f"  读取情况：{name_of(fidelity.grade)}（{how_words(fidelity)}）")
    for line in fidelity.lines:
        voice.remark(f"    {severity_words(line)}：{line.sentence}")
    voice.remark()


def _show_judgement(voice: Voice, judgement: NormativityJudgement) -> None:
    reasons = "；".join(each.words for each in judgement.reasons[:_MOST_REASONS])
    told = f"（{reasons}）" if reasons else ""
    voice.remark(f"  规范性文件识别：{name_of(judgement.normativity)}{told}")
    for finding in judgement.traits:
        found = "；".join(map(evidence_words, finding.evidence))
        told = f"（{found}）" if found else ""
        voice.remark(f"    {name_of(finding.trait)}：{name_of(finding.presence)}{told}")


def _show_laws(voice: Voice, proposal: Proposal) -> None:
    for basis in proposal.legal_bases:
        name = basis.value.name if basis.value else ""
        words = words_beside(name, shipped_index())
        if words:
            voice.remark(f"  《{name}》{words}")


def _answer_refusal(voice: Voice, file: Path, refusal: InputError) -> None:
    message = words_of(refusal)
    error = {"code": refusal.code, "title": message.title, "text": message.text}
    voice.say(
        f"{file.name}\n  {message.title}。{message.text}\n",
        {"file": file.name, "error": error, "fields": {}},
    )


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, Mapping):
        return f"《{value['name']}》{value['number']}" if value["name"] else str(value["number"])
    if isinstance(value, list):
        return "、".join(map(_words, value))
    return str(value or "")


def _certainty(field: Mapping[str, object]) -> str:
    confidence = str(field.get("confidence") or ("certain" if field["certain"] else "check"))
    return name_in("Confidence", confidence)
