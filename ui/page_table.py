"""The pages of the window as one table; a page's module is loaded at its first visit."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from models.domain.roles import Role
from ui.desk import Desk
from ui.page import Page

EVERYONE = frozenset(Role)
REGISTRY = frozenset({Role.CLERK, Role.HEAD})
REVIEWERS = frozenset({Role.REVIEWER, Role.HEAD})


@dataclass(frozen=True)
class PageEntry:
    """One page: its words, its drawing, where its code stands and whom it serves.

    A page with a ``parent`` is a record page: not in the navigation, with a breadcrumb and Esc
    back. ``letters`` are the initials of the title's pinyin, for the search box.
    """

    id: str
    title: str
    letters: str
    icon: str
    module: str
    factory: str
    roles: frozenset[Role] = EVERYONE
    parent: str | None = None


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "工作台", "gzt", "overview", "ui.pages.overview.page", "OverviewPage"),
    PageEntry(
        "documents",
        "文件登记",
        "wjdj",
        "document",
        "ui.pages.documents.page",
        "DocumentsPage",
    ),
    PageEntry("filings", "备案", "ba", "filing", "ui.pages.filings.page", "FilingsPage"),
    PageEntry("reviews", "审查", "sc", "review", "ui.pages.reviews.page", "ReviewsPage"),
    PageEntry("validity", "有效期", "yxq", "calendar", "ui.pages.validity.page", "ValidityPage"),
    PageEntry("cleanups", "清理", "ql", "cleanup", "ui.pages.cleanups.page", "CleanupsPage"),
    PageEntry("letters", "文书", "ws", "letter", "ui.pages.letters.page", "LettersPage"),
    PageEntry("figures", "统计", "tj", "figures", "ui.pages.figures.page", "FiguresPage"),
    PageEntry("settings", "设置", "sz", "settings", "ui.pages.settings.page", "SettingsPage"),
    PageEntry(
        "registration",
        "登记表",
        "djb",
        "document",
        "ui.pages.registration.page",
        "RegistrationPage",
        roles=REGISTRY,
        parent="documents",
    ),
    PageEntry(
        "document",
        "文件",
        "wj",
        "document",
        "ui.pages.document.page",
        "DocumentRecordPage",
        parent="documents",
    ),
    PageEntry(
        "filing",
        "备案件",
        "baj",
        "filing",
        "ui.pages.filing.page",
        "FilingRecordPage",
        parent="filings",
    ),
    PageEntry(
        "intake",
        "收件登记",
        "sjdj",
        "filing",
        "ui.pages.intake.page",
        "IntakePage",
        roles=REGISTRY,
        parent="filings",
    ),
    PageEntry(
        "review",
        "审查件",
        "scj",
        "review",
        "ui.pages.review.page",
        "ReviewDeskPage",
        parent="reviews",
    ),
    PageEntry(
        "cleanup",
        "清理工作",
        "qlgz",
        "cleanup",
        "ui.pages.cleanup.page",
        "CleanupPage",
        parent="cleanups",
    ),
    PageEntry(
        "letter",
        "文书预览",
        "wsyl",
        "letter",
        "ui.pages.letter.page",
        "LetterPage",
        parent="letters",
    ),
    PageEntry(
        "letter_batch",
        "成批出具文书",
        "cpcjws",
        "letter",
        "ui.pages.letter_batch.page",
        "LetterBatchPage",
        parent="letters",
    ),
    PageEntry(
        "sheet",
        "打印材料",
        "dycl",
        "print",
        "ui.pages.sheet.page",
        "SheetPage",
        parent="documents",
    ),
    PageEntry(
        "templates",
        "文书模板",
        "wsmb",
        "edit",
        "ui.pages.templates.page",
        "TemplatesPage",
        parent="letters",
    ),
    PageEntry(
        "folder_import",
        "导入文件夹",
        "drwjj",
        "folder",
        "ui.pages.folder_import.page",
        "FolderImportPage",
        roles=REGISTRY,
        parent="documents",
    ),
    PageEntry(
        "omissions",
        "漏报核查",
        "lbhc",
        "search",
        "ui.pages.omissions.page",
        "OmissionsPage",
        parent="documents",
    ),
    PageEntry(
        "omission",
        "核查清单",
        "hcqd",
        "search",
        "ui.pages.omission.page",
        "OmissionPage",
        parent="omissions",
    ),
    PageEntry(
        "ledger_import",
        "导入台账",
        "drtz",
        "folder",
        "ui.pages.ledger_import.page",
        "LedgerImportPage",
        roles=REGISTRY,
        parent="documents",
    ),
    PageEntry(
        "catalogue",
        "文件目录",
        "wjml",
        "pages",
        "ui.pages.catalogue.page",
        "CataloguePage",
        parent="validity",
    ),
    PageEntry(
        "evaluations",
        "后评估",
        "hpg",
        "scales",
        "ui.pages.evaluations.page",
        "EvaluationsPage",
        parent="documents",
    ),
    PageEntry(
        "evaluation",
        "后评估件",
        "hpgj",
        "scales",
        "ui.pages.evaluation.page",
        "EvaluationRecordPage",
        parent="evaluations",
    ),
    PageEntry(
        "outgoing",
        "发文登记",
        "fwdj",
        "letter",
        "ui.pages.outgoing.page",
        "OutgoingPage",
        parent="letters",
    ),
    PageEntry(
        "verification",
        "核验文书",
        "hyws",
        "check",
        "ui.pages.verification.page",
        "VerificationPage",
        parent="letters",
    ),
    PageEntry(
        "law_changes",
        "依据变动",
        "yjbd",
        "scales",
        "ui.pages.law_changes.page",
        "LawChangesPage",
        parent="reviews",
    ),
    PageEntry(
        "ledger",
        "号码台账",
        "hmtz",
        "number",
        "ui.pages.ledger.page",
        "LedgerPage",
        parent="documents",
    ),
)


def entry_of(page_id: str) -> PageEntry:
    """Return the table's line for a page."""
    return next(entry for entry in PAGES if entry.id == page_id)


def build(entry: PageEntry, desk: Desk) -> Page:
    """Load the page's module and make the page."""
    factory: Callable[[Desk], Page] = getattr(import_module(entry.module), entry.factory)
    return factory(desk)


def first_of(entry: PageEntry) -> PageEntry:
    """Return the page of the navigation under which a page stands; a record may stand two below."""
    while entry.parent is not None:
        entry = entry_of(entry.parent)
    return entry
