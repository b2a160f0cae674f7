"""Which faces a paper is set in, and what a person should know of them, in words."""

from collections.abc import Iterator

from review.letters.faces_report import FacesReport, RoleReport


def faces_line(report: FacesReport) -> str:
    """Return the faces in one line, with the characters that a bundled face had to borrow."""
    return "字体：" + "；".join(f"{role.role_name} {_face(role)}" for role in report.roles)


def faces_warnings(report: FacesReport) -> tuple[str, ...]:
    """Return what makes the paper look other than the office wants it."""
    return tuple(words for role in report.roles for words in _warnings(role))


def _face(role: RoleReport) -> str:
    if role.is_installed:
        return role.face
    borrowed = "、".join(f"“{chars}”用{name}" for name, chars in role.borrowed)
    return f"{role.face}（{borrowed}）" if borrowed else role.face


def _warnings(role: RoleReport) -> Iterator[str]:
    if role.not_found:
        yield f"本机没有安装“{role.not_found}”，{role.role_name}改用“{role.face}”。"
    for refused in role.refused:
        yield f"“{refused.name}”没有使用：{refused.reason}"
    if role.is_installed:
        for name, chars in role.borrowed:
            yield f"“{role.face}”没有“{chars}”，{role.role_name}中这几个字用{name}。"
    if role.changes_grid:
        yield f"“{role.face}”的字不是方格，{role.role_name}每行不再是28字。"
