"""Writes what the sample papers say; run ``.venv/bin/python -m tests.golden.rewrite``.

Read the difference with ``git diff tests/golden`` before it is committed: each changed line is a
changed word on an official paper.
"""

from pathlib import Path

from review.letters.compose import compose
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_model import LetterModel, Signature, Table, Title
from review.letters.sample_letters import sample_letter
from tests.review.letters.samples import SAMPLES

GOLDEN = Path(__file__).parent
PAPERS = GOLDEN / "papers"


def golden_text(model: LetterModel) -> str:
    """Return the paper as text: a line for each block with its kind, a line for each table row."""
    lines = [f"{model.kind_id} · {model.base.value} · {model.heading} · {model.author}"]
    for block in model.blocks:
        kind = type(block).__name__
        if isinstance(block, Title):
            lines += [f"{kind}: {' / '.join(block.lines)}"]
        elif isinstance(block, Table):
            lines += [f"{kind}: {block.layout}"]
            lines += [
                "  " + " | ".join(cell.text.replace("\n", " ¶ ") for cell in row)
                for row in (*block.head, *block.rows)
            ]
        elif isinstance(block, Signature):
            lines += [f"{kind}: {block.office_name} / {block.date_text}"]
        else:
            lines += [f"{kind}: {getattr(block, 'text', block)}"]
    return "\n".join(lines) + "\n"


def rewrite() -> None:
    """Write the golden file of every sample letter, and of the sample of every kind of paper."""
    for kind in LETTER_KINDS:
        text = golden_text(compose(sample_letter(kind)))
        (PAPERS / f"{kind}.txt").write_text(text, encoding="utf-8")
    for name, letter in SAMPLES.items():
        text = golden_text(compose(letter))
        (GOLDEN / f"letter_{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
