"""To which document an attachment or an accompanying paper belongs, by folder, name and text."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from rapidfuzz import fuzz

from models.domain.titles import title_key
from review.folder_import.file_names import PaperKind, quoted
from review.folder_import.papers import Paper

# Below this many signs a name fits everywhere.
_SHORTEST = 4
_FITS = 88


def owner_of(paper: Paper, mains: Sequence[Paper]) -> Paper | None:
    """Return the one document a paper belongs to, or None where it is not clear.

    The documents of its own folder are asked first, then those of the folder above.
    """
    for folder in (paper.folder, str(PurePosixPath(paper.folder).parent)):
        near = [main for main in mains if main.folder == folder]
        found = _fitting(paper, near)
        if found is not None or near:
            return found or _only(paper, near)
    return _by_title(paper, mains)


def _fitting(paper: Paper, near: Sequence[Paper]) -> Paper | None:
    for rule in (_by_list, _by_title, _by_number_in_front):
        found = rule(paper, near)
        if found is not None:
            return found
    return None


def _only(paper: Paper, near: Sequence[Paper]) -> Paper | None:
    """A folder with one document is that document's folder, unless the paper names another."""
    if len(near) != 1:
        return None
    named = quoted(paper.title) if paper.kind is PaperKind.ACCOMPANYING else ""
    is_for_another = len(named) >= _SHORTEST * 2 and not _fits(named, near[0])
    return None if is_for_another and paper.has_text else near[0]


def _by_list(paper: Paper, near: Sequence[Paper]) -> Paper | None:
    """The document's own note of its attachments names the file."""
    if paper.kind is not PaperKind.ATTACHMENT:
        return None
    names = {paper.name.core, title_key(paper.title)} - {""}
    return _one(
        main
        for main in near
        if main.record.digest
        and any(
            fuzz.ratio(name, title_key(listed)) >= _FITS
            for listed in main.record.digest.attachments
            for name in names
            if len(name) >= _SHORTEST
        )
    )


def _by_title(paper: Paper, near: Sequence[Paper]) -> Paper | None:
    """The paper's name, or the title it speaks of, is that of the document."""
    names = {paper.name.core}
    if paper.kind is PaperKind.ACCOMPANYING:
        names.add(quoted(paper.title))
    return _one(main for main in near if any(_fits(name, main) for name in names))


def _by_number_in_front(paper: Paper, near: Sequence[Paper]) -> Paper | None:
    ordinal = paper.name.ordinal
    return _one(main for main in near if ordinal and main.name.ordinal == ordinal)


def _fits(name: str, main: Paper) -> bool:
    if len(name) < _SHORTEST:
        return False
    known = {*main.title_keys, main.name.core} - {""}
    return any(
        fuzz.ratio(name, key) >= _FITS or (len(name) >= _SHORTEST * 2 and name in key)
        for key in known
    )


def _one(found: Iterable[Paper]) -> Paper | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
