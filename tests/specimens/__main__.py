"""Write the specimen book: ``python -m tests.specimens OUT [KIND…]``.

OUT gets, for every kind of paper: the Word file, the PDF, in ``word/`` the Word file as LibreOffice
sets it, in ``pages/`` a picture of each page and a sheet of all, and ``measures.md``.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_model import LetterModel
from review.letters.pdf_writer import write_pdf
from review.letters.sample_letters import sample_letter
from tests.specimens.measuring import Measures, measures_of
from tests.specimens.pictures import picture_pages, picture_sheet
from tests.specimens.word_as_pdf import set_as_pdf

_HEAD = (
    "| 文书 | 版式 | 页 | 行/页 | 字/行 | 左 mm | 右 mm "
    "| 禁则 | 未嵌入字体 | 两稿同文 | Word 页 | 同行 |"
)


def write_book(folder: Path, kinds: Iterable[str]) -> list[Measures]:
    """Write the specimens of some kinds into a folder and measure them."""
    pages, word = folder / "pages", folder / "word"
    for place in (pages, word):
        place.mkdir(parents=True, exist_ok=True)
    models = {kind: compose(sample_letter(kind)) for kind in kinds}
    for kind, model in models.items():
        (folder / f"{kind}.docx").write_bytes(write_docx(model))
        (folder / f"{kind}.pdf").write_bytes(write_pdf(model))
    set_as_pdf([folder / f"{kind}.docx" for kind in models], word)
    for kind in models:
        _picture(folder / f"{kind}.pdf", pages / f"{kind}.png")
        _picture(word / f"{kind}.pdf", pages / f"{kind}-word.png")
    return [_measure(folder, model) for model in models.values()]


def table_of(measures: Sequence[Measures]) -> str:
    """Return the figures as a Markdown table with the Chinese names of the papers."""
    lines = [_HEAD, "|" + "---|" * (_HEAD.count("|") - 1)]
    lines += [_row(figures) for figures in measures]
    return "\n".join(lines) + "\n"


def _picture(pdf: Path, sheet: Path) -> None:
    if not pdf.exists():
        return
    pictures = picture_pages(pdf)
    picture_sheet(pictures, sheet)
    for picture in pictures:
        picture.rename(sheet.with_name(f"{sheet.stem}-{picture.stem.rsplit('-', 1)[-1]}.png"))


def _measure(folder: Path, model: LetterModel) -> Measures:
    as_word = folder / "word" / f"{model.kind_id}.pdf"
    return measures_of(
        model,
        (folder / f"{model.kind_id}.pdf").read_bytes(),
        (folder / f"{model.kind_id}.docx").read_bytes(),
        as_word.read_bytes() if as_word.exists() else None,
    )


def _row(figures: Measures) -> str:
    cells = (
        LETTER_KINDS[figures.kind_id].name,
        figures.base,
        str(figures.pages),
        f"{figures.lines:.2f}",
        f"{figures.characters:.2f}",
        f"{figures.left_mm:.2f}",
        f"{figures.right_mm:.2f}",
        str(len(figures.forbidden)),
        "、".join(figures.loose_fonts) or "无",
        "是" if figures.has_same_words else "否",
        "—" if figures.word_pages is None else str(figures.word_pages),
        "—" if figures.equal_lines is None else f"{figures.equal_lines:.0%}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the book of all kinds, or of those named."""
    parser = argparse.ArgumentParser(prog="python -m tests.specimens")
    parser.add_argument("out", type=Path)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    wanted = parser.parse_args()
    table = table_of(write_book(wanted.out, wanted.kinds or LETTER_KINDS))
    (wanted.out / "measures.md").write_text(table, encoding="utf-8")
    sys.stdout.write(table)


if __name__ == "__main__":
    main()
