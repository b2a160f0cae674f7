"""Rows of a query as plain tuples, for acts that look at many at once."""

from collections.abc import Iterator
from typing import Any


def plain_rows(query: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any kind of select
    """Yield the selected columns of each row."""
    yield from query.tuples().iterator()
