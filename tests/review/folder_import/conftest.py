"""A batch read from a made-up folder, once for all tests that only look at it."""

from pathlib import Path

import pytest

from models.files import FileStore
from review.folder_import.batch import Batch, Handling, begin_batch
from review.folder_import.running import RunState, Switch, run_batch
from tests.review.folder_import.office_folder import Made, fictional_text, make_folder

DOCUMENTS = 24


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a folder of sixty files."""
    texts = (fictional_text(number) for number in range(DOCUMENTS))
    return make_folder(tmp_path_factory.mktemp("office") / "文件", texts)


@pytest.fixture(scope="session")
def read_batch(office: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[Batch, FileStore]:
    """Return the batch of that folder, read to the end, and the store of its originals."""
    register = tmp_path_factory.mktemp("register")
    batch = begin_batch(register, "xu", [office.folder], Handling.BY_YEAR)
    store = FileStore(register / "files")
    assert run_batch(batch, store, ignore, Switch())
    return batch, store


def ignore(_state: RunState) -> None:
    """Take no notice of how far a run has come."""


def run(batch: Batch, folder: Path, switch: Switch | None = None) -> bool:
    """Run a batch of a register in this folder."""
    return run_batch(batch, FileStore(folder / "files"), ignore, switch or Switch())
