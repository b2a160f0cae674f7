"""A template asks for exactly what its letter has, and can do nothing else."""

from dataclasses import fields, replace
from typing import get_args, get_type_hints

import pytest

from review.letters.compose import compose
from review.letters.errors import WordingError, WordingFileError
from review.letters.kinds.base import LetterKind
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_model import Paragraph, Title
from review.letters.wording import (
    Renderer,
    fields_of,
    row_fields_of,
    wording_from,
    wording_of,
)
from tests.review.letters.samples import OPINION, RECEIPT


@pytest.mark.parametrize("kind", LETTER_KINDS.values(), ids=str)
def test_every_template_asks_for_exactly_its_letters_fields(kind: LetterKind) -> None:
    asked = fields_of(wording_of(kind.template))

    assert asked == {field.name for field in fields(kind.letter_class)}


@pytest.mark.parametrize("kind", LETTER_KINDS.values(), ids=str)
def test_every_table_asks_for_exactly_the_fields_of_its_rows(kind: LetterKind) -> None:
    hints = get_type_hints(kind.letter_class)
    tables = [block for block in wording_of(kind.template).block if block.each]

    for table in tables:
        row_class = get_args(hints[table.each])[0]
        assert row_fields_of(table) == {field.name for field in fields(row_class)}
    rows = [
        field
        for field in fields(kind.letter_class)
        if "tuple[" in str(field.type) and "Row" in str(field.type)
    ]
    assert len(tables) == len(rows)


@pytest.mark.parametrize(
    "piece",
    [
        "{{ ''.__class__ }}",
        "{{ office_name.__class__.__mro__ }}",
        "{{ office_name.upper() }}",
        "{{ office_name['upper'] }}",
        "{{ lipsum.__globals__ }}",
        "{{ self }}",
        "{{ cycler }}",
        "{{ range(9) }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ office_name | attr('upper') }}",
        "{{ office_name | format }}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as y %}",
        "{% macro f() %}x{% endmacro %}{{ f() }}",
        "{{ nothing }}",
        "{{ absent_date }}",
        "{{ is_in_time }}",
        "{{ materials }}",
        "{{ unclosed",
        "{% if %}",
    ],
)
def test_what_a_template_may_not_do_is_refused(piece: str) -> None:
    letter = {
        "office_name": "云溪县司法局",
        "absent_date": None,
        "is_in_time": True,
        "materials": (),
    }

    with pytest.raises(WordingError):
        Renderer("sample.toml", letter).render(piece)


@pytest.mark.parametrize(
    "words",
    ["{{ ''.__class__ }}", "{% for x in y %}", "<&>\"'", "<w:p/>", "# 标题", "{{", "\\n", "&amp;"],
)
def test_words_that_look_like_code_are_printed_as_they_are(words: str) -> None:
    model = compose(replace(OPINION, document_title=words, requested_act=words))

    title = "".join(next(block.lines for block in model.blocks if isinstance(block, Title)))
    asked = [block.text for block in model.blocks if isinstance(block, Paragraph)][1]
    assert title == f"关于《{words}》的备案审查意见书"
    assert asked.startswith(f"请你单位{words}，")


def test_a_file_that_is_no_template_is_refused() -> None:
    for text in ("base = ", 'base = "poster"\nblock = []', "block = []"):
        with pytest.raises(WordingFileError):
            wording_from(text, "sample.toml")


def test_a_table_of_rows_the_letter_has_not_is_refused() -> None:
    with pytest.raises(WordingError):
        Renderer("sample.toml", {"office_name": "云溪县司法局"}).rows("findings")


def test_marks_inside_book_and_quotation_marks_become_the_inner_ones() -> None:
    render = Renderer("sample.toml", {"words": "关于印发《云溪县“两停”办法》的通知"}).render

    assert render("{{ words | titled }}") == "《关于印发〈云溪县“两停”办法〉的通知》"
    assert render("{{ words | quoted }}") == "“关于印发《云溪县‘两停’办法》的通知”"


@pytest.mark.parametrize(
    "words",
    [
        "修改第五条",
        "修改第五条。",
        "请修改第五条；",
        "请你单位修改第五条。",
        "请你单位，修改第五条，",
    ],
)
def test_a_request_written_as_a_sentence_fits_into_the_sentence(words: str) -> None:
    render = Renderer("sample.toml", {"words": words}).render

    assert (
        render("请你单位{{ words | request }}，并报送情况。") == "请你单位修改第五条，并报送情况。"
    )


def test_dates_are_printed_without_padding() -> None:
    render = Renderer("sample.toml", {"letter_date": RECEIPT.letter_date}).render

    assert render("{{ letter_date }}") == "2026年3月4日"


@pytest.mark.parametrize("kind", LETTER_KINDS.values(), ids=str)
def test_a_signature_follows_text_because_a_table_row_cannot_be_tied_everywhere(
    kind: LetterKind,
) -> None:
    kinds = [block.kind for block in wording_of(kind.template).block]

    assert kinds[kinds.index("signature") - 1] == "body"
