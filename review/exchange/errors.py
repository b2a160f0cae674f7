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


class NotAPackageError(InputError):
    """The file is no package at all, or was cut short."""

    code = "package.not_a_package"
    facts = ("file_name",)


class PackageUnsignedError(InputError):
    """Nobody signed the package."""

    code = "package.unsigned"
    facts = ("file_name",)


class SignatureWrongError(InputError):
    """The signature is not that of this package."""

    code = "package.signature_wrong"
    facts = ("file_name",)


class PackageFilesError(InputError):
    """A file of the package is missing, or one is there that nobody signed."""

    code = "package.files"
    facts = ("file_name", "part")


class PackageAlteredError(InputError):
    """A file of the package is not the one that was signed."""

    code = "package.altered"
    facts = ("file_name", "part")


class PackagePasswordError(InputError):
    """The package is locked with another password, or was altered."""

    code = "package.password"
    facts = ("file_name",)


class PackageNewerError(InputError):
    """A newer program wrote the package."""

    code = "package.newer"
    facts = ("file_name", "found", "known")


class PackageUnreadableError(InputError):
    """The package is signed, but does not say what a package must say."""

    code = "package.unreadable"
    facts = ("file_name", "detail")


class RecipientUnknownError(InputError):
    """No trusted office has this name or number."""

    code = "package.recipient_unknown"
    facts = ("name", "known")
