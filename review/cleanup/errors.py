"""Refusals of what is read for a cleanup."""

from review.errors import ReadingError


class ResultLineError(ReadingError):
    """A line of a file of results is no result of a cleanup."""

    code = "cleanup.result_line"
    facts = ("file_name", "line")
