"""The list of reviews (审查)."""

from ui.desk import Desk
from ui.pages.reviews.listing import REVIEWS
from ui.parts.list_page import ListPage, ListWords
from ui.widgets.filter_chips import Filter

_WORDS = ListWords(
    name="reviews",
    title="审查",
    record="审查件",
    filters=(Filter("state", "状态"), Filter("reviewer", "审查员")),
    hint="文件名称或者发文字号",
    nothing_yet=("还没有审查件", "备案登记以后，在备案件页面启动审查。", "打开备案"),
    record_page="review",
    helping_page="filings",
)


class ReviewsPage(ListPage):
    """All reviews; one is opened from the filing it belongs to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _WORDS, REVIEWS)
