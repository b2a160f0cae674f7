"""Open a zip package of XML parts, after a byte-level guard against hostile ones."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from review.errors import (
    ArchiveTooLargeError,
    BrokenFileError,
    DuplicatePartsError,
    EncryptedFileError,
    EntityDeclaredError,
    UnsafeFileError,
    UnsafePartNamesError,
)

# Limits of engineering, far above any office document and far below what hurts the machine.
MEMBER_LIMIT = 4000
UNPACKED_LIMIT = 200 * 1024 * 1024
XML_LIMIT = 48 * 1024 * 1024
RATIO_LIMIT = 120
# Small parts may compress as well as they like.
RATIO_FROM = 4 * 1024 * 1024
_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER = 30
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_XML_NAMES = (".xml", ".rels", ".vml")


@dataclass(frozen=True)
class Package:
    """The parts of a package, by name, as bytes that passed the guard."""

    file_name: str
    names: frozenset[str]
    _xml: dict[str, bytes]

    def root(self, name: str) -> etree._Element | None:
        """Return the parsed part, or None where the package has no such part.

        Raises:
            BrokenFileError: the part is no well-formed XML.
        """
        content = self._xml.get(name)
        if content is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as fault:
            raise BrokenFileError(file_name=self.file_name) from fault


def open_package(content: bytes, file_name: str, *, may_begin_with_slash: bool = False) -> Package:
    """Check the package as bytes and return its XML parts.

    Some makers of OFD files write a slash in front of the names; nothing else does.

    Raises:
        ReadingError: the package is broken, locked or unsafe; see the subclasses.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_members(members, file_name, may_begin_with_slash=may_begin_with_slash)
            xml = {
                member.filename: _xml_content(archive, member, file_name)
                for member in members
                if member.filename.lower().endswith(_XML_NAMES)
            }
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
        OSError,
    ) as fault:
        raise BrokenFileError(file_name=file_name) from fault
    return Package(file_name, frozenset(member.filename for member in members), xml)


def _check_members(
    members: list[zipfile.ZipInfo], file_name: str, *, may_begin_with_slash: bool
) -> None:
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise EncryptedFileError(file_name=file_name)
    names = [member.filename.replace("\\", "/").lower() for member in members]
    if may_begin_with_slash:
        names = [name.removeprefix("/") for name in names]
    if len(set(names)) != len(names):
        raise DuplicatePartsError(file_name=file_name)
    if not all(_stays_inside(name) for name in names):
        raise UnsafePartNamesError(file_name=file_name)
    if len(members) > MEMBER_LIMIT or _is_bomb(members):
        raise ArchiveTooLargeError(file_name=file_name)
    if _overlap(members):
        raise UnsafeFileError(file_name=file_name)


def _stays_inside(name: str) -> bool:
    return not (name.startswith("/") or ":" in name or ".." in posixpath.normpath(name).split("/"))


def _is_bomb(members: Iterable[zipfile.ZipInfo]) -> bool:
    total = 0
    for member in members:
        total += member.file_size
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > RATIO_FROM and ratio > RATIO_LIMIT:
            return True
        if member.filename.lower().endswith(_XML_NAMES) and member.file_size > XML_LIMIT:
            return True
    return total > UNPACKED_LIMIT


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Several members that share bytes are a bomb that small sizes hide (CVE-2024-0450)."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    return any(
        before.header_offset + _LOCAL_HEADER + before.compress_size > after.header_offset
        for before, after in pairwise(ordered)
    )


def _xml_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file_name: str) -> bytes:
    content = archive.read(member)
    # UTF-16 and UTF-32 parts hide their declarations from a look at the bytes; Word writes UTF-8.
    if b"\0" in content:
        raise UnsafeFileError(file_name=file_name)
    if any(declaration in content for declaration in _DECLARATIONS):
        raise EntityDeclaredError(file_name=file_name)
    return content
