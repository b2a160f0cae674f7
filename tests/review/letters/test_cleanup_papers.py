"""The papers of a cleanup: totals come from the rows, lists without rows are not there."""

from dataclasses import replace

from review.letters.compose import compose
from review.letters.kinds.cleanup import CleanupDecision, CleanupOpinionSheet
from review.letters.letter_model import Annex, AttachmentNote, Heading, Paragraph, Table
from review.letters.sample_letters import sample_letter


def decision() -> CleanupDecision:
    found = sample_letter("cleanup_decision")
    assert isinstance(found, CleanupDecision)
    return found


def words_of(letter: CleanupDecision | CleanupOpinionSheet) -> str:
    return "".join(
        block.text for block in compose(letter).blocks if isinstance(block, Paragraph | Heading)
    )


def test_the_totals_are_counted_from_the_rows() -> None:
    whole = decision()
    assert "共涉及22件，其中保留14件，修改3件，废止3件，宣布失效2件。" in words_of(whole)
    # When a row is taken out of one list
    first, *rest = whole.lists
    shorter = replace(whole, lists=(replace(first, documents=first.documents[1:]), *rest))
    # Then the text says so everywhere
    assert "共涉及21件，其中保留13件，" in words_of(shorter)
    assert "附件1（共13件）" in words_of(shorter)


def test_each_opinion_that_any_document_got_has_its_annex_in_order() -> None:
    whole = decision()
    two = replace(whole, lists=(whole.lists[1], whole.lists[3]))
    blocks = compose(two).blocks
    assert [block.label for block in blocks if isinstance(block, Annex)] == ["附件1", "附件2"]
    assert all(block.is_landscape for block in blocks if isinstance(block, Annex))
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [3, 2]
    (note,) = (block for block in blocks if isinstance(block, AttachmentNote))
    assert note.items == ("附件：1．修改的行政规范性文件目录", "2．宣布失效的行政规范性文件目录")


def test_a_single_annex_has_no_number() -> None:
    whole = decision()
    blocks = compose(replace(whole, lists=whole.lists[:1])).blocks
    assert [block.label for block in blocks if isinstance(block, Annex)] == ["附件"]
    assert AttachmentNote(("附件：保留的行政规范性文件目录",)) in blocks
    assert "附件1" not in words_of(replace(whole, lists=whole.lists[:1]))


def test_documents_that_no_list_names_end_only_where_the_decision_says_so() -> None:
    clause = "没有列入本决定附件的行政规范性文件"
    assert clause in words_of(decision())
    assert clause not in words_of(replace(decision(), ends_unlisted=False))


def test_a_sheet_without_dates_or_conflicts_says_so() -> None:
    sheet = sample_letter("cleanup_opinion_sheet")
    assert isinstance(sheet, CleanupOpinionSheet)
    empty = replace(sheet, published_date=None, expiry_date=None, conflicts=(), unified_number="")
    (table,) = (block for block in compose(empty).blocks if isinstance(block, Table))
    cells = [cell.text for row in table.rows for cell in row]
    assert {"没有公布", "没有规定有效期", "没有发现", "无"} <= set(cells)
