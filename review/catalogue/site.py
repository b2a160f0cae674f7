"""The catalogue as pages for a website (动态目录): plain HTML, no script, nothing to install.

Nothing of the office's own work stands in it: no person, no path, no number of the register.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from models.errors import FaultError, InputError
from models.queries.day_catalogue import CatalogueEntry
from resources import path_of
from resources.terms import name_of
from review.catalogue.day_catalogue import DayCatalogue
from review.letters.drafting.catalogue_words import (
    event_words,
    last_day_words,
    standing_words,
)
from review.letters.drafting.words import day_text

MARK = "catalogue-of-normative-documents.txt"
"""The file by which a folder is known as an earlier catalogue, which a newer one replaces."""

_FILES = path_of("catalogue")
# A folder made for the work is the worker's alone; the pages are for everybody.
_READABLE = 0o755
_PAGES = "documents"


class CatalogueFolderTakenError(InputError):
    """The folder holds something that is no catalogue: nothing of it is overwritten."""

    code = "catalogue.folder_taken"
    facts = ("folder",)


class CatalogueNotWrittenError(FaultError):
    """The pages could not be written."""

    code = "catalogue.not_written"
    facts = ("folder", "detail")


@dataclass(frozen=True)
class _Line:
    """A document as the tables of the pages show it."""

    page: str
    title: str
    number: str
    unified_number: str
    body: str
    published: str
    effective: str
    validity: str
    standing: str
    is_in_force: bool


def write_site(
    catalogue: DayCatalogue, folder: Path, go_on: Callable[[int, int], None] | None = None
) -> Path:
    """Write the pages into a folder and return the first of them.

    They are written beside the folder and put in its place whole; an earlier catalogue in it is
    replaced, anything else is left alone.

    Args:
        catalogue: what the pages say.
        folder: where they go.
        go_on: told after each page how many of how many are written; what it raises ends the work
            and leaves everything as it was.

    Raises:
        CatalogueFolderTakenError: the folder holds something else.
        CatalogueNotWrittenError: it cannot be written.
    """
    _refuse_taken(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        part.chmod(_READABLE)
    except OSError as error:
        raise _not_written(folder, error) from error
    try:
        _fill(catalogue, part, go_on)
        _put_in_place(part, folder)
    except OSError as error:
        raise _not_written(folder, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder / "index.html"


def _fill(catalogue: DayCatalogue, part: Path, go_on: Callable[[int, int], None] | None) -> None:
    (part / _PAGES).mkdir()
    shutil.copyfile(_FILES / "style.css", part / "style.css")
    (part / MARK).write_text(f"{catalogue.day.isoformat()}\n", encoding="utf-8")
    total = len(catalogue.entries) + 2
    for written, (name, text) in enumerate(_pages(catalogue), start=1):
        (part / name).write_text(text, encoding="utf-8")
        if go_on is not None:
            go_on(written, total)


def _pages(catalogue: DayCatalogue) -> Iterator[tuple[str, str]]:
    shared = {
        "day": day_text(catalogue.day),
        "made_date": day_text(catalogue.made_date),
        "office_name": catalogue.office_name,
        "scope": catalogue.scope,
        "counts": [(name_of(one), count) for one, count in catalogue.counts().items()],
    }
    others = tuple(one for one in catalogue.entries if not one.status.is_in_force)
    for name, entries in (("index.html", catalogue.in_force), ("others.html", others)):
        groups = [
            (name_of(one), [_line(entry) for entry in of_class])
            for one, of_class in catalogue.by_class(entries).items()
        ]
        yield name, _template(name).render(shared, groups=groups, total=len(entries), up="")
    listed = {one.id: one for one in catalogue.entries}
    for entry in catalogue.entries:
        events = [
            (event_words(one), listed.get(one.caused_by_id) if one.caused_by_id else None)
            for one in catalogue.events.get(entry.id, ())
        ]
        yield (
            f"{_PAGES}/{_page(entry)}",
            _template("document.html").render(
                shared,
                entry=_line(entry),
                facts=_facts(entry),
                events=[(words, _line(cause) if cause else None) for words, cause in events],
                up="../",
            ),
        )


def _line(entry: CatalogueEntry) -> _Line:
    return _Line(
        page=_page(entry),
        title=entry.title,
        number=entry.document_number,
        unified_number=entry.unified_number,
        body=entry.issuing_body_name,
        published=day_text(entry.published_date),
        effective=day_text(entry.effective_date),
        validity=last_day_words(entry),
        standing=standing_words(entry),
        is_in_force=entry.status.is_in_force,
    )


def _facts(entry: CatalogueEntry) -> Sequence[tuple[str, str]]:
    return [
        ("发文字号", entry.document_number),
        ("统一登记号", entry.unified_number),
        ("制定机关", entry.issuing_body_name),
        ("文件类别", name_of(entry.document_class)),
        ("公布日期", day_text(entry.published_date)),
        ("施行日期", day_text(entry.effective_date)),
        ("有效期", last_day_words(entry)),
    ]


def _page(entry: CatalogueEntry) -> str:
    """Return the name of a document's page: it stays the same in every later catalogue."""
    return f"{entry.uid}.html"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FILES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)


def _refuse_taken(folder: Path) -> None:
    try:
        is_free = not folder.exists() or not any(folder.iterdir())
    except OSError as error:
        raise CatalogueFolderTakenError(folder=str(folder)) from error
    if not is_free and not (folder / MARK).is_file():
        raise CatalogueFolderTakenError(folder=str(folder))


def _put_in_place(part: Path, folder: Path) -> None:
    if not folder.exists():
        part.rename(folder)
        return
    old = part.with_name(f"{part.name}-old")
    folder.rename(old)
    try:
        part.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _not_written(folder: Path, error: OSError) -> CatalogueNotWrittenError:
    return CatalogueNotWrittenError(folder=str(folder), detail=error.strerror or "")
