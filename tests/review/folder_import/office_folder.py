"""A folder as an office keeps it: years, versions, attachments, copies, and what is no document."""

import gzip
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase.ttfonts import TTFont

from resources import path_of
from tests.review.reading.pdf_file import write_pdf
from tests.review.reading.word_file import paragraph, run, write_word

SHARED = Path(__file__).parents[3].parent / "shared" / "data"
_LINES_A_PAGE, _SIGNS_A_LINE = 24, 26
_BROKEN = b"PK\x03\x04" + b"broken" * 40


@dataclass
class Made:
    """What lies in the folder that was made."""

    folder: Path
    documents: int = 0
    copies: int = 0
    drafts: int = 0
    attachments: int = 0
    notes: int = 0
    unreadable: int = 0
    litter: int = 0

    @property
    def files(self) -> int:
        """Return how many files the batch must list."""
        return (
            self.documents
            + self.copies
            + self.drafts
            + self.attachments
            + self.notes
            + self.unreadable
        )


def fictional_text(number: int) -> tuple[str, str]:
    """Return title and text of a made-up document of 云溪县, like no other of them."""
    things = ("公共停车场", "农贸市场", "老旧电梯", "村级河道", "校园食堂", "户外广告", "公共厕所")
    deeds = ("建设", "巡查", "收费", "保洁", "登记", "移交", "考核", "维护", "租赁")
    thing, deed = things[number % len(things)], deeds[number // len(things) % len(deeds)]
    place = f"第{number}片区" if number >= len(things) * len(deeds) else ""
    title = f"云溪县{place}{thing}{deed}管理办法"
    year = 2006 + number % 18
    articles = [
        f"第{article}条　{thing}的{deed}事项第{number}类第{article}款，由{place or '县'}主管部门按"
        f"照编号{number * 31 + article * 7}的清单办理，期限为{(number + article) % 28 + 2}日，"
        f"逾期的按照第{(number * article) % 97}项标准处理。"
        for article in range(1, 13)
    ]
    lines = [
        "云溪县人民政府文件",
        f"云政规〔{year}〕{number + 1}号",
        f"云溪县人民政府关于印发《{title}》的通知",
        "各乡镇人民政府，县政府各部门：",
        f"《{title}》已经县政府常务会议审议通过，现印发给你们，请认真贯彻执行。",
        "云溪县人民政府",
        f"{year}年{number % 11 + 1}月{number % 27 + 1}日",
        title,
        *articles,
        f"第十三条　本办法自{year}年12月1日起施行，有效期5年。",
    ]
    return title, "\n".join(lines)


def real_texts(count: int) -> Iterator[tuple[str, str]]:
    """Yield titles and texts of real documents, those of administrative bodies first."""
    found = 0
    for name in ("corpus.jsonl.gz", "scale_corpus.jsonl.gz"):
        with gzip.open(SHARED / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text = (record["text"] or "").strip()
                if len(text) > 200 and found < count:
                    found += 1
                    yield record["title"] or text.split("\n", 1)[0], text


def make_folder(folder: Path, texts: Iterator[tuple[str, str]]) -> Made:
    """Write the documents of these texts with all that lies beside them in an office."""
    made = Made(folder)
    for number, (title, text) in enumerate(texts):
        home = folder / f"{2006 + number % 18}年" / f"第{number % 5 + 1}盒" / f"{number:04}"
        home.mkdir(parents=True, exist_ok=True)
        name = _file_name(title, number)
        kind = ("docx", "docx", "docx", "pdf", "txt")[number % 5]
        main = write_text(home / f"{name}.{kind}", text)
        made.documents += 1
        _add_beside(made, main, title, text, number)
    _add_litter(made)
    return made


def _add_beside(made: Made, main: Path, title: str, text: str, number: int) -> None:
    home = main.parent
    if number % 6 == 0:
        copies = made.folder / "备份" / f"{number:04}"
        copies.mkdir(parents=True)
        shutil.copyfile(main, copies / f"复件 {main.name}")
        made.copies += 1
    if number % 7 == 0:
        write_text(home / f"{main.stem}（送审稿）.docx", _draft_of(text))
        made.drafts += 1
    if number % 5 == 0:
        words = f"附件1\n申请登记表{number}\n姓名\n住址\n事由{number * 13}\n"
        write_text(home / f"附件1 申请登记表{number}.docx", words)
        made.attachments += 1
    if number % 9 == 0:
        words = f"《{title}》起草说明\n一、起草的必要性\n第{number}号事项需要规范。\n二、起草过程\n"
        write_text(home / f"《{main.stem}》起草说明.docx", words)
        made.notes += 1


def _add_litter(made: Made) -> None:
    for name, content in (
        ("坏文件.docx", _BROKEN),
        ("空文件.txt", b""),
        ("打包.zip", b"PK\x05\x06"),
    ):
        (made.folder / name).write_bytes(content)
        made.unreadable += 1
    for name in ("~$临时.docx", ".DS_Store", "Thumbs.db", "desktop.ini"):
        (made.folder / name).write_bytes(b"litter")
        made.litter += 1


def _draft_of(text: str) -> str:
    lines = [line for line in text.split("\n") if "〕" not in line]
    return "\n".join(line.replace("逾期的", "超过期限的") for line in lines)


def _file_name(title: str, number: int) -> str:
    plain = "".join(sign for sign in title if sign not in '\\/:*?"<>|\n\r\t')[:60]
    return plain or f"文件{number}"


def write_text(file: Path, text: str) -> Path:
    """Write a text in the format that its file's name says."""
    if file.suffix == ".txt":
        file.write_text(text, encoding="gb18030")
    elif file.suffix == ".pdf":
        write_pdf(file, list(_pages(text)))
    else:
        write_word(file, "".join(paragraph(run(escape(line))) for line in text.split("\n")))
    return file


def _pages(text: str) -> Iterator[list[str]]:
    glyphs = _glyphs()
    lines = []
    for line in text.split("\n"):
        words = "".join(sign for sign in line if ord(sign) in glyphs)
        lines += [words[at : at + _SIGNS_A_LINE] for at in range(0, len(words), _SIGNS_A_LINE)]
    for first in range(0, len(lines), _LINES_A_PAGE):
        yield lines[first : first + _LINES_A_PAGE]


@cache
def _glyphs() -> frozenset[int]:
    font = TTFont("FolderSong", str(min(path_of("fonts").glob("*.ttf"))))
    return frozenset(font.face.charToGlyph)
