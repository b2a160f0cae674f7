"""A register is cut into pages that end with their totals, the same in Word and in PDF."""

from dataclasses import replace

import pytest

from review.letters.compose import compose
from review.letters.kinds.registration import RegisterBook
from review.letters.letter_model import PageBreak, Row, Table
from review.letters.pdf_writer import write_pdf
from review.letters.sample_letters import sample_letter
from tests.review.letters.papers import page_texts


def book(rows: int, void: frozenset[int] = frozenset()) -> RegisterBook:
    """Return a register of so many rows, some of them void."""
    sample = sample_letter("register_book")
    assert isinstance(sample, RegisterBook)
    row = replace(sample.rows[0], is_void=False)
    return replace(
        sample, rows=tuple(replace(row, is_void=place in void) for place in range(1, rows + 1))
    )


def tables_of(letter: RegisterBook) -> list[Table]:
    """Return the tables of a register's pages."""
    return [block for block in compose(letter).blocks if isinstance(block, Table)]


def words(row: Row) -> str:
    """Return the words of a row."""
    return "".join(cell.text for cell in row)


def test_each_page_is_a_table_and_the_paper_has_as_many_pages() -> None:
    letter = book(40)

    model = compose(letter)

    tables = [block for block in model.blocks if isinstance(block, Table)]
    breaks = [block for block in model.blocks if isinstance(block, PageBreak)]
    assert len(tables) > 1
    assert len(breaks) == len(tables) - 1
    assert len(page_texts(write_pdf(model))) == len(tables)


def test_the_totals_of_the_pages_add_up_and_are_carried_forward() -> None:
    tables = tables_of(book(40, frozenset({2, 39})))

    assert words(tables[0].rows[-1]).startswith("本页登记")
    assert "承前页" not in words(tables[0].rows[0])
    assert words(tables[1].rows[0]).startswith("承前页：登记")
    assert words(tables[-1].rows[-1]).endswith("累计登记40件，其中作废2件。")
    rows = sum(len(table.rows) - 1 for table in tables) - (len(tables) - 1)
    assert rows == 40


def test_a_void_line_is_struck_but_readable() -> None:
    first = tables_of(book(3, frozenset({2})))[0]

    struck = [row[0].text for row in first.rows if row[0].is_struck]
    assert struck == ["2"]


@pytest.mark.parametrize("rows", range(1, 26, 3))
def test_the_signatures_stand_on_the_page_of_the_last_total(rows: int) -> None:
    last = page_texts(write_pdf(compose(book(rows))))[-1]

    assert "科（股）室负责人" in last
    assert f"累计登记{rows}件" in last


def test_an_empty_register_has_one_page_with_a_total_of_none() -> None:
    tables = tables_of(book(0))

    assert len(tables) == 1
    assert words(tables[0].rows[-1]).startswith("本页登记0件")
