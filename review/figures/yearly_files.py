"""The papers and the workbook of a year, written into a folder (年度报告的材料)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.domain.year_figures import YearFigures
from models.queries.counted_records import CountedRow, counted_records
from models.queries.year_figures import year_figures
from review.figures.workbook import figures_workbook, records_to_list
from review.letters.compose import compose
from review.letters.drafting.figures import (
    draft_annual_figures,
    draft_annual_list,
    draft_bulletin,
)
from review.letters.kinds.base import Letter
from review.letters.kinds.figures import AnnualFigures
from review.letters.letter_kinds import kind_of
from review.letters.office_style import style_in_force
from review.letters.press import WRITERS
from review.letters.style import LetterStyle
from review.letters.wording_in_force import wording_in_force


@dataclass(frozen=True)
class YearlyPapers:
    """Everything the yearly files are written from; needs no register any more."""

    year: int
    papers: tuple[tuple[Letter, str], ...]
    tables: AnnualFigures
    figures: YearFigures
    documents: tuple[CountedRow, ...]
    style: LetterStyle

    @property
    def file_count(self) -> int:
        """Return how many files are written: each paper in every format, and the workbook."""
        return len(self.papers) * len(WRITERS) + 1


def yearly_papers(year: int, day: date) -> YearlyPapers:
    """Read from the register what the files of a year say."""
    tables = draft_annual_figures(year, day)
    letters: tuple[Letter, ...] = (draft_annual_list(year, day), tables, draft_bulletin(year, day))
    figures = year_figures(year, day)
    return YearlyPapers(
        year=year,
        papers=tuple((one, wording_in_force(kind_of(one).kind_id).text) for one in letters),
        tables=tables,
        figures=figures,
        documents=counted_records(records_to_list(figures)),
        style=style_in_force(),
    )


def yearly_files(papers: YearlyPapers) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its name: every paper as Word and PDF, the figures as Excel too."""
    for letter, wording in papers.papers:
        model = compose(letter, wording=wording)
        for paper_format, write in WRITERS.items():
            name = _file_name(papers.year, letter, paper_format)
            yield name, write(model, papers.style)
    tables = _file_name(papers.year, papers.tables, "xlsx")
    yield tables, figures_workbook(papers.tables, papers.figures, papers.documents)


def _file_name(year: int, letter: Letter, extension: str) -> str:
    return f"{year}年{kind_of(letter).name.removeprefix('年度')}.{extension}"
