"""A package is a bag that others can read, and says what the register says."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from models.domain.exchange_records import PackageKind
from models.queries.trail import verify_trail
from review.exchange.errors import PackagePasswordError
from review.exchange.opening import open_package_file
from tests.models.office import MATERIALS, NOON
from tests.review.exchange.offices import (
    REPORT,
    SAMPLE,
    Stick,
    enter_rules,
)

LOCKED_WITH = "清风明月"
NAME = "柳渡镇农村住房建设管理规定"


def test_a_package_tells_the_record_the_papers_and_the_files(
    stick: Stick,
) -> None:
    # Given a document of the town, packed for the county
    opened = open_package_file(stick.file_up(enter_rules(stick.town)))
    # Then the package says whose it is, for whom, and what
    head = opened.content.head
    assert (head.kind, head.created_at) == (PackageKind.FILING_PACKAGE, NOON)
    assert (head.sender, head.recipient) == (stick.town.card, stick.county.card)
    (filing,) = opened.content.filings
    assert (filing.document.title, filing.document.document_number) == (NAME, "柳政发〔2026〕3号")
    assert (filing.filing_report_number, filing.materials) == (REPORT, MATERIALS)
    # And the file in it is the original, byte by byte, under its own name
    (file,) = filing.files
    assert file.original_name == SAMPLE.name
    assert opened.bytes_of(file) == SAMPLE.read_bytes()
    with stick.town.register():
        assert verify_trail().is_sound


def test_another_program_finds_a_whole_bag_in_it(stick: Stick, tmp_path: Path) -> None:
    # Given a package unpacked by anybody
    file = stick.file_up(enter_rules(stick.town))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "unpacked")
        assert all(name.isascii() for name in archive.namelist())
    (bag,) = (tmp_path / "unpacked").iterdir()
    # When the tool of the Library of Congress validates it, then it is whole
    checked = [sys.executable, "-m", "bagit", "--validate", "--quiet", str(bag)]
    assert subprocess.run(checked, check=False).returncode == 0
    # And it is not any more after one byte was changed
    changed = next((bag / "data").rglob("*.docx"))
    changed.write_bytes(changed.read_bytes() + b"x")
    assert subprocess.run(checked, check=False, stderr=subprocess.DEVNULL).returncode == 1


def test_a_locked_package_opens_with_its_password_only(
    stick: Stick,
) -> None:
    file = stick.file_up(enter_rules(stick.town), password=LOCKED_WITH)
    assert not zipfile.is_zipfile(file)
    for wrong in ("", "明月清风"):
        with pytest.raises(PackagePasswordError):
            open_package_file(file, wrong)
    opened = open_package_file(file, LOCKED_WITH)
    assert opened.is_locked
    assert opened.content.filings[0].document.title == NAME
