"""Write a package: a signed bag in one zip, locked where a password is given."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from models.domain.exchange_records import PackageContent
from review.exchange.bag import PAYLOAD, RECORD, signed_bag
from review.exchange.lock import lock

PACKAGE_SUFFIX = ".ndpkg"


def write_package(
    content: PackageContent, files: Mapping[str, bytes], key: Ed25519PrivateKey, password: str = ""
) -> bytes:
    """Return the bytes of a package with these files, by their places in the payload."""
    record = msgspec.json.format(msgspec.json.encode(content, order="deterministic"), indent=1)
    payload = {RECORD: record, **{PAYLOAD + path: files[path] for path in sorted(files)}}
    zipped = _zipped(content, signed_bag(payload, _info(content), key))
    return lock(zipped, password) if password else zipped


def _info(content: PackageContent) -> dict[str, str]:
    head = content.head
    return {
        "Source-Organization": head.sender.office_name,
        "External-Identifier": head.package_id,
        "Bagging-Date": head.created_at.astimezone(UTC).date().isoformat(),
        "NormDesk-Recipient": head.recipient.office_name,
        "NormDesk-Kind": head.kind,
        "NormDesk-Schema-Version": str(content.schema_version),
    }


def _zipped(content: PackageContent, bag: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    moment = content.head.created_at.astimezone(UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in bag.items():
            member = zipfile.ZipInfo(f"{content.head.package_id}/{name}", moment)
            member.external_attr = 0o100600 << 16
            archive.writestr(member, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()
