"""A fidelity report in Chinese words, for pages and the command line."""

from resources.terms import name_in, name_of
from review.reading.fidelity import FidelityLine, FidelityReport


def how_words(fidelity: FidelityReport) -> str:
    """Say how the file was read and how much was found in it."""
    contents = fidelity.contents
    counted = (("页", contents.pages), ("段", contents.paragraphs), ("个表格", contents.tables))
    found = "、".join(f"{count} {unit}" for unit, count in counted if count)
    how = f"{fidelity.format.value}，{name_of(fidelity.method)}"
    return f"{how}，{found}" if found else how


def severity_words(line: FidelityLine) -> str:
    """Say how grave a matter is; what takes nothing from the reading is only told."""
    return name_in("FidelitySeverity", line.severity.value)
