"""Text as a Chinese input method types it in full width."""

_SHIFT = 0xFEE0


def full_width(text: str) -> str:
    """Return the text with each ASCII sign in its full-width form."""
    return "".join(chr(ord(sign) + _SHIFT) if "!" <= sign <= "~" else sign for sign in text)
