"""The demo: the sample office's whole story, its papers, and the checks at its end."""

from pathlib import Path
from typing import Annotated

import typer

from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.queries.office import office
from models.queries.trail import verify_trail
from models.register import Register, open_register
from ui.commands.answers import Voice
from ui.commands.audit import tell_anchor, tell_sound
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.ledger import tell_report
from ui.commands.papers import write_papers
from ui.commands.refusals import DemoFolderTakenError, DemoUnfinishedError, TrailFaultyError
from ui.commands.session import session_of
from ui.demonstration.story import Story, load_story
from ui.demonstration.telling import Told, build_register

APP = new_group()
GROUPS = {TOP: APP}

_FORMATS = ("docx", "pdf")


@APP.command("demo", cls=ChineseCommand)
def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="登记簿和文书写到这里")],
) -> None:
    """Tell the story in a new register, or print the papers of one told before."""
    voice = session_of(context).voice
    story = load_story()
    register = _register(voice, story, folder / "register")
    try:
        _write(voice, register, folder)
        tell_report(voice)
        verdict = verify_trail()
        if not verdict.is_sound:
            raise TrailFaultyError(count=len(verdict.faults))
        tell_sound(voice, verdict.count)
        tell_anchor(voice)
    finally:
        register.close()


def _register(voice: Voice, story: Story, folder: Path) -> Register:
    is_new = not folder.exists()
    if is_new:
        build_register(story, folder, lambda told: _tell(voice, told))
    register = open_register(folder)
    if is_new:
        return register
    if office().office_name != story.office.name:
        register.close()
        raise DemoFolderTakenError(folder=str(folder))
    if len(letter_ids(LetterFilter())) < story.letter_count:
        register.close()
        raise DemoUnfinishedError(folder=str(folder))
    voice.remark(f"演示登记簿已经建好，没有改动：{folder}")
    return register


def _tell(voice: Voice, told: Told) -> None:
    voice.say(f"{told.day.isoformat()}  {told.sentence}", told)


def _write(voice: Voice, register: Register, folder: Path) -> None:
    voice.remark("文书：")
    for letter_id in letter_ids(LetterFilter(), descending=False):
        for paper in write_papers(register, letter_page(letter_id), folder, _FORMATS):
            voice.say(str(paper), {"letter_id": letter_id, "paper": str(paper)})
