"""What a person should know of a file before it is added to a document, in Chinese words."""

from collections.abc import Sequence

from models.queries.document_rows import DocumentFacts
from models.queries.duplicates import SimilarRow
from resources.terms import name_of
from review.extraction.file_of_document import FileOfDocument
from ui.feedback.catalogue import words_of
from ui.parts.fidelity_words import how_words


def supplement_lines(
    file: FileOfDocument, holders: Sequence[SimilarRow], facts: DocumentFacts
) -> list[str]:
    """Say how the file was read, whether it names another document, and who holds it already."""
    lines = [_reading_words(file)]
    if file.names_another(facts.title, facts.document_number):
        named = "，".join(
            filter(None, (f"《{file.title}》" if file.title else "", file.document_number))
        )
        lines.append(f"请核对：文件中写的是{named}，与这条记录不同，请确认没有选错文件。")
    if any(row.id == facts.id for row in holders):
        lines.append("这条记录已经有同一个文件。")
    lines += [
        f"请核对：第 {row.id} 号文件《{row.title}》{row.number} 也有同一个文件。"
        for row in holders
        if row.id != facts.id
    ]
    return lines


def _reading_words(file: FileOfDocument) -> str:
    if file.refusal is not None:
        return f"没有读出文字，原件照样保存：{words_of(file.refusal).title}。"
    if file.fidelity is None:
        return ""
    return f"读取情况：{name_of(file.fidelity.grade)}（{how_words(file.fidelity)}）"
