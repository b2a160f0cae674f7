"""A fidelity report in Chinese words, for pages and the command line."""

from resources.terms import name_in, name_of
from review.reading.fidelity import FidelityLine, FidelityReport, ReadingGrade


def how_words(fidelity: FidelityReport) -> str:
    """Say how the file was read and how much was found in it."""
    contents = fidelity.contents
    counted = (("页", contents.pages), ("段", contents.paragraphs), ("个表格", contents.tables))
    found = "、".join(f"{count} {unit}" for unit, count in counted if count)
    how = f"{fidelity.format.value}，{name_of(fidelity.method)}"
    return f"{how}，{found}" if found else how


def count_words(fidelity: FidelityReport) -> str:
    """Say how many matters a person should look at, and how many are only told."""
    told = sum(1 for line in fidelity.lines if line.severity is ReadingGrade.COMPLETE)
    graver = len(fidelity.lines) - told
    parts = (f"{graver} 处要看" if graver else "", f"{told} 条说明" if told else "")
    return "，".join(part for part in parts if part) or "没有要看的地方"


def severity_words(line: FidelityLine) -> str:
    """Say how grave a matter is; what takes nothing from the reading is only told."""
    return name_in("FidelitySeverity", line.severity.value)
