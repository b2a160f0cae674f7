"""Pictures of pages: every page by itself, and sheets of many pages to look through quickly."""

from collections.abc import Sequence
from pathlib import Path

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

_DPI = 80
_COLUMNS = 3
_GAP = 12
_GREY = (200, 200, 200)


def picture_pages(pdf: Path) -> list[Path]:
    """Write a picture of each page beside the file and return them."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    try:
        for number, page in enumerate(document, 1):
            picture = pdf.with_name(f"{pdf.stem}-{number}.png")
            page.render(scale=_DPI / 72).to_pil().convert("RGB").save(picture, optimize=True)
            pictures.append(picture)
    finally:
        document.close()
    return pictures


def picture_sheet(pages: Sequence[Path], target: Path) -> None:
    """Write the pictures of some pages side by side as one picture."""
    pictures = [Image.open(page) for page in pages]
    width = max(picture.width for picture in pictures) + _GAP
    height = max(picture.height for picture in pictures) + _GAP
    columns = min(_COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * width + _GAP, rows * height + _GAP), _GREY)
    for place, picture in enumerate(pictures):
        corner = (_GAP + place % columns * width, _GAP + place // columns * height)
        sheet.paste(picture, corner)
        picture.close()
    sheet.save(target, optimize=True)
