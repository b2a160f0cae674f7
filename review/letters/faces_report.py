"""Which faces a paper was set in: of this computer or bundled, and what they had to borrow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review.letters.faces import (
    FaceRole,
    chain_of,
    chosen_face,
    face_table,
    own_face,
    refusal_of,
    wanted_faces,
)
from review.letters.font_files import folded_name
from review.letters.installed_faces import installed_face
from review.letters.letter_model import LetterModel
from review.letters.pdf_blocks import sections_of
from review.letters.style import STANDARD, LetterStyle, layout_for
from review.letters.typesetting import Typesetter

SQUARE = "国"
"""Stands for all Chinese characters, which a face gives one width."""


@dataclass(frozen=True, slots=True)
class RefusedFace:
    """A face of this computer that could not be used, and why in words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoleReport:
    """What one role was set in.

    Attributes:
        role_name: What the role is called, in Chinese.
        face: The face, by the name it was asked for; a bundled one by its Chinese name.
        is_installed: Whether it is a face of this computer.
        not_found: The office's own choice where this computer has no such face, else empty.
        borrowed: Characters that the face lacks, by the name of the face they were taken from.
        refused: Faces of this computer that would have come first.
        changes_grid: Whether its characters fill no square, so that a line no longer holds 28.
    """

    role: FaceRole
    role_name: str
    face: str
    is_installed: bool
    not_found: str
    borrowed: tuple[tuple[str, str], ...]
    refused: tuple[RefusedFace, ...]
    changes_grid: bool


@dataclass(frozen=True, slots=True)
class FacesReport:
    """What a paper was set in.

    Attributes:
        roles: The roles that the paper uses.
        missing: Characters that no face has; the paper cannot be written.
    """

    roles: tuple[RoleReport, ...]
    missing: tuple[str, ...]


def faces_used(model: LetterModel, style: LetterStyle = STANDARD) -> FacesReport:
    """Return which faces a paper is set in."""
    typesetter = Typesetter(style)
    for _ in sections_of(model, layout_for(style), typesetter):
        pass
    roles = tuple(
        _report(role, typesetter.used[role], style) for role in FaceRole if role in typesetter.used
    )
    return FacesReport(roles, tuple(typesetter.missing()))


def _report(role: FaceRole, used: Iterable[str], style: LetterStyle) -> RoleReport:
    chain = chain_of(role, style)
    installed = chosen_face(role, style)
    names = _names_of_faces(role, style)
    first, *_ = names
    borrowed: dict[str, list[str]] = defaultdict(list)
    for char in sorted(used):
        face, _ = chain.measure(char)
        if face and face != first:
            borrowed[names[face]].append(char)
    own = own_face(role, style)
    return RoleReport(
        role,
        face_table().roles[role].name,
        names[first],
        is_installed=installed is not None,
        not_found=own if own and installed_face(own) is None else "",
        borrowed=tuple((name, "".join(chars)) for name, chars in borrowed.items()),
        refused=tuple(_refused(role, style)),
        changes_grid=chain.measure(SQUARE) != (first, 1.0),
    )


def _names_of_faces(role: FaceRole, style: LetterStyle) -> dict[str, str]:
    """Return what the faces of a role are called, by the names they are drawn under."""
    installed = chosen_face(role, style)
    wanted = (
        name
        for name in wanted_faces(role, style)
        if installed and folded_name(name) in installed.names
    )
    bundled = face_table().bundled
    return {
        font.fontName: bundled.get(font.fontName) or next(wanted, font.fontName)
        for font in chain_of(role, style).fonts
    }


def _refused(role: FaceRole, style: LetterStyle) -> Iterator[RefusedFace]:
    """Yield the faces that come before the one that is used and may not be."""
    for name in wanted_faces(role, style):
        face = installed_face(name)
        refusal = refusal_of(face) if face else None
        if refusal:
            yield RefusedFace(name, face_table().refusals[refusal])
        elif face:
            return
