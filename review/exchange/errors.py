"""Why a key or a package is not taken."""

from models.errors import FaultError, InputError


class CardUnreadableError(InputError):
    """The file is no office card, or it was altered."""

    code = "input.card_unreadable"
    facts = ("file_name",)


class KeyPasswordError(InputError):
    """The office's own key is locked with another password, or with none."""

    code = "input.key_password"


class OwnKeyDamagedError(FaultError):
    """The file of the office's own key cannot be read."""

    code = "machine.own_key_damaged"
    facts = ("file_name",)
