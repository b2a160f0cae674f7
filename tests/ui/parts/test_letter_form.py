"""The form of a paper asks for what the register does not know, and for nothing else."""

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from review.letters.letter_data import data_of, letter_from_data
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.sample_letters import sample_letter
from review.letters.wording_fields import Holding, fields_of_kind
from ui.parts.letter_form import empty_fields, form_for, problems, written
from ui.parts.letter_rows.rows_field import RowsField


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_what_the_form_shows_and_nobody_changes_is_what_the_letter_said(
    qtbot: QtBot, kind_id: str
) -> None:
    letter = sample_letter(kind_id)
    form = form_for(letter)
    qtbot.addWidget(form)

    again = letter_from_data(kind_id, {**data_of(letter), **written(form)})

    assert again == letter


def test_a_fact_of_the_record_is_not_asked_for(qtbot: QtBot) -> None:
    form = form_for(sample_letter("filing_receipt"))
    qtbot.addWidget(form)

    assert set(form.read()) == {"addressee", "contact_name", "contact_phone", "materials"}


def test_a_sheet_asks_only_for_what_is_empty(qtbot: QtBot) -> None:
    form = form_for(sample_letter("dossier_cover"))
    qtbot.addWidget(form)

    assert set(form.read()) == {"checked_by"}


def test_a_day_that_is_not_known_is_asked_for(qtbot: QtBot) -> None:
    form = form_for(sample_letter("filing_intake_sheet"))
    qtbot.addWidget(form)

    form.show_values({"corrected_date": date(2026, 5, 8)})

    assert written(form)["corrected_date"] == date(2026, 5, 8)


def test_bodies_stand_in_a_line_and_laws_one_below_the_other(qtbot: QtBot) -> None:
    form = form_for(sample_letter("filing_report"))
    qtbot.addWidget(form)
    assert isinstance(form.widget("copy_to"), QLineEdit)
    bases = form.widget("bases")
    assert isinstance(bases, QPlainTextEdit)

    bases.setPlainText("甲、乙管理条例\n\n丙规定")

    assert written(form)["bases"] == ("甲、乙管理条例", "丙规定")


def test_a_term_is_chosen_by_its_name(qtbot: QtBot) -> None:
    form = form_for(sample_letter("suggestion_reply"))
    qtbot.addWidget(form)

    choice = form.widget("conclusion")

    assert isinstance(choice, QComboBox)
    assert choice.count() > 1


def test_a_letter_without_addressee_is_told_beside_the_field(qtbot: QtBot) -> None:
    form = form_for(sample_letter("filing_receipt"))
    qtbot.addWidget(form)

    form.show_values({"addressee": " "})

    assert [one.field for one in problems(form)] == ["addressee"]


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_the_rows_of_every_paper_that_is_not_a_register_can_be_worked_on(
    qtbot: QtBot, kind_id: str
) -> None:
    letter = sample_letter(kind_id)
    form = form_for(letter)
    qtbot.addWidget(form)
    held = {
        field.identifier
        for field in fields_of_kind(LETTER_KINDS[kind_id]).values()
        if field.holding is Holding.ROWS
    }

    asked = {name for name in form.read() if isinstance(form.widget(name), RowsField)}

    assert asked == held - {"rows"}


def test_what_a_paper_leaves_empty_is_named_in_chinese() -> None:
    assert "归档号" in empty_fields(sample_letter("filing_intake_sheet"))
