"""What the register says of a document that the result of a cleanup keeps or ends."""

from resources.terms import sentence_in

_TABLE = "CleanupResultReason"


def listed_reason(name: str, body: str, number: str) -> str:
    """Return the reason for what a result names: which cleanup, who decided, by which number."""
    return _reason("listed", name, body, number)


def unlisted_reason(name: str, body: str, number: str) -> str:
    """Return the reason for what ends because no list names it."""
    return _reason("unlisted", name, body, number)


def _reason(kind: str, name: str, body: str, number: str) -> str:
    key = f"{kind}_numbered" if number else kind
    return sentence_in(_TABLE, key, name=name, body=body, number=number)
