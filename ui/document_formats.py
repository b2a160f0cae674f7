"""The files that the program reads as documents, as dialogs and commands name them."""

DOCUMENT_FILE = "公文文件：docx、doc、wps、pdf、ofd、rtf、html、txt"
_NAMES = "*.docx *.docm *.doc *.wps *.pdf *.ofd *.rtf *.html *.htm *.mht *.txt"
DOCUMENT_PATTERNS = f"公文文件 ({_NAMES});;所有文件 (*)"
