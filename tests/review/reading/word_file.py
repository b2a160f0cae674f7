"""Build small Word files from raw WordprocessingML, so that every part of them is known."""

import io
import zipfile
from pathlib import Path

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def word(element: str, content: str) -> str:
    """Return one part's XML with the name spaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{element} {_NAMES}>{content}</w:{element}>'


def run(text: str, properties: str = "") -> str:
    """Return one run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Return one paragraph of runs or other inline elements."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def word_bytes(body: str, **parts: str) -> bytes:
    """Return a docx whose body is given; further parts go under word/ by their name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/document.xml", word("document", f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def write_word(path: Path, body: str, **parts: str) -> Path:
    """Write such a file and return its path."""
    path.write_bytes(word_bytes(body, **parts))
    return path
