"""The catalogue written where it is wanted: a file by its extension, or pages in a folder."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from review.catalogue.day_catalogue import DayCatalogue
from review.catalogue.paper import KIND, catalogue_file
from review.catalogue.site import CatalogueNotWrittenError, write_site
from review.catalogue.workbook import catalogue_workbook
from review.letters.office_style import style_in_force
from review.letters.style import LetterStyle
from review.letters.wording_in_force import wording_in_force

CATALOGUE_FILES = (".xlsx", ".docx", ".pdf")


@dataclass(frozen=True)
class CatalogueLook:
    """The words of the paper and the style it is set in."""

    wording: str
    style: LetterStyle


def look_in_force() -> CatalogueLook:
    """Return the office's words and style of the catalogue; they stand in the register."""
    return CatalogueLook(wording_in_force(KIND).text, style_in_force())


def write_catalogue(
    catalogue: DayCatalogue,
    target: Path,
    look: CatalogueLook | None = None,
    go_on: Callable[[int, int], None] | None = None,
) -> Path:
    """Write the catalogue and return the file to open.

    Args:
        catalogue: what is written.
        target: a file by its extension; anything else is a folder of pages.
        look: of Word and PDF; read from the register when it is not given.
        go_on: told after each page of a website; what it raises ends the work.

    Raises:
        CatalogueFolderTakenError: the folder holds something that is no catalogue.
        CatalogueNotWrittenError: it cannot be written.
    """
    kind = target.suffix.lower()
    if kind not in CATALOGUE_FILES:
        return write_site(catalogue, target, go_on)
    if kind == ".xlsx":
        content = catalogue_workbook(catalogue)
    else:
        found = look or look_in_force()
        content = catalogue_file(catalogue, kind.lstrip("."), found.wording, found.style)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise CatalogueNotWrittenError(folder=str(target), detail=error.strerror or "") from error
    return target
