"""Build small rich text files as different programs write Chinese."""


def code_page_bytes(text: str) -> str:
    """Write characters as bytes of the Chinese code page, two escapes each."""
    return "".join(
        letter if letter.isascii() else "".join(f"\\'{byte:02x}" for byte in letter.encode("gbk"))
        for letter in text
    )


def unicode_words(text: str) -> str:
    """Write characters as Unicode, each with its code page bytes for old programs."""
    return "\\uc2 " + "".join(
        letter
        if letter.isascii()
        else f"\\u{ord(letter) - (0x10000 if ord(letter) > 0x7FFF else 0)}{code_page_bytes(letter)}"
        for letter in text
    )


def rtf_bytes(text: str) -> bytes:
    """Return a file with a paragraph a line."""
    lines = "".join(f"{code_page_bytes(line)}\\par\n" for line in text.split("\n"))
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff0 {lines}}}".encode("ascii")
