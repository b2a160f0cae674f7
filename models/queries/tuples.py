"""Run a query for plain tuples: typed rows are built from them, no table object leaves models."""

from collections.abc import Iterator
from typing import Any


def tuples_of(query: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any kind of select
    """Yield the rows of a query as tuples; what they hold is known where the query is written."""
    yield from query.tuples().iterator()
