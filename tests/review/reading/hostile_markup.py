"""Rich text and web pages built to harm."""

WORDS = "云溪县人民政府"


def rtf_of_braces() -> bytes:
    return b"{\\rtf1 " + b"{" * 1_000_000


def rtf_of_closed_braces() -> bytes:
    return b"{\\rtf1 " + b"{" * 500_000 + b"}" * 500_000 + b"}"


def rtf_of_empty_groups() -> bytes:
    return b"{\\rtf1 " + b"{}" * 200_000 + b"}"


def rtf_with_endless_bytes() -> bytes:
    return b"{\\rtf1 text\\bin2147483647 more}"


def rtf_with_negative_bytes() -> bytes:
    return b"{\\rtf1 text\\bin-2147483647 more}"


def rtf_with_long_skip() -> bytes:
    return b"{\\rtf1\\uc2147483647 a\\u-99999999 b\\u20113 c}"


def rtf_cut() -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg936 \\'d4\\'c6\\'cf"


def rtf_of_half_characters() -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg936 " + b"\\'d4{}" * 50_000 + b"}"


def rtf_of_boxes() -> bytes:
    return b"{\\rtf1 " + b"{\\shp{\\*\\shpinst{\\shptxt a}}}" * 20_000 + b"\\par}"


def rtf_ending_in_a_backslash() -> bytes:
    return b"{\\rtf1 text\\"


def html_nested_deep() -> bytes:
    return b"<html>" + b"<div>" * 100_000 + WORDS.encode() + b"</div>" * 100_000


def html_of_one_line() -> bytes:
    return b"<html><p>" + b"a" * 50_000_000


def html_of_open_brackets() -> bytes:
    return b"<html>" + b"<" * 2_000_000


def html_of_open_tags() -> bytes:
    return b"<html>" + b"<a " * 1_000_000


def html_of_open_comments() -> bytes:
    return b"<html>" + b"<!--" * 1_000_000


def html_of_open_quotes() -> bytes:
    return b"<html>" + b'<a b="' * 500_000 + b">"


def html_of_open_scripts() -> bytes:
    return b"<html>" + b"<script>" * 500_000


def html_of_open_hidden() -> bytes:
    return b"<html>" + b'<div style="display:none">' * 100_000 + WORDS.encode()


def html_of_entities() -> bytes:
    return b"<html><p>" + b"&#x110000;&amp&lt;&#99999999999;" * 50_000


def html_of_lists() -> bytes:
    return b"<html>" + b'<ol start="9999999999999999999"><li>a' * 50_000


def html_of_cells() -> bytes:
    return b"<html><table><tr>" + b"<td>\n" * 200_000 + b"</tr>"


def html_of_long_attributes() -> bytes:
    return b"<html><p " + b"a=b " * 400_000 + b">" + WORDS.encode()


def mht_in_mht() -> bytes:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b%d\n\n--b%d\n"
    return b"".join(head % (depth, depth) for depth in range(5_000))


def mht_of_parts() -> bytes:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    return head + b"--b\nContent-Type: text/plain\n\nx\n" * 50_000


def html_in_another_encoding() -> bytes:
    return b'<html><meta charset="utf-8">' + WORDS.encode("gb18030")


HOSTILE_MARKUP = (
    rtf_of_braces,
    rtf_of_closed_braces,
    rtf_of_empty_groups,
    rtf_with_endless_bytes,
    rtf_with_negative_bytes,
    rtf_with_long_skip,
    rtf_cut,
    rtf_of_half_characters,
    rtf_of_boxes,
    rtf_ending_in_a_backslash,
    html_nested_deep,
    html_of_one_line,
    html_of_open_brackets,
    html_of_open_tags,
    html_of_open_comments,
    html_of_open_quotes,
    html_of_open_scripts,
    html_of_open_hidden,
    html_of_entities,
    html_of_lists,
    html_of_cells,
    html_of_long_attributes,
    mht_in_mht,
    mht_of_parts,
    html_in_another_encoding,
)
