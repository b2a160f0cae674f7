"""Open a zip package of XML parts, after a byte-level guard against hostile ones."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
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
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_FIRST_ELEMENT = re.compile(rb"<[^!?\s]")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
# Encodings in which a declaration looks like itself; others would hide it from the guard.
_PLAIN_ENCODINGS = frozenset(
    b"utf-8 utf8 us-ascii ascii gbk gb2312 gb18030 iso-8859-1 windows-1252 windows-936".split()
)
_XML_NAMES = (".xml", ".rels", ".vml")
_CHUNK = 4096
# No word processor writes a page of blanks or remarks before the first element.
_LONGEST_PROLOGUE = 16 * _CHUNK
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)


class Package:
    """A package that passed the guard; its parts are unpacked when they are asked for."""

    def __init__(self, file_name: str, archive: zipfile.ZipFile) -> None:
        self.file_name = file_name
        self.names = frozenset(archive.namelist())
        self._archive = archive
        self._bytes: dict[str, bytes] = {}
        self._roots: dict[str, etree._Element] = {}

    def bytes_of(self, name: str) -> bytes:
        """Return the bytes of an XML part; none where there is no such part.

        Raises:
            ReadingError: the part is damaged or declares entities.
        """
        if name not in self._bytes:
            self._bytes[name] = self._unpacked(name) if name in self.names else b""
        return self._bytes[name]

    def root(self, name: str) -> etree._Element | None:
        """Return the parsed part, or None where the package has no such part.

        Raises:
            ReadingError: the part is no well-formed XML, damaged, or declares entities.
        """
        if name not in self.names:
            return None
        if name not in self._roots:
            self._roots[name] = self._parsed(self.bytes_of(name))
        return self._roots[name]

    def _unpacked(self, name: str) -> bytes:
        try:
            content = self._archive.read(name)
        except _FAULTS as fault:
            raise BrokenFileError(file_name=self.file_name) from fault
        _check_xml(content, self.file_name)
        return content

    def _parsed(self, content: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as fault:
            raise BrokenFileError(file_name=self.file_name) from fault


def open_package(content: bytes, file_name: str, *, may_begin_with_slash: bool = False) -> Package:
    """Check the package as bytes, every XML part up to its first element.

    Some makers of OFD files write a slash in front of the names; nothing else does.

    Raises:
        ReadingError: the package is broken, locked or unsafe; see the subclasses.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
        check_members(members, file_name, may_begin_with_slash=may_begin_with_slash)
        for member in members:
            if member.filename.lower().endswith(_XML_NAMES):
                _check_xml(_prologue(archive, member, file_name), file_name)
    except _FAULTS as fault:
        raise BrokenFileError(file_name=file_name) from fault
    return Package(file_name, archive)


def check_members(
    members: list[zipfile.ZipInfo], file_name: str, *, may_begin_with_slash: bool = False
) -> None:
    """Refuse a package whose table of members is hostile, before anything is unpacked.

    Raises:
        ReadingError: it is locked, has doubles or unsafe names, or would unpack to too much.
    """
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


def _prologue(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file_name: str) -> bytes:
    """Return a part up to its first element, where alone a document type can be declared."""
    content = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if _FIRST_ELEMENT.search(content):
                break
            if len(content) > _LONGEST_PROLOGUE:
                raise UnsafeFileError(file_name=file_name)
    return content


def _check_xml(content: bytes, file_name: str) -> None:
    # UTF-16 and UTF-32 parts hide their declarations from a look at the bytes; Word writes UTF-8.
    if b"\0" in content:
        raise UnsafeFileError(file_name=file_name)
    encoding = _ENCODING.match(content.lstrip(b"\xef\xbb\xbf")[:_CHUNK])
    if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
        raise UnsafeFileError(file_name=file_name)
    if _DECLARATION.search(content):
        raise EntityDeclaredError(file_name=file_name)
