"""The settings of the Word file: odd and even pages, Chinese line breaking, Word 15."""

from functools import cache

from lxml.etree import _Element as Element

from review.letters.break_table import CLOSING, OPENING
from review.letters.docx_elements import element

_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
)
_URI = "http://schemas.microsoft.com/office/word"


@cache
def settings_element() -> Element:
    """Return ``w:settings``."""
    modes = [
        element("compatSetting", {"name": name, "uri": _URI, "val": value})
        for name, value in _COMPATIBILITY
    ]
    return element(
        "settings",
        children=[
            element("zoom", {"percent": 100}),
            element("bordersDoNotSurroundHeader"),
            element("bordersDoNotSurroundFooter"),
            element("defaultTabStop", {"val": 420}),
            element("evenAndOddHeaders"),
            element("characterSpacingControl", {"val": "compressPunctuation"}),
            element("noLineBreaksAfter", {"lang": "zh-CN", "val": "".join(sorted(OPENING))}),
            element("noLineBreaksBefore", {"lang": "zh-CN", "val": "".join(sorted(CLOSING))}),
            element("compat", children=[element("doNotExpandShiftReturn"), *modes]),
            element("themeFontLang", {"val": "en-US", "eastAsia": "zh-CN"}),
            element("decimalSymbol", {"val": "."}),
            element("listSeparator", {"val": ","}),
        ],
    )
