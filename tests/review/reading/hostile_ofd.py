"""OFD files built to harm or to deceive: read or refused, but never slow."""

from tests.review.reading.ofd_file import (
    document_xml,
    entry_xml,
    ofd_parts,
    package,
    page_xml,
    text_object,
    xml,
)

LINE = text_object("正文内容。", 30, 40)


def units(*contents: str) -> str:
    """Return a resource with units numbered from one."""
    listed = "".join(
        f'<ofd:CompositeGraphicUnit ID="{number}"><ofd:Content>{content}</ofd:Content>'
        "</ofd:CompositeGraphicUnit>"
        for number, content in enumerate(contents, start=1)
    )
    return xml("Res", f"<ofd:CompositeGraphicUnits>{listed}</ofd:CompositeGraphicUnits>")


def with_units(*contents: str) -> bytes:
    parts = ofd_parts(
        LINE + '<ofd:CompositeObject ResourceID="1"/>',
        common="<ofd:DocumentRes>Res.xml</ofd:DocumentRes>",
    )
    return package(parts | {"Doc_0/Res.xml": units(*contents)})


def unit_in_itself() -> bytes:
    return with_units('<ofd:CompositeObject ResourceID="1"/>' * 2)


def units_that_multiply() -> bytes:
    return with_units(
        *(f'<ofd:CompositeObject ResourceID="{number}"/>' * 10 for number in range(2, 12)), LINE
    )


def huge_repeat_of_steps() -> bytes:
    return package(ofd_parts(text_object("正文", 30, 40, deltas="g 999999999999 1")))


def steps_that_are_no_numbers() -> bytes:
    steps = "g g nan inf 1e999 -1e308 g -5 ٣ x"
    return package(ofd_parts(text_object("正文内容在此", 30, 40, deltas=steps)))


def matrix_without_measure() -> bytes:
    return package(ofd_parts(text_object("正文", 30, 40, 'CTM="1e300 1e300 -1e300 1e300 0 0"')))


def many_steps() -> bytes:
    return package(ofd_parts(text_object("正" * 200_000, 30, 40, deltas="0.1 " * 200_000)))


def too_many_characters() -> bytes:
    return package(ofd_parts(text_object("正文" * 900_000, 30, 40)))


def one_page_listed_often() -> bytes:
    parts = ofd_parts(text_object("重复的一页。" * 5, 30, 40))
    listed = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * 1990
    parts["Doc_0/Document.xml"] = document_xml(0).replace(
        "<ofd:Pages></ofd:Pages>", f"<ofd:Pages>{listed}</ofd:Pages>"
    )
    return package(parts)


def too_many_pages() -> bytes:
    parts = ofd_parts(LINE)
    listed = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * 50_000
    parts["Doc_0/Document.xml"] = document_xml(0).replace(
        "<ofd:Pages></ofd:Pages>", f"<ofd:Pages>{listed}</ofd:Pages>"
    )
    return package(parts)


def page_that_is_the_document() -> bytes:
    parts = ofd_parts(LINE)
    parts["Doc_0/Document.xml"] = document_xml(0).replace(
        "<ofd:Pages></ofd:Pages>",
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Document.xml"/></ofd:Pages>',
    )
    return package(parts)


def document_that_is_the_entry() -> bytes:
    return package({"OFD.xml": entry_xml("OFD.xml")})


def places_outside() -> bytes:
    parts = ofd_parts(LINE)
    parts["OFD.xml"] = entry_xml("../../../etc/passwd")
    return package(parts)


def without_documents() -> bytes:
    return package({"OFD.xml": entry_xml("Doc_9/Document.xml")})


def cut_page() -> bytes:
    parts = ofd_parts(LINE)
    name = "Doc_0/Pages/Page_0/Content.xml"
    return package(parts | {name: parts[name][:-40]})


def with_entity() -> bytes:
    parts = ofd_parts(LINE)
    name = "Doc_0/Pages/Page_0/Content.xml"
    declared = '?><!DOCTYPE a [<!ENTITY x "另一份">]>'
    return package(parts | {name: parts[name].replace("?>", declared, 1)})


def nested_deep() -> bytes:
    return package(ofd_parts("<ofd:PageBlock>" * 20_000 + LINE + "</ofd:PageBlock>" * 20_000))


def locked() -> bytes:
    return package(ofd_parts(LINE) | {"Encryptions.xml": xml("Encryptions", "")})


def page_as_root_only() -> bytes:
    return package({"OFD.xml": page_xml(LINE)})


HOSTILE_OFD = (
    unit_in_itself,
    units_that_multiply,
    huge_repeat_of_steps,
    steps_that_are_no_numbers,
    matrix_without_measure,
    many_steps,
    too_many_characters,
    one_page_listed_often,
    too_many_pages,
    page_that_is_the_document,
    document_that_is_the_entry,
    places_outside,
    without_documents,
    cut_page,
    with_entity,
    nested_deep,
    locked,
    page_as_root_only,
)
