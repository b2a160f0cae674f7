"""A batch is read once, whatever happens to the run."""

import json
from collections import Counter
from pathlib import Path

import pytest

from models.files import FileStore
from review.folder_import.batch import Batch, Handling, batches, begin_batch, open_batch
from review.folder_import.errors import BatchBusyError, BatchUnknownError, NothingFoundError
from review.folder_import.journal import records_of
from review.folder_import.lock import held
from review.folder_import.running import RunState, Switch, run_batch
from review.reading.text import NoteKind
from tests.review.folder_import.conftest import run
from tests.review.folder_import.office_folder import Made, fictional_text, make_folder, write_text


def numbers_read(batch: Batch) -> Counter[int]:
    return Counter(record["number"] for record in records_of(batch.read_journal))


def small_folder(folder: Path, count: int = 8) -> Path:
    for number in range(count):
        folder.mkdir(exist_ok=True)
        write_text(folder / f"{number}.txt", fictional_text(number)[1])
    return folder


def test_every_file_of_the_folder_is_read_and_none_twice(
    read_batch: tuple[Batch, FileStore], office: Made
) -> None:
    batch, _ = read_batch

    assert len(batch.found()) == office.files
    assert set(numbers_read(batch).values()) == {1}
    assert len(numbers_read(batch)) == office.files


def test_originals_are_in_the_store_and_the_sources_are_untouched(
    read_batch: tuple[Batch, FileStore], office: Made
) -> None:
    batch, store = read_batch

    kept = [record for record in batch.records().values() if record.sha256]

    found = {file.number: Path(file.place) for file in batch.found()}
    assert len(kept) >= office.documents
    assert all(store.read(one.sha256) == found[one.number].read_bytes() for one in kept)


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    batch = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "文件")], Handling.BY_YEAR)
    switch = Switch()

    def stop_at_three(state: RunState) -> None:
        if state.done == 3:
            switch.stop()

    store = FileStore(tmp_path / "files")
    assert not run_batch(batch, store, stop_at_three, switch)
    stopped_at = len(batch.records())

    assert run(open_batch(tmp_path, batch.plan.id), tmp_path)

    assert 3 <= stopped_at < 8
    assert numbers_read(batch) == dict.fromkeys(range(1, 9), 1)


def test_a_paused_run_begins_no_file_until_it_goes_on(tmp_path: Path) -> None:
    batch = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "文件")], Handling.BY_YEAR)
    switch = Switch()
    switch.pause()
    switch.stop()

    assert not run(batch, tmp_path, switch)
    assert batch.records() == {}


def test_a_torn_last_line_costs_one_file_only(tmp_path: Path) -> None:
    batch = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "文件")], Handling.BY_YEAR)
    assert run(batch, tmp_path)
    content = batch.read_journal.read_bytes()
    batch.read_journal.write_bytes(content[:-40])

    assert len(batch.records()) == 7
    assert run(batch, tmp_path)

    assert len(batch.records()) == 8
    assert set(numbers_read(batch).values()) == {1}


def test_a_text_that_was_lost_is_read_again(tmp_path: Path) -> None:
    batch = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "文件")], Handling.BY_YEAR)
    assert run(batch, tmp_path)
    lost = batch.records()[1]
    (batch.folder / "texts" / f"{lost.sha256}.json").unlink()

    assert run(batch, tmp_path)

    assert batch.text(lost.sha256) is not None


def test_a_batch_is_read_by_one_program_at_a_time(tmp_path: Path) -> None:
    batch = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "文件")], Handling.BY_YEAR)

    with held(batch.folder), pytest.raises(BatchBusyError):
        run(batch, tmp_path)


def test_a_file_that_went_away_is_listed_as_not_read(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "文件")
    batch = begin_batch(tmp_path, "xu", [folder], Handling.BY_YEAR)
    (folder / "3.txt").unlink()

    assert run(batch, tmp_path)

    error = batch.records()[4].error
    assert error is not None
    assert error.code == "reading.file_missing"


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()

    with pytest.raises(NothingFoundError):
        begin_batch(tmp_path, "xu", [tmp_path / "空"], Handling.BY_YEAR)
    assert batches(tmp_path) == ()


def test_a_folder_without_a_plan_is_no_batch(tmp_path: Path) -> None:
    (tmp_path / "imports" / "半途").mkdir(parents=True)
    (tmp_path / "imports" / "半途" / "plan.json").write_text(json.dumps({"id": 3}))

    assert batches(tmp_path) == ()
    with pytest.raises(BatchUnknownError):
        open_batch(tmp_path, "半途")


def test_the_newest_batch_is_listed_first(tmp_path: Path) -> None:
    first = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "甲")], Handling.BY_YEAR)
    second = begin_batch(tmp_path, "xu", [small_folder(tmp_path / "乙")], Handling.HISTORIC)

    listed = batches(tmp_path)

    assert {one.plan.id for one in listed} == {first.plan.id, second.plan.id}
    assert [one.plan.id for one in listed] == sorted((one.plan.id for one in listed), reverse=True)


def test_a_folder_may_be_made_of_anything(tmp_path: Path) -> None:
    made = make_folder(tmp_path / "文件", iter([fictional_text(1)]))

    batch = begin_batch(tmp_path, "xu", [made.folder], Handling.BY_YEAR)

    assert len(batch.found()) == made.files


def test_a_text_too_slow_to_propose_is_kept_with_its_words_and_empty_fields(
    tmp_path: Path,
) -> None:
    # Given a text of one phrase without end beside an honest one
    folder = small_folder(tmp_path / "文件", 1)
    long = folder / "长文.txt"
    long.write_text("自发布之日起施行，有效期五年。" * 66_000, encoding="utf-8")
    batch = begin_batch(tmp_path, "xu", [folder], Handling.BY_YEAR)
    # When the batch is read
    assert run(batch, tmp_path)
    # Then no file is refused; the long one has its words, no title, and a note that says why
    records = batch.records()
    assert all(one.error is None for one in records.values())
    number = next(file.number for file in batch.found() if file.name == long.name)
    kept = batch.text(records[number].sha256)
    assert kept is not None
    assert kept.read.text == long.read_text(encoding="utf-8")
    assert kept.proposal.title.value is None
    assert kept.read.notes[-1].kind is NoteKind.NOTHING_PROPOSED
