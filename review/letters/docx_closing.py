"""What stands under the text in the Word file: attachments, signature, notes, places to sign."""

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element, property_of
from review.letters.docx_measures import em_width, twips
from review.letters.docx_place import Place
from review.letters.docx_text import add_space, paragraph, tab_run, text_run
from review.letters.letter_model import (
    AttachmentNote,
    CutLine,
    Note,
    Signature,
    SigningLine,
)

GAP_LINES = 0.5
"""Empty space above places to sign and cut lines."""


def attachment_note(block: AttachmentNote, place: Place) -> list[Element]:
    """Make the note one line below the body; names that run over hang under their beginning."""
    made = []
    for number, item in enumerate(block.items):
        hanging = 1 if number else 4
        parts: dict[str, Part] = {
            "ind": {
                "leftChars": 600,
                "left": place.grid.characters(6),
                "hangingChars": 100 * hanging,
                "hanging": place.grid.characters(hanging),
            }
        }
        if not number:
            parts["spacing"] = {"before": place.grid.line}
        is_last = number == len(block.items) - 1
        ties = place.ties if is_last else {"keepNext": {}}
        made.append(paragraph("attachments", [text_run(item)], {**parts, **ties}))
    return made


def signature(block: Signature, place: Place) -> list[Element]:
    """Make name and date: centred over each other with a seal, else each at its own indent."""
    name, date = em_width(block.office_name), em_width(block.date_text)
    seal = place.layout.seal
    if block.has_seal:
        from_right = max(seal.date_indent_characters + date / 2, name / 2)
        return _signed(block, place, (from_right - name / 2, from_right - date / 2))
    indent = place.layout.signature.unsealed_indent_characters
    return _signed(block, place, unsealed_indents(name, date, indent))


def unsealed_indents(name: float, date: float, indent: float) -> tuple[float, float]:
    """Return how far name and date stand from the right edge, in em (GB/T 9704-2012, 7.3.5.2).

    The name stands two characters in and the date begins two characters right of it; where the
    date is the longer one, it stands two characters in and the name begins two left of it.

    Args:
        name: Width of the name in em.
        date: Width of the date in em.
        indent: The two characters of the rule.
    """
    if date <= name:
        return indent, name - date
    return indent + date + indent - name, indent


def _signed(block: Signature, place: Place, indents: tuple[float, float]) -> list[Element]:
    layout = place.layout
    lines = layout.seal.lines_above if block.has_seal else layout.signature.unsealed_lines_above
    texts = (block.office_name, block.date_text)
    first: dict[str, Part] = {"keepNext": {}, "spacing": {"before": place.grid.lines(lines)}}
    made = []
    for text, indent, parts in zip(texts, indents, (first, place.ties), strict=True):
        right: Attributes = {"right": place.grid.characters(indent)}
        made.append(paragraph("signature", [text_run(text)], {**parts, "ind": right}))
    return made


def note(block: Note, place: Place) -> list[Element]:
    """Make the note below the room of the seal."""
    before: Attributes = {"before": place.grid.lines(place.layout.seal.lines_below)}
    return [paragraph("note", [text_run(block.text)], {**place.ties, "spacing": before})]


def signing_line(block: SigningLine, place: Place) -> list[Element]:
    """Spread the labels over the width in as few rows as leave room for a name behind each."""
    signing = place.layout.signing
    room = place.layout.page.width_pt / signing.size_pt
    rows = 1
    while rows < len(block.labels) and any(
        sum(em_width(label) + signing.room_characters for label in row) > room
        for row in _dealt(block.labels, rows)
    ):
        rows += 1
    *firsts, last = [_signing_row(row, room, place) for row in _dealt(block.labels, rows)]
    for made in firsts:
        property_of(made[0], "keepNext")
    if place.keeps_next:
        property_of(last[0], "keepNext")
    add_space((*firsts, last)[0], "before", place.grid.lines(GAP_LINES))
    return [*firsts, last]


def _dealt(labels: Sequence[str], rows: int) -> list[Sequence[str]]:
    """Deal the labels out to rows of nearly the same number."""
    each = ceil(len(labels) / rows)
    return [labels[start : start + each] for start in range(0, len(labels), each)]


def _signing_row(labels: Sequence[str], room: float, place: Place) -> Element:
    """Make one row; the room behind each label is the same."""
    size = twips(place.layout.signing.size_pt)
    widths = [em_width(label) for label in labels]
    behind = max(0.0, room - sum(widths)) / len(labels)
    ends = accumulate(width + behind for width in widths[:-1])
    stops: list[Attributes] = [{"val": "left", "pos": round(end * size)} for end in ends]
    runs = [text_run(labels[0])]
    for label in labels[1:]:
        runs += (tab_run(), text_run(label))
    return paragraph("signing", runs, {"tabs": _tabs(stops)} if stops else {})


def cut_line(block: CutLine, place: Place) -> list[Element]:
    """Make the dashed line with its words in the middle."""
    middle: Attributes = {"val": "center", "leader": "hyphen", "pos": place.width // 2}
    end: Attributes = {"val": "right", "leader": "hyphen", "pos": place.width}
    words = f" {block.text} " if block.text else ""
    runs = [tab_run(), text_run(words), tab_run()]
    spacing: Attributes = {"before": place.grid.lines(GAP_LINES)}
    return [paragraph("cut_line", runs, {"spacing": spacing, "tabs": _tabs([middle, end])})]


def _tabs(stops: Sequence[Attributes]) -> Element:
    return element("tabs", children=[element("tab", stop) for stop in stops])
