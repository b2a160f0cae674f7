"""The office's own key pair: made at first use, kept in the register's folder, never sent."""

import os
import stat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from review.exchange.errors import KeyPasswordError, OwnKeyDamagedError

KEY_FOLDER = "keys"
KEY_FILE = "office.key"


def own_key(register_folder: Path, password: str = "") -> Ed25519PrivateKey:
    """Return the private key of the office, made now where there is none.

    Raises:
        KeyPasswordError: it is locked with another password.
        OwnKeyDamagedError: its file is no key, or cannot be read or written.
    """
    file = register_folder / KEY_FOLDER / KEY_FILE
    try:
        if not file.exists():
            _write(file, Ed25519PrivateKey.generate(), password)
        return _read(file, password)
    except OSError as error:
        raise OwnKeyDamagedError(file_name=str(file)) from error


def lock_own_key(register_folder: Path, password: str, old_password: str = "") -> None:
    """Lock the private key with a new password; an empty one leaves it unlocked.

    Raises:
        KeyPasswordError: the old password is another one.
        OwnKeyDamagedError: its file is no key, or cannot be read or written.
    """
    key = own_key(register_folder, old_password)
    file = register_folder / KEY_FOLDER / KEY_FILE
    try:
        _write(file, key, password)
    except OSError as error:
        raise OwnKeyDamagedError(file_name=str(file)) from error


def public_key_of(key: Ed25519PrivateKey) -> str:
    """Return the public key as 64 hex digits."""
    return key.public_key().public_bytes_raw().hex()


def _read(file: Path, password: str) -> Ed25519PrivateKey:
    content = file.read_bytes()
    is_locked = b"ENCRYPTED" in content
    if is_locked and not password:
        raise KeyPasswordError
    try:
        key = load_pem_private_key(content, password.encode() if is_locked else None)
    except ValueError as error:
        if is_locked:
            raise KeyPasswordError from error
        raise OwnKeyDamagedError(file_name=str(file)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise OwnKeyDamagedError(file_name=str(file))
    return key


def _write(file: Path, key: Ed25519PrivateKey, password: str) -> None:
    lock: KeySerializationEncryption = NoEncryption()
    if password:
        lock = BestAvailableEncryption(password.encode())
    content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    file.parent.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    # Readable by its owner alone from its first byte on; Windows takes the folder's rights.
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
