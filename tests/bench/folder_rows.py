"""Importing a folder with two processes beside reading the same files one after the other."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from models.files import FileStore
from review.extraction.propose import propose
from review.folder_import.batch import Handling, begin_batch
from review.folder_import.running import RunState, Switch, run_batch
from review.reading.reader import read_file
from tests.bench.material import docx_of, pdf_of
from tests.bench.measuring import Comparison

FILES = 160
CHARACTERS = 5000


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the row on importing a folder."""
    office = folder / "office"
    office.mkdir()
    for number in range(FILES):
        make = pdf_of if number % 4 == 0 else docx_of
        make(number, CHARACTERS, office)
    yield Comparison(
        f"folder of {FILES} files imported, children started anew",
        partial(import_folder, office, folder),
        1.5,
        partial(read_one_by_one, office),
        "read_file and propose, one after the other, warm child, nothing kept",
        is_wall_time=True,
        rounds=3,
    )


def import_folder(office: Path, folder: Path) -> None:
    """Read the folder as a batch of a register that is thrown away."""
    with TemporaryDirectory(dir=folder) as place:
        batch = begin_batch(Path(place), "xu", [office], Handling.BY_YEAR)
        run_batch(batch, FileStore(Path(place) / "files"), ignore, Switch())


def read_one_by_one(office: Path) -> None:
    """Read and propose, as a script would."""
    for file in sorted(office.iterdir()):
        propose(read_file(file))


def ignore(_state: RunState) -> None:
    """Take no notice of how far the run has come."""
