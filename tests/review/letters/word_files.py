"""Reads Word files back: order of elements, faces of runs, relations, space between paragraphs."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl"
STANDARD_ORDER = {
    "document": "background body",
    "body": "p tbl sectPr",
    "p": "pPr r",
    "r": "rPr t",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
        " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
        " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "pBdr": "top left bottom right between bar",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    ),
    "tblBorders": BORDERS,
    "tcBorders": BORDERS,
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark"
    ),
    "tbl": "tblPr tblGrid tr",
    "tblGrid": "gridCol",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation mirrorMargins"
        " bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop autoHyphenation"
        " evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat"
        " rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator"
    ),
    "styles": "docDefaults latentStyles style",
    "style": "name aliases basedOn next link uiPriority qFormat locked pPr rPr tblPr",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "pic": "nvPicPr blipFill spPr",
}
UNORDERED = {
    "body": ("p", "tbl"),
    "p": ("r",),
    "r": ("t", "br", "tab", "drawing", "fldChar", "instrText"),
}
"""Children that may follow each other as they like, after those with a place."""

ORDERS = {name: order.split() for name, order in STANDARD_ORDER.items()}
SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")


def parts_of(docx: bytes) -> dict[str, Element]:
    """Return the XML parts of a Word file by name."""
    with ZipFile(BytesIO(docx)) as package:
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


def body_of(docx: bytes) -> list[Element]:
    """Return the children of the body."""
    return list(parts_of(docx)["word/document.xml"][0])


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def words_of(element: Element) -> str:
    """Return the text of an element."""
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def own(paragraph: Element, name: str) -> dict[str, str] | None:
    """Return the attributes of a property that a paragraph has itself; None where it has none."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}")
    return None if found is None else {local_key(key): str(text) for key, text in found.items()}


def local_key(key: object) -> str:
    """Return the name of an attribute without its namespace."""
    return etree.QName(str(key)).localname


def paragraph_with(docx: bytes, words: str) -> Element:
    """Return the first paragraph of the body, of a table too, that says these words."""
    body = parts_of(docx)["word/document.xml"]
    return next(found for found in body.iter(qn("w:p")) if words in words_of(found))


def style_of(docx: bytes, paragraph: Element) -> Element:
    """Return the style of a paragraph."""
    return styles_of(docx)[(own(paragraph, "pStyle") or {})["val"]]


def styles_of(docx: bytes) -> dict[str, Element]:
    """Return the styles of a file by id."""
    styles = parts_of(docx)["word/styles.xml"].iter(qn("w:style"))
    return {str(style.get(qn("w:styleId"))): style for style in styles}


def name_of(style: Element) -> str:
    """Return the Chinese name of a style: its second name where the first is a fixed one."""
    names = style.find(qn("w:aliases"))
    names = style.find(qn("w:name")) if names is None else names
    assert names is not None
    return str(names.get(qn("w:val")))


def misplaced(root: Element) -> list[str]:
    """Return the elements whose children stand in another order than the standard's."""
    return [
        etree.tostring(element, encoding="unicode")[:400]
        for element in root.iter(etree.Element)
        if local(element) in ORDERS and not _is_in_order(element)
    ]


def _is_in_order(element: Element) -> bool:
    name = local(element)
    free = UNORDERED.get(name, ())
    order = [*(other for other in ORDERS[name] if other not in free), *free]
    children = [local(child) for child in element]
    if any(child not in order for child in children):
        return False
    if name == "body":
        return children[-1:] == ["sectPr"] and "sectPr" not in children[:-1]
    places = [min(order.index(child), len(order) - len(free)) for child in children]
    return places == sorted(places)


def faces_of_runs(docx: bytes) -> Iterator[tuple[str, set[str]]]:
    """Yield for each run its words and the faces it has in the four slots, after its styles."""
    parts, styles = parts_of(docx), styles_of(docx)
    for name, part in parts.items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for run in part.iter(qn("w:r")):
            paragraph = next(run.iterancestors(qn("w:p")))
            own_style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            chain = [styles[(own(paragraph, "pStyle") or {})["val"]]]
            chain += [styles[str(own_style.get(qn("w:val")))]] if own_style is not None else []
            faces: dict[str, str] = {}
            for element in [*chain, run]:
                fonts = element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
                faces |= _slots(fonts) if fonts is not None else {}
            yield words_of(run), {faces.get(slot, "") for slot in SLOTS}


def _slots(fonts: Element) -> dict[str, str]:
    found = {slot: fonts.get(qn(f"w:{slot}")) for slot in SLOTS}
    return {slot: name for slot, name in found.items() if name}


def broken_relations(docx: bytes) -> list[str]:
    """Return what the parts of a file point to in vain, and parts that nothing points to."""
    with ZipFile(BytesIO(docx)) as package:
        names = set(package.namelist())
    parts = parts_of(docx)
    reached = {"[Content_Types].xml"} | {name for name in names if name.endswith(".rels")}
    broken: list[str] = []
    for name in names:
        if not name.endswith(".rels"):
            continue
        folder = dirname(dirname(name))
        known = {str(relation.get("Id")): str(relation.get("Target")) for relation in parts[name]}
        targets = {normpath(join(folder, target)) for target in known.values()}
        reached |= targets
        broken += sorted(targets - names)
        source = join(folder, name.rsplit("/", 1)[1].removesuffix(".rels"))
        broken += [used for used in _used(parts.get(source)) if used not in known]
    types = {str(kind.get("PartName")).lstrip("/") for kind in parts["[Content_Types].xml"]}
    untyped = {name for name in names if name.startswith("word/") and name.endswith(".xml")} - types
    return [*broken, *sorted(names - reached), *sorted(untyped)]


def _used(part: Element | None) -> list[str]:
    if part is None:
        return []
    keys = (qn("r:id"), qn("r:embed"))
    return [
        str(element.get(key))
        for element in part.iter(etree.Element)
        for key in keys
        if element.get(key)
    ]
