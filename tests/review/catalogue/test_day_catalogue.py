"""The catalogue of a day: what stands in it, and the files and pages made of it."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from models.acts.decide_filing import refuse_filing
from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.acts.register_document import register_historic_document
from models.acts.validity_acts import suspend_document
from models.domain.terms import DocumentClass, ValidityStatus
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.queries.day_catalogue import CatalogueFilter, catalogue_counts, catalogue_ids
from review.catalogue.day_catalogue import DayCatalogue, read_catalogue
from review.catalogue.files import write_catalogue
from review.catalogue.site import (
    MARK,
    CatalogueFolderTakenError,
    CatalogueNotWrittenError,
    write_site,
)
from tests.models.office import (
    GOVERNMENT,
    LABOUR,
    TODAY,
    add_body,
    another,
    changed,
    order,
    parking_measures,
    receive_one,
)
from tests.review.letters.papers import docx_words, page_texts

pytestmark = pytest.mark.usefixtures("register")

START = date(2021, 4, 1)
DECISION = Effect(date(2025, 2, 3), "云政函〔2025〕5号")
TRICK = '<script>alert("停")</script>&管理办法'


def past(place: int, body_id: int, **changes: object) -> int:
    """Record a document in force from START for ten years."""
    entry = changed(
        another(parking_measures(body_id), place),
        adopted_date=None,
        published_date=START,
        effective_date=START,
        validity_term=ValidityTerm(ValidityTermKind.YEARS, 10),
        **changes,
    )
    return register_historic_document(order(), entry)


@pytest.fixture
def catalogue() -> DayCatalogue:
    """Return today's catalogue: three in force, one of them in part, one repealed."""
    labour, government = add_body(LABOUR), add_body(GOVERNMENT)
    past(1, labour, document_class=DocumentClass.DEPARTMENT)
    past(2, government, title=TRICK)
    stopped = past(3, government)
    ended = past(4, government)
    suspend_document(order(), stopped, DECISION, ("第八条",))
    end_document(order(), ended, EndingKind.REPEALED, DECISION)
    return read_catalogue(CatalogueFilter(TODAY), TODAY)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an empty folder beside the register."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


class _Page(HTMLParser):
    """Reads the words, links and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def page(file: Path) -> _Page:
    """Read a page."""
    return _Page(file.read_text(encoding="utf-8"))


def test_the_government_comes_first_and_every_status_is_counted(catalogue: DayCatalogue) -> None:
    assert [one.document_class for one in catalogue.in_force] == [
        DocumentClass.GOVERNMENT,
        DocumentClass.GOVERNMENT,
        DocumentClass.DEPARTMENT,
    ]
    assert catalogue.counts() == {ValidityStatus.EFFECTIVE: 3, ValidityStatus.REPEALED: 1}
    assert catalogue_counts(TODAY).statuses == catalogue.counts()


def test_a_past_day_is_as_it_was_then(catalogue: DayCatalogue) -> None:
    before = read_catalogue(CatalogueFilter(date(2025, 2, 2)), TODAY)
    assert len(before.in_force) == 4
    assert not any(one.is_suspended for one in before.entries)
    assert dict(before.events) == {}
    assert len(read_catalogue(CatalogueFilter(date(2021, 3, 31)), TODAY).in_force) == 0
    assert len(catalogue.in_force) == 3


def test_it_is_narrowed_by_status_body_class_and_words(catalogue: DayCatalogue) -> None:
    assert len(catalogue.entries) == 4
    narrowing = CatalogueFilter(TODAY)
    for one, count in (
        (replace(narrowing, statuses=frozenset({ValidityStatus.REPEALED})), 1),
        (replace(narrowing, issuing_body_names=frozenset({LABOUR.name})), 1),
        (replace(narrowing, document_classes=frozenset({DocumentClass.GOVERNMENT})), 3),
        (replace(narrowing, containing="第3类"), 1),
        (replace(narrowing, containing="没有这样的文件"), 0),
    ):
        assert len(catalogue_ids(one)) == count


def test_what_was_refused_as_no_normative_document_is_not_listed() -> None:
    filing_id = receive_one()
    # The document is in force from the first of April.
    day = date(2026, 4, 1)
    assert len(catalogue_ids(CatalogueFilter(day))) == 1
    refuse_filing(order(), filing_id, "不属于规范性文件")
    assert catalogue_ids(CatalogueFilter(day)) == []
    assert catalogue_counts(day).statuses == {}


def test_the_pages_list_what_is_in_force_and_lead_to_each_document(
    catalogue: DayCatalogue, out: Path
) -> None:
    first = write_site(catalogue, out / "目录")
    index = page(first)
    assert "共3件" in index.text
    assert "第八条停止执行" in index.text
    assert "云溪县第4类事项管理办法" not in index.text
    leading = [one for one in index.links if one.startswith("documents/")]
    assert len(leading) == 3
    assert all((first.parent / one).is_file() for one in leading)
    others = page(first.parent / "others.html")
    assert "云溪县第4类事项管理办法" in others.text
    (ended,) = [one for one in others.links if one.startswith("documents/")]
    told = page(first.parent / ended).text
    assert "已废止" in told
    assert "2025年2月3日废止" in told


def test_a_title_is_never_taken_for_markup(catalogue: DayCatalogue, out: Path) -> None:
    first = write_site(catalogue, out / "目录")
    pages = [page(file) for file in first.parent.rglob("*.html")]
    assert not any("script" in one.tags for one in pages)
    assert any(TRICK in one.text for one in pages)


def test_nobody_of_the_office_stands_on_the_pages(catalogue: DayCatalogue, out: Path) -> None:
    first = write_site(catalogue, out / "目录")
    text = "".join(file.read_text(encoding="utf-8") for file in first.parent.rglob("*.html"))
    assert not any(name in text for name in ("许知禾", "顾明澈", "唐守正", str(out)))


def test_a_later_catalogue_takes_the_place_of_the_earlier_one(
    catalogue: DayCatalogue, out: Path
) -> None:
    folder = out / "目录"
    write_site(catalogue, folder)
    kept = {file.name for file in (folder / "documents").iterdir()}
    write_site(replace(catalogue, entries=catalogue.entries[:1]), folder)
    now = {file.name for file in (folder / "documents").iterdir()}
    # The page of a document keeps its name, so that links from outside stay good.
    assert len(now) == 1
    assert now <= kept
    assert [one.name for one in out.iterdir()] == ["目录"]


def test_a_folder_with_anything_else_is_left_alone(catalogue: DayCatalogue, out: Path) -> None:
    (out / "年终总结.docx").write_bytes(b"mine")
    with pytest.raises(CatalogueFolderTakenError):
        write_site(catalogue, out)
    assert [one.name for one in out.iterdir()] == ["年终总结.docx"]


def test_work_that_is_given_up_leaves_the_earlier_catalogue(
    catalogue: DayCatalogue, out: Path
) -> None:
    folder = out / "目录"
    write_site(catalogue, folder)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    def give_up(written: int, total: int) -> None:
        assert total == 6
        if written == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_site(replace(catalogue, made_date=date(2030, 1, 1)), folder, give_up)
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    assert [one.name for one in out.iterdir()] == ["目录"]


def test_a_place_that_cannot_be_written_is_named(catalogue: DayCatalogue, out: Path) -> None:
    (out / "占用").write_text("", encoding="utf-8")
    for target in (out / "占用" / "目录", out / "占用" / "目录.xlsx"):
        with pytest.raises((CatalogueNotWrittenError, CatalogueFolderTakenError)):
            write_catalogue(catalogue, target)


def test_excel_holds_both_lists_and_the_counts(catalogue: DayCatalogue, out: Path) -> None:
    file = write_catalogue(catalogue, out / "目录.xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(file.read_bytes()))
    assert book.sheet_names == ["现行有效", "尚未施行、已废止、已失效", "件数"]
    _, *in_force = book.get_sheet_by_name("现行有效").to_python()
    assert [row[8] for row in in_force] == ["有效", "有效，第八条停止执行", "有效"]
    _, ended = book.get_sheet_by_name("尚未施行、已废止、已失效").to_python()
    assert ended[9] == "2025年2月3日废止"


def test_word_and_pdf_list_what_is_in_force(catalogue: DayCatalogue, out: Path) -> None:
    word = write_catalogue(catalogue, out / "目录.docx")
    pdf = write_catalogue(catalogue, out / "目录.pdf")
    for words in (
        docx_words(word.read_bytes()),
        "".join(page_texts(pdf.read_bytes())).replace("\n", ""),
    ):
        assert "共3件" in words
        assert "第4类" not in words


def test_an_empty_register_has_an_empty_catalogue(out: Path) -> None:
    empty = read_catalogue(CatalogueFilter(TODAY), TODAY)
    first = write_site(empty, out / "目录")
    assert "没有现行有效的文件" in page(first).text
    assert (first.parent / MARK).is_file()
    assert write_catalogue(empty, out / "目录.xlsx").is_file()
