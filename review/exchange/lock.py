"""A package locked with a password: AES-256-GCM under a key that scrypt draws from it."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from review.exchange.errors import PackagePasswordError

MAGIC = b"NDPKG-LOCKED-1\n"
_SALT = 16
_NONCE = 12
_KEY = 32
# 32 MiB and a tenth of a second a try. They belong to the format: a file that named its own costs
# could make the reader pay any.
_COST, _BLOCK, _LANES = 2**15, 8, 1


def is_locked(content: bytes) -> bool:
    """Tell whether the bytes are a locked package."""
    return content.startswith(MAGIC)


def lock(content: bytes, password: str) -> bytes:
    """Return the content locked with the password."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = AESGCM(_key(password, salt)).encrypt(nonce, content, MAGIC)
    return MAGIC + salt + nonce + sealed


def unlock(content: bytes, password: str, file_name: str) -> bytes:
    """Return what was locked.

    Raises:
        PackagePasswordError: there is no password, it is another one, or a byte was altered.
    """
    body = content[len(MAGIC) :]
    salt, nonce, sealed = body[:_SALT], body[_SALT : _SALT + _NONCE], body[_SALT + _NONCE :]
    if not password or len(nonce) < _NONCE:
        raise PackagePasswordError(file_name=file_name)
    try:
        return AESGCM(_key(password, salt)).decrypt(nonce, sealed, MAGIC)
    except InvalidTag as error:
        raise PackagePasswordError(file_name=file_name) from error


def _key(password: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=_KEY, n=_COST, r=_BLOCK, p=_LANES).derive(password.encode())
