"""The first day: a register is founded by answering, problems stand beside the questions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.domain.roles import Role
from models.queries.office import PersonRow, office, people
from models.register import open_register
from ui.desktop import person_to_sit_down, read_staff
from ui.first_run import FirstRun
from ui.tasks.runner import Runner
from ui.who_works import WhoWorks
from ui.widgets.labels import WrappedLabel


@pytest.fixture
def questions(qtbot: QtBot, tmp_path: Path, runner: Runner) -> Iterator[FirstRun]:
    """Return the questions, closing the register they founded."""
    dialog = FirstRun(tmp_path / "register", runner)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    if dialog.register is not None:
        dialog.register.close()


def test_answering_founds_a_register(questions: FirstRun, tmp_path: Path) -> None:
    questions.form.show_values({"office": "云溪县司法局", "administrator": "陈安", "clerk": "周敏"})

    questions.found.click()

    register = open_register(tmp_path / "register")
    assert register.folder == tmp_path / "register"
    assert office().office_name == "云溪县司法局"
    assert [(person.name, person.roles) for person in people()] == [
        ("陈安", frozenset({Role.ADMINISTRATOR})),
        ("周敏", frozenset({Role.CLERK, Role.REVIEWER})),
    ]
    assert person_to_sit_down(read_staff(), "").name == "周敏"
    assert person_to_sit_down(read_staff(), "陈安").name == "陈安"


def test_one_person_may_be_everything(questions: FirstRun) -> None:
    questions.form.show_values({"office": "云溪县司法局", "administrator": "陈安", "clerk": "陈安"})

    questions.found.click()

    assert [(person.name, person.roles) for person in people()] == [("陈安", frozenset(Role))]


def test_what_is_missing_is_said_beside_each_question(questions: FirstRun) -> None:
    questions.found.click()

    said = [label.text() for label in questions.form.findChildren(WrappedLabel)]
    assert said.count("请填写这一栏。") == 3
    assert questions.register is None


def test_a_folder_that_is_taken_is_refused_in_words(
    questions: FirstRun, tmp_path: Path, runner: Runner
) -> None:
    answers = {"office": "云溪县司法局", "administrator": "陈安", "clerk": "周敏"}
    questions.form.show_values(answers)
    questions.found.click()
    again = FirstRun(tmp_path / "register", runner)
    again.form.show_values(answers)

    again.found.click()

    assert again.register is None
    assert again.error.title.text()


def test_the_sample_is_told_and_opened(qtbot: QtBot, questions: FirstRun, tmp_path: Path) -> None:
    questions.sample.click()

    qtbot.waitUntil(lambda: questions.register is not None, timeout=120_000)
    assert questions.register is not None
    assert questions.register.folder == tmp_path / "sample"
    assert office().office_name == "云溪县司法局"
    assert not (tmp_path / "sample.part").exists()


def test_a_folder_without_a_register_is_refused_where_it_was_chosen(
    questions: FirstRun, tmp_path: Path
) -> None:
    questions.open_folder(tmp_path)

    assert questions.register is None
    assert questions.error.title.text() == "这里没有登记簿"


def test_who_works_is_asked_only_when_several_could_and_none_is_remembered(
    questions: FirstRun, qtbot: QtBot
) -> None:
    questions.form.show_values({"office": "云溪县司法局", "administrator": "陈安", "clerk": "周敏"})
    questions.found.click()
    staff = read_staff()
    asked: list[list[str]] = []

    def last(people: Sequence[PersonRow]) -> PersonRow:
        asked.append([person.name for person in people])
        dialog = WhoWorks(people)
        qtbot.addWidget(dialog)
        dialog.names.setCurrentRow(len(people) - 1)
        return dialog.chosen()

    assert person_to_sit_down(staff, "陈安", last).name == "陈安"
    assert asked == []
    assert person_to_sit_down(staff, "", last).name == "陈安"
    assert asked == [["周敏", "陈安"]]
