"""Names of laws as keys: what is written differently and means the same law is one key."""

import re
import unicodedata

_STATE = "中华人民共和国"
_SHAPES = str.maketrans({"〔": "(", "〕": ")", "［": "(", "］": ")", "〈": "<", "〉": ">"})
_MARKS = "《》<>\"'“”‘’"


def law_key(name: str) -> str:
    """Fold what does not tell laws apart: width, blanks, marks, and the name of the state in front.

    The constitution and what is called after the state alone keep it.
    """
    folded = unicodedata.normalize("NFKC", name).translate(_SHAPES)
    key = re.sub(r"\s+", "", folded).strip(_MARKS)
    rest = key.removeprefix(_STATE)
    return rest or key
