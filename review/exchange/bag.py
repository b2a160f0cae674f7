"""The bag inside a package: BagIt (RFC 8493) with SHA-512, signed by the sending office."""

import hashlib
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from review.exchange.errors import (
    PackageAlteredError,
    PackageFilesError,
    PackageUnsignedError,
    SignatureWrongError,
)
from review.exchange.own_key import public_key_of

PAYLOAD = "data/"
RECORD = "data/record.json"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha512.txt"
SIGNATURE = "signature-ed25519.txt"
_TAG_FILES = (DECLARATION, INFO, MANIFEST)
_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

Files = Mapping[str, bytes]


def signed_bag(payload: Files, info: Mapping[str, str], key: Ed25519PrivateKey) -> dict[str, bytes]:
    """Return the files of a bag by their names: payload, tag files and the signature over them."""
    octets = sum(map(len, payload.values()))
    described = {**info, "Payload-Oxum": f"{octets}.{len(payload)}"}
    bag = {
        DECLARATION: _DECLARED,
        INFO: "".join(f"{name}: {' '.join(v.split())}\n" for name, v in described.items()).encode(),
        MANIFEST: _manifest(payload),
    }
    bag[TAG_MANIFEST] = _manifest(bag)
    signature = key.sign(bag[TAG_MANIFEST])
    bag[SIGNATURE] = f"{public_key_of(key)}\n{signature.hex()}\n".encode()
    return {**bag, **payload}


def check_bag(bag: Files, file_name: str) -> str:
    """Check every byte of a bag against its signature; return the key that signed it.

    Raises:
        PackageUnsignedError: there is no signature that could be read.
        SignatureWrongError: it is not the signature of this bag.
        PackageFilesError: a file is missing, or one is there that nobody signed.
        PackageAlteredError: a file is not the one that was signed.
    """
    if TAG_MANIFEST not in bag or SIGNATURE not in bag:
        raise PackageUnsignedError(file_name=file_name)
    public_key = _checked_signature(bag, file_name)
    signed = _sums(bag[TAG_MANIFEST], file_name)
    if set(signed) != set(_TAG_FILES):
        raise PackageFilesError(file_name=file_name, part=TAG_MANIFEST)
    _check_sums(bag, signed, file_name)
    if bag[DECLARATION] != _DECLARED:
        raise PackageAlteredError(file_name=file_name, part=DECLARATION)
    payload = _sums(bag[MANIFEST], file_name)
    _check_sums(bag, payload, file_name)
    known = {*payload, *_TAG_FILES, TAG_MANIFEST, SIGNATURE}
    for name in (*sorted(set(bag) - known), *(n for n in payload if not n.startswith(PAYLOAD))):
        raise PackageFilesError(file_name=file_name, part=name)
    return public_key


def _manifest(files: Files) -> bytes:
    lines = (f"{hashlib.sha512(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _checked_signature(bag: Files, file_name: str) -> str:
    try:
        public_key, signature = bag[SIGNATURE].decode("ascii").split()
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), bag[TAG_MANIFEST])
    except ValueError as error:
        raise PackageUnsignedError(file_name=file_name) from error
    except InvalidSignature as error:
        raise SignatureWrongError(file_name=file_name) from error
    return public_key.lower()


def _sums(manifest: bytes, file_name: str) -> dict[str, str]:
    sums: dict[str, str] = {}
    try:
        for line in manifest.decode("utf-8").splitlines():
            digest, name = line.split("  ", 1)
            if name in sums:
                raise PackageFilesError(file_name=file_name, part=name)
            sums[name] = digest
    except ValueError as error:
        raise PackageAlteredError(file_name=file_name, part=MANIFEST) from error
    return sums


def _check_sums(bag: Files, sums: Mapping[str, str], file_name: str) -> None:
    for name, digest in sums.items():
        if name not in bag:
            raise PackageFilesError(file_name=file_name, part=name)
        if hashlib.sha512(bag[name]).hexdigest() != digest:
            raise PackageAlteredError(file_name=file_name, part=name)
