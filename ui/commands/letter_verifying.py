"""A paper is verified against the register: by its code, its QR code, or its file."""

from pathlib import Path
from typing import Annotated

import typer

from models.queries.office import office
from review.letters.verifying import Verification, verify_file, verify_text
from ui.commands.session import Session, session_of
from ui.parts.verification_words import spoken_verdict


def verify(
    context: typer.Context,
    asked: Annotated[
        str,
        typer.Argument(
            metavar="核验码或者文件", help="纸上的核验码、二维码扫出的内容，或者文书的文件"
        ),
    ],
) -> None:
    """Say whether a paper is the one that was issued, and what was changed on it."""
    session = session_of(context)
    with session.register() as book:
        path = Path(asked)
        is_file = path.suffix != "" and path.is_file()
        if is_file:
            found = verify_file(path, book.letters)
        else:
            found = verify_text(asked, office().letter_code)
    _tell(session, found)


def _tell(session: Session, found: Verification) -> None:
    spoken = spoken_verdict(found)
    letter = found.letter
    session.voice.say(
        f"{spoken.headline}。",
        {
            "verdict": found.verdict.value,
            "letter_id": letter.id if letter else None,
            "letter_number": letter.letter_number if letter else "",
            "state": letter.state if letter else "",
            "withdrawn_reason": letter.withdrawn_reason if letter else "",
            "differences": found.differences,
        },
    )
    for line in spoken.differences:
        session.voice.remark(f"  {line}")
    for fact in spoken.facts:
        session.voice.remark(f"{fact.title}：{fact.value}")
    if spoken.note:
        session.voice.remark(spoken.note)
