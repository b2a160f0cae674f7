"""The sample ledger is what its script builds, and shows what an import must cope with."""

from pathlib import Path

from resources.samples.build_ledger import FOLDER, NAME, main
from review.ledgers.reader import read_here
from review.ledgers.table import RowKind, recognise


def test_rebuilding_changes_no_cell_of_the_committed_ledger(tmp_path: Path) -> None:
    main(tmp_path)
    assert read_here(tmp_path / NAME).sheets == read_here(FOLDER / NAME).sheets


def test_it_has_titles_sections_and_a_footer_around_its_rows() -> None:
    table = recognise(read_here(FOLDER / NAME).sheets[0])
    assert len(table.rows) == 11
    assert table.sections == ("一、县政府及县政府办公室文件", "二、部门文件")
    assert {kind for _, kind in table.left_out} == {
        RowKind.ABOVE_HEADER,
        RowKind.HEADER,
        RowKind.SECTION,
        RowKind.FOOTER,
    }
