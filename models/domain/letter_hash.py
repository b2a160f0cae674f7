"""The hash by which the trail, the paper's code and the register know a letter's data."""

from collections.abc import Mapping
from hashlib import sha256

from models.domain.audit_chain import canonical_json


def letter_hash(kind: str, data: Mapping[str, object]) -> str:
    """Return the SHA-256 of kind and data in canonical JSON, as 64 hexadecimal digits."""
    return sha256(canonical_json({"kind": str(kind), "data": data}).encode()).hexdigest()
