"""The papers that the manual shows, a picture of the first page of each.

Run as ``python -m tests.specimens.manual PICTURES CHAPTER…``: what the chapters name as
``pictures/paper-KIND.png`` is written.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from review.letters.compose import compose
from review.letters.pdf_writer import write_pdf
from review.letters.sample_letters import sample_letter

_PICTURE = re.compile(r"pictures/paper-(\w+)\.png")
_DPI = 60
_COLOURS = 32
_FRAME = (150, 150, 150)


def picture_papers(pictures: Path, chapters: Iterable[Path]) -> list[Path]:
    """Write the picture of every paper that the chapters show, and return them."""
    words = "".join(chapter.read_text(encoding="utf-8") for chapter in chapters)
    return [_picture(kind, pictures) for kind in dict.fromkeys(_PICTURE.findall(words))]


def _picture(kind: str, pictures: Path) -> Path:
    document = pypdfium2.PdfDocument(write_pdf(compose(sample_letter(kind))))
    try:
        page: Image.Image = document[0].render(scale=_DPI / 72).to_pil().convert("RGB")
    finally:
        document.close()
    target = pictures / f"paper-{kind}.png"
    framed = ImageOps.expand(page, 1, _FRAME)
    framed.quantize(_COLOURS).save(target, optimize=True)
    return target


if __name__ == "__main__":
    picture_papers(Path(sys.argv[1]), map(Path, sys.argv[2:]))
