"""Read a plain text file, whose encoding nobody wrote down."""

from review.errors import OversizedFileError, UnknownEncodingError
from review.reading.text import Fact, NoteKind, ReadingNote

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
# Twenty times the longest document we know of; what is larger is no official document.
LIMIT_MEGABYTES = 10
# Control characters that no text editor writes; form feed and tabulator are innocent.
_CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\r\f\v")

# Characters that official texts cannot do without, in either script.
_COMMON_TRADITIONAL = frozenset("的第條規定為應當縣市府關於及之在有人年月日不得本法管理")
_COMMON_SIMPLIFIED = frozenset("的第条规定为应当县市府关于及之在有人年月日不得本法管理")
# Both shares were measured on texts of either script: they lie far from each other.
_SURE_SHARE = 0.05
_SURE_TIMES = 4


def read_txt(content: bytes, file_name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """Return the text and a note where the encoding had to be guessed.

    Raises:
        OversizedFileError: the file is larger than any document.
        UnknownEncodingError: no known encoding fits the bytes.
    """
    if len(content) > LIMIT_MEGABYTES * 1024 * 1024:
        raise OversizedFileError(file_name=file_name, limit_megabytes=LIMIT_MEGABYTES)
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, codec, file_name), _notes(name)
    codec, name = _guess(content)
    return _decoded(content, codec, file_name), _notes(name)


def _guess(content: bytes) -> tuple[str, str]:
    """Without a mark: UTF-16 shows in its zero bytes, UTF-8 in its strict shape, else GB18030."""
    odd_zeros, even_zeros = content[1::2].count(0), content[0::2].count(0)
    if odd_zeros + even_zeros:
        return ("utf-16-le", "UTF-16") if odd_zeros >= even_zeros else ("utf-16-be", "UTF-16")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ("big5", "Big5") if _is_big5(content) else ("gb18030", "GB18030")
    return "utf-8", "UTF-8"


def _is_big5(content: bytes) -> bool:
    """Tell whether the bytes make words in traditional characters and none in simplified ones.

    Either code page turns nearly all bytes of the other into rare characters.
    """
    try:
        traditional = content.decode("big5")
    except UnicodeDecodeError:
        return False
    simplified = content.decode("gb18030", errors="replace")
    common = _common(traditional, _COMMON_TRADITIONAL)
    return common > _SURE_SHARE * len(traditional) and common > _SURE_TIMES * _common(
        simplified, _COMMON_SIMPLIFIED
    )


def _common(text: str, characters: frozenset[str]) -> int:
    return sum(1 for character in text if character in characters)


def _decoded(content: bytes, codec: str, file_name: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as fault:
        raise UnknownEncodingError(file_name=file_name) from fault
    if any(character in _CONTROLS for character in set(text)):
        raise UnknownEncodingError(file_name=file_name)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def _notes(encoding: str) -> tuple[ReadingNote, ...]:
    if encoding == "UTF-8":
        return ()
    return (ReadingNote(NoteKind.ENCODING, (Fact("encoding", encoding),)),)
