"""Examine a file for a form, in the paper lane: told how far it has come, stopped when asked."""

from pathlib import Path

from review.extraction.examination import ExaminedFile, examine_text
from review.reading.reader import read_file
from ui.tasks.ticket import Ticket

STEPS = 3


def examine_paper(ticket: Ticket, path: Path) -> ExaminedFile:
    """Read a file and find in it what a form is filled with; one step is left to the page.

    Raises:
        ReadingError: it cannot be read, or the person asked to stop.
        CancelledError: the person asked to stop.
    """
    ticket.report("正在读取正文", 0, STEPS)
    read = read_file(path, cancelled=ticket.stopped)
    ticket.report("正在查找各栏内容", 1, STEPS)
    return examine_text(read, cancelled=ticket.stopped)
