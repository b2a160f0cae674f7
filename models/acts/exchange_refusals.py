"""Why an act of the exchange with other offices is refused."""

from models.errors import InputError, RuleError


class FingerprintDiffersError(InputError):
    """The digits a person typed are not the fingerprint of the key."""

    code = "input.fingerprint_differs"
    facts = ("office_name",)


class SenderTrustedError(RuleError):
    """The key is trusted already."""

    code = "exchange.sender_trusted"
    facts = ("office_name", "trusted_date")


class SenderDistrustedError(RuleError):
    """The sender is no longer trusted."""

    code = "exchange.sender_distrusted"
    facts = ("office_name", "distrusted_reason")
