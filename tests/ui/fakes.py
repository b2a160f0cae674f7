"""People, rows and pages that exist only in tests of the frame."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from models.domain.roles import Role
from models.profiles import load_profile
from models.queries.office import PersonRow
from models.settings import Office
from ui.desk import Desk, Route
from ui.page import Page
from ui.page_table import PageEntry
from ui.widgets.empty_state import EmptyState
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.tokens import Tone
from ui.workplace import Staff

HEAD = PersonRow(1, "zhoumin", "周敏", is_active=True, roles=frozenset({Role.CLERK, Role.HEAD}))
REVIEWER = PersonRow(2, "hechuan", "何川", is_active=True, roles=frozenset({Role.REVIEWER}))
PEOPLE = (HEAD, REVIEWER)
STAFF = Staff(Office("云溪县司法局", "national"), load_profile("national"), PEOPLE)

_KINDS = ("办法", "通告", "试行办法", "通知", "规定")
_STATES = (
    ("已登记", Tone.OK),
    ("待编号", Tone.WAIT),
    ("超过期限", Tone.LATE),
    ("已废止", Tone.GONE),
    ("征求意见", Tone.PLAIN),
)


@dataclass(frozen=True)
class FakeRow:
    """One row of a register that was never kept."""

    id: int
    number: str
    title: str
    adopted_date: date
    state: str
    tone: Tone


@dataclass
class FakeRegister:
    """A source of many rows that counts what it is asked."""

    size: int
    asked: list[tuple[Order, object]] = field(default_factory=list)
    pages: int = 0

    def ids(self, order: Order, narrow: object) -> Sequence[int]:
        """Return all ids, or the even ones when narrowed."""
        self.asked.append((order, narrow))
        numbers = range(2 if narrow else 1, self.size + 1, 2 if narrow else 1)
        return array("q", reversed(numbers) if order.is_descending else numbers)

    def rows(self, ids: Sequence[int]) -> Sequence[FakeRow]:
        """Make up the rows of these ids."""
        self.pages += 1
        return [row(number) for number in ids]


def row(number: int) -> FakeRow:
    """Make up one row."""
    kind = _KINDS[number % len(_KINDS)]
    long = (
        "关于进一步加强农村公路养护管理和路产路权保护工作的实施" if number % 3 == 0 else "物业管理"
    )
    state, tone = _STATES[number % len(_STATES)]
    return FakeRow(
        number,
        f"云政规〔{2010 + number % 17}〕{number}号",
        f"云溪县{long}{kind}",
        date(2010, 1, 4) + timedelta(days=number % 6000),
        state,
        tone,
    )


COLUMNS: tuple[Column[FakeRow], ...] = (
    Column("number", "发文字号", 190, lambda row: row.number),
    Column("title", "标题", 330, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("adopted_date", "成文日期", 110, lambda row: row.adopted_date.isoformat(), Side.RIGHT),
    Column(
        "state", "状态", 130, lambda row: row.state, shape=Shape.PLATE, tone=lambda row: row.tone
    ),
    Column("id", "序号", 90, lambda row: str(row.id), Side.RIGHT),
)


def at_once(work: Callable[[], Any], done: Callable[[Any], None]) -> None:
    """Do the work here and now."""
    done(work())


class FakeListPage(Page):
    """A list of many rows, as a page would build it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.source = FakeRegister(100_000)
        model = PagedTableModel(COLUMNS, self.source, self._fetch, None)
        self.table = TableView(
            model, "文件", EmptyState("还没有文件", "登记第一件文件后显示在这里。")
        )
        self.table.opened.connect(self._open)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        self.routes: list[Route] = []
        self.refreshed = 0
        self.is_dirty = False
        self.saved = 0
        self.offers = {"file.save": self._save}
        model.ask()

    def open(self, route: Route) -> None:
        """Remember the call."""
        self.routes.append(route)

    def refresh(self) -> None:
        """Count the call."""
        self.refreshed += 1

    def may_leave(self) -> bool:
        """Stay while there is something unsaved."""
        return not self.is_dirty

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.desk.runner.store.run(work, owner=self, done=done)

    def _open(self, record_id: int) -> None:
        self.desk.navigate(Route("document", record_id))

    def _save(self) -> None:
        self.saved += 1


class FakeRecordPage(Page):
    """A record's page that says its name to the breadcrumb."""

    def open(self, route: Route) -> None:
        """Name the record."""
        self.crumb_changed.emit(f"第 {route.record_id} 件")


def build_fake_page(entry: PageEntry, desk: Desk) -> Page:
    """Make a list for pages of the navigation, a record page for the others."""
    return FakeListPage(desk) if entry.parent is None else FakeRecordPage(desk)
