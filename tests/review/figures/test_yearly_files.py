"""The papers of a year say what the register counts, the same in Word, PDF and Excel."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from review.figures.yearly_files import YearlyPapers, yearly_files, yearly_papers
from review.letters.kinds.figures import AnnualFigures, Bulletin
from tests.models.filing_year import year_of_five
from tests.review.letters.papers import docx_words, page_texts

pytestmark = pytest.mark.usefixtures("register")

DAY = date(2026, 3, 16)


@pytest.fixture
def papers() -> YearlyPapers:
    """Return the papers of 2025: five filings, one of them late, one sent back, one missing."""
    year_of_five()
    return yearly_papers(2025, DAY)


def test_the_bulletin_says_what_the_register_counts(papers: YearlyPapers) -> None:
    bulletin = next(letter for letter, _ in papers.papers if isinstance(letter, Bulletin))
    assert (bulletin.received, bulletin.registered, bulletin.deferred) == (5, 4, 1)
    assert bulletin.filing_rate == "83.3%（5/6）"
    assert bulletin.timely_rate == "80.0%（4/5）"
    assert bulletin.correction_rate == "100.0%（1/1）"
    assert bulletin.direct_correction_rate == "25.0%（1/4）"
    assert [row.document_title for row in bulletin.unfiled] == ["云溪县从未报备的管理办法"]
    assert bulletin.filers == ("柳渡镇人民政府（5件）",)
    assert bulletin.change == ""


def test_every_paper_comes_as_word_and_pdf_and_the_figures_as_excel(papers: YearlyPapers) -> None:
    files = dict(yearly_files(papers))
    assert sorted(files) == [
        "2025年制发目录.docx",
        "2025年制发目录.pdf",
        "2025年备案审查情况通报（代拟稿）.docx",
        "2025年备案审查情况通报（代拟稿）.pdf",
        "2025年统计表.docx",
        "2025年统计表.pdf",
        "2025年统计表.xlsx",
    ]
    for stem in ("2025年备案审查情况通报（代拟稿）", "2025年统计表"):
        assert "83.3%（5/6）" in "".join(page_texts(files[f"{stem}.pdf"])).replace("\n", "")
        assert "83.3%（5/6）" in docx_words(files[f"{stem}.docx"])


def test_the_workbook_holds_the_tables_and_each_document_counted(papers: YearlyPapers) -> None:
    content = dict(yearly_files(papers))["2025年统计表.xlsx"]
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert list(sheets) == ["件数", "比率", "各制定机关", "各月收件", "报备", "核对", "制发的文件"]
    assert sheets["件数"][1][:3] == ["收件", 5, 0]
    head, *rows = sheets["制发的文件"]
    assert head[4:] == ["报备率", "备案及时率", "备案规范率", "公布率", "违法率"]
    assert len(rows) == 6
    yes = [sum(row[place] == "是" for row in rows) for place in range(4, 9)]
    assert yes == [5, 4, 4, 5, 1]


def test_sums_that_agree_are_told_and_one_that_does_not_is_named(papers: YearlyPapers) -> None:
    tables = papers.tables
    assert isinstance(tables, AnnualFigures)
    assert all(row.is_right for row in tables.sums)
    assert tables.sums[0].told == "各月收件：0+0+0+0+1+1+1+1+1+0+0+0=5"


def test_a_year_without_anything_prints_dashes_not_zero_percent() -> None:
    empty = yearly_papers(2019, DAY)
    assert {row.value for row in empty.tables.rates} == {"—"}
    assert all(content for _, content in yearly_files(empty))
