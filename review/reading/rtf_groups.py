"""The groups of a rich text file: what holds inside them, and where their words go."""

from dataclasses import dataclass, field

from review.reading.text import Fact

CHARACTERS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "column": "\n",
    "softline": "\n",
    "tab": "\t",
    "cell": "\t",
    "nestcell": "\t",
    "row": "\n",
    "nestrow": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u3000",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SIGNS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n", "\t": "\t"}
# Groups whose words stand elsewhere than in the body.
ASIDE = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "header"),
    "footnote": "footnote",
    "annotation": "comment",
    "shptxt": "box",
    "dptxbxtext": "box",
    "fonttbl": "fonts",
    "listtext": "number",
    "pntext": "number",
}
# Groups marked as unknown to old programs whose content is text all the same.
TRANSPARENT = frozenset(("shpinst", "nesttableprops", "ud", "annotation", "listtext", "moMath"))
_SKIPPED_NAMES = (
    "colortbl stylesheet info pict objdata listtable listoverridetable revtbl fldinst themedata "
    "datastore xmlnstbl rsidtbl generator sp shprslt nonesttables nonshppict bkmkstart bkmkend "
    "atnid atnauthor atnref atnicn atndate atnparent atrfstart atrfend ftnsep ftnsepc ftncn "
    "aftnsep aftnsepc aftncn xe tc rxe txe template author title subject operator keywords "
    "comment doccomm filetbl pnseclvl pntxta pntxtb latentstyles colorschememapping "
    "listpicture background private"
)
SKIPPED = frozenset(_SKIPPED_NAMES.split())


@dataclass(slots=True)
class Group:
    """What holds inside a pair of braces."""

    sink: str = "body"
    is_skipped: bool = False
    is_first: bool = True
    is_marked: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    unicode_skip: int = 1
    codec: str = ""

    def inside(self) -> "Group":
        """Return what holds at the beginning of a group inside this one."""
        return Group(
            self.sink,
            self.is_skipped,
            is_hidden=self.is_hidden,
            is_deleted=self.is_deleted,
            is_inserted=self.is_inserted,
            unicode_skip=self.unicode_skip,
            codec=self.codec,
        )


@dataclass
class Sinks:
    """The words of the body and of everything beside it."""

    words: dict[str, list[str]] = field(default_factory=dict)
    closed: dict[str, list[str]] = field(default_factory=dict)
    numbers: list[Fact] = field(default_factory=list)
    pictures: int = 0

    def write(self, sink: str, words: str) -> None:
        """Add words to a sink."""
        self.words.setdefault(sink, []).append(words)

    def close(self, sink: str) -> str:
        """End a stretch of words beside the body and return it."""
        text = "".join(self.words.pop(sink, [])).strip("\n")
        if text.strip():
            self.closed.setdefault(sink, []).append(text)
        return text

    def facts(self, sink: str, name: str) -> list[Fact]:
        """Return what was closed, as facts of this name."""
        return [Fact(name, joined(text)) for text in self.closed.get(sink, [])]


def joined(text: str) -> str:
    """Join the two halves in which characters beyond the first plane are written."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
