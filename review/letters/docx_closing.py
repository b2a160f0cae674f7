"""What stands under the text in the Word file: attachments, signature, notes, places to sign."""

from collections.abc import Sequence
from math import ceil

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element
from review.letters.docx_measures import em_width, twips
from review.letters.docx_place import Place
from review.letters.docx_text import KEPT, paragraph, tab_run, text_run
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
    """Spread the labels over the width, each with room for a name behind it."""
    signing = place.layout.signing
    widest = max(map(em_width, block.labels)) + signing.room_characters
    most = max(1, int(place.width / twips(signing.size_pt) // widest))
    lines = ceil(len(block.labels) / most)
    each = ceil(len(block.labels) / lines)
    stops = [round(place.width / each * number) for number in range(1, each)]
    made = []
    for start in range(0, len(block.labels), each):
        is_last = start + each >= len(block.labels)
        parts = dict(place.ties if is_last else KEPT)
        if stops:
            parts["tabs"] = _tabs([{"val": "left", "pos": stop} for stop in stops])
        if not start:
            parts["spacing"] = {"before": place.grid.lines(GAP_LINES)}
        made.append(paragraph("signing", _row(block.labels[start : start + each]), parts))
    return made


def _row(labels: Sequence[str]) -> list[Element]:
    runs = [text_run(labels[0])]
    for label in labels[1:]:
        runs += (tab_run(), text_run(label))
    return runs


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
