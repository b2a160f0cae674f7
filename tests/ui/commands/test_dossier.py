"""The dossier of a filing: a folder in four parts, and one PDF with its pages counted."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped] # no stubs
import pytest

from tests.ui.commands.desk import HOUSING, Desk


@pytest.fixture
def written(desk: Desk, tmp_path: Path) -> dict[str, object]:
    """Return what the command says of the dossier of an accepted filing with its receipt."""
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    desk.ask("letter", "issue", "filing_receipt", filing_id, "--out", tmp_path / "letters")
    return desk.ask("filing", "dossier", filing_id, "--out", tmp_path / "out")


def test_the_papers_lie_in_the_part_they_belong_to(written: dict[str, object]) -> None:
    folder = Path(str(written["folder"]))
    parts = sorted(one.name for one in folder.iterdir() if one.is_dir())
    assert parts == ["1报送", "4备案"]
    receipt = [one.suffix for one in sorted((folder / "4备案").glob("*备案回执*"))]
    assert receipt == [".docx", ".pdf"]


def test_a_file_that_came_lies_there_as_it_came(written: dict[str, object]) -> None:
    (came,) = (Path(str(written["folder"])) / "1报送").iterdir()
    assert came.read_bytes() == HOUSING.read_bytes()


def test_the_pdf_begins_with_cover_and_contents_and_counts_its_pages(
    written: dict[str, object],
) -> None:
    with pypdfium2.PdfDocument(str(written["pdf"])) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    assert "卷宗" in texts[0] or "柳渡镇" in texts[0]
    assert "卷内目录" in texts[1].replace(" ", "").replace("\u3000", "")
    assert len(texts) == 2 + int(str(written["page_count"]))
    assert "备案登记表" in "".join(texts[1:])


def test_a_folder_that_takes_nothing_is_said_so(desk: Desk, tmp_path: Path) -> None:
    filing_id = desk.receive_housing()
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert desk.run("filing", "dossier", filing_id, "--out", tmp_path / "file").code in {1, 2}
