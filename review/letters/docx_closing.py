"""What stands under the text in the Word file: attachments, signature, notes, places to sign."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element
from review.letters.docx_measures import em_width
from review.letters.docx_place import Place
from review.letters.docx_text import paragraph, tab_run, text_run
from review.letters.letter_model import (
    AttachmentNote,
    CutLine,
    Note,
    Signature,
    SigningLine,
)


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
    return _signed(block, place, unsealed_indents(name, date))


def unsealed_indents(name: float, date: float) -> tuple[float, float]:
    """Return how far name and date stand from the right edge, in em (GB/T 9704-2012, 7.3.5.2).

    The name stands two characters in and the date begins two characters right of it; where the
    date is the longer one, it stands two characters in and the name begins two left of it.
    """
    if date <= name:
        return 2, name - date
    return 2 + date + 2 - name, 2


def _signed(block: Signature, place: Place, indents: tuple[float, float]) -> list[Element]:
    lines = place.layout.seal.lines_above
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
    """Make the places to sign, each at the beginning of its share of the width."""
    share = place.width / len(block.labels)
    stops = [round(share * number) for number in range(1, len(block.labels))]
    runs = [text_run(block.labels[0])]
    for label in block.labels[1:]:
        runs += (tab_run(), text_run(label))
    parts: dict[str, Part] = {"spacing": {"before": place.grid.line}}
    if stops:
        parts["tabs"] = _tabs([{"val": "left", "pos": stop} for stop in stops])
    return [paragraph("signing", runs, parts)]


def cut_line(block: CutLine, place: Place) -> list[Element]:
    """Make the dashed line with its words in the middle."""
    middle: Attributes = {"val": "center", "leader": "hyphen", "pos": place.width // 2}
    end: Attributes = {"val": "right", "leader": "hyphen", "pos": place.width}
    words = f" {block.text} " if block.text else ""
    runs = [tab_run(), text_run(words), tab_run()]
    spacing: Attributes = {"before": place.grid.line, "after": place.grid.line}
    return [
        paragraph(
            "cut_line",
            runs,
            {"jc": {"val": "left"}, "spacing": spacing, "tabs": _tabs([middle, end])},
        )
    ]


def _tabs(stops: Sequence[Attributes]) -> Element:
    return element("tabs", children=[element("tab", stop) for stop in stops])
