"""The rows of a letter: added, removed, put back, moved and filled in, all by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from review.letters.kinds.cleanup import CleanupDecision
from review.letters.kinds.review import ReviewOpinion
from review.letters.letter_data import data_of, letter_from_data
from review.letters.letter_kinds import kind_of
from review.letters.sample_letters import sample_letter
from ui.parts.letter_form import changes, form_for, go_to_place, problems, row_problems, written
from ui.parts.letter_rows.rows_field import RowsField
from ui.widgets.field_form import FieldForm


def form_of(qtbot: QtBot, kind_id: str) -> FieldForm:
    """Return the form of a sample, shown."""
    form = form_for(sample_letter(kind_id))
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def rows_in(form: FieldForm, name: str) -> RowsField:
    """Return the editor of rows."""
    editor = form.widget(name)
    assert isinstance(editor, RowsField)
    return editor


def words(rows: RowsField, name: str) -> list[object]:
    """Return one value of all rows that are printed."""
    return [row[name] for row in rows.value()]


def test_a_row_is_added_filled_and_removed_by_keyboard(qtbot: QtBot) -> None:
    form = form_of(qtbot, "supplement_request")
    rows = rows_in(form, "defects")
    before = words(rows, "defect")
    form.go_to("defects")
    assert rows.list.hasFocus()

    QTest.keyClick(rows.list, Qt.Key.Key_Insert)
    editor = rows.form.widget("defect")
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Two copies")
    assert words(rows, "defect") == [before[0], "Two copies", *before[1:]]
    assert rows.list.item(1).text().startswith("2. Two copies")

    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    rows.list.setFocus()
    QTest.keyClick(rows.list, Qt.Key.Key_Delete)
    assert words(rows, "defect") == before


def test_a_row_taken_away_comes_back_where_it_stood(qtbot: QtBot) -> None:
    form = form_of(qtbot, "supplement_request")
    rows = rows_in(form, "defects")
    before = rows.value()
    rows.list.setCurrentRow(1)

    for _row in before:
        rows.remove_button.click()
    assert rows.value() == ()
    assert rows.list.isHidden()
    assert not rows.form.isVisible()
    for _row in before:
        rows.back_button.click()

    assert rows.value() == before
    assert not rows.back_button.isEnabled()


def test_rows_move_up_and_down_and_are_numbered_anew(qtbot: QtBot) -> None:
    form = form_of(qtbot, "legality_opinion")
    rows = rows_in(form, "findings")
    first, second = words(rows, "problem")
    rows.list.setFocus()

    QTest.keyClick(rows.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert words(rows, "problem") == [second, first]
    assert rows.list.currentRow() == 1
    assert not rows.down_button.isEnabled()
    QTest.keyClick(rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words(rows, "problem") == [first, second]


def test_the_number_of_a_row_is_its_place(qtbot: QtBot) -> None:
    letter = sample_letter("review_opinion")
    assert isinstance(letter, ReviewOpinion)
    one = letter.findings[0]
    form = form_for(replace(letter, findings=(one, replace(one, position=2, clause="第九条"))))
    qtbot.addWidget(form)
    rows = rows_in(form, "findings")
    assert "position" not in rows.form.read()

    rows.list.setCurrentRow(0)
    rows.remove_button.click()

    assert [(row["position"], row["clause"]) for row in rows.value()] == [(1, "第九条")]


def test_what_the_register_says_is_shown_and_cannot_be_typed(qtbot: QtBot) -> None:
    form = form_of(qtbot, "review_opinion")
    rows = rows_in(form, "findings")
    quote, suggestion = rows.form.widget("quote"), rows.form.widget("suggestion")
    assert isinstance(quote, QPlainTextEdit)
    assert isinstance(suggestion, QPlainTextEdit)
    said = quote.toPlainText()
    assert said

    QTest.keyClicks(quote, "x")
    assert quote.toPlainText() == said
    assert rows.note.isVisible()
    QTest.keyClicks(suggestion, "x")
    assert "x" in str(rows.value()[0]["suggestion"])

    rows.add_button.click()
    assert not quote.isReadOnly()
    assert not rows.note.isVisible()


def test_a_sheet_keeps_the_rows_of_the_register_and_takes_more(qtbot: QtBot) -> None:
    form = form_of(qtbot, "dossier_contents")
    rows = rows_in(form, "items")
    before = len(rows.value())

    assert not rows.remove_button.isEnabled()
    assert "登记簿" in rows.remove_button.toolTip()
    rows.list.setFocus()
    QTest.keyClick(rows.list, Qt.Key.Key_Delete)
    assert len(rows.value()) == before

    rows.add_button.click()
    QTest.keyClicks(rows.form.widget("name"), "Notes")
    assert len(rows.value()) == before + 1
    assert rows.remove_button.isEnabled()


def test_a_row_that_says_nothing_is_not_printed(qtbot: QtBot) -> None:
    form = form_of(qtbot, "filing_return")
    rows = rows_in(form, "materials")
    before = rows.value()

    rows.add_button.click()

    assert "不印出" in rows.list.currentItem().text()
    assert rows.value() == before


def test_a_day_a_row_cannot_be_without_is_asked_for_beside_the_rows(qtbot: QtBot) -> None:
    form = form_of(qtbot, "expiry_reminder")
    rows = rows_in(form, "documents")
    rows.list.setCurrentRow(2)
    rows.add_button.click()

    QTest.keyClicks(rows.form.widget("title"), "Rules")

    assert [one.message for one in problems(form)] == ["第 4 行还没有填写“施行日期”。"]
    rows.form.show_values({"effective_date": date(2024, 1, 1), "expiry_date": date(2029, 1, 1)})
    assert row_problems(form) == []


def test_rows_within_rows_are_worked_on_in_their_row(qtbot: QtBot) -> None:
    letter = sample_letter("cleanup_decision")
    assert isinstance(letter, CleanupDecision)
    form = form_of(qtbot, "cleanup_decision")
    lists = rows_in(form, "lists")
    documents = rows_in(lists.form, "documents")
    lists.list.setCurrentRow(1)
    assert len(documents.value()) == len(letter.lists[1].documents)

    documents.list.setCurrentRow(0)
    documents.remove_button.click()
    lists.list.setCurrentRow(0)
    lists.list.setCurrentRow(1)
    assert documents.back_button.isEnabled()

    again = letter_from_data("cleanup_decision", {**data_of(letter), **written(form)})
    assert isinstance(again, CleanupDecision)
    assert [one.documents for one in again.lists] == [
        letter.lists[0].documents,
        letter.lists[1].documents[1:],
        *(one.documents for one in letter.lists[2:]),
    ]


def test_a_list_without_documents_is_not_whole(qtbot: QtBot) -> None:
    form = form_of(qtbot, "cleanup_decision")
    lists = rows_in(form, "lists")
    documents = rows_in(lists.form, "documents")

    while documents.value():
        documents.remove_button.click()

    # A term alone says nothing: the list is left out.
    assert len(lists.value()) == lists.list.count() - 1
    documents.add_button.click()
    QTest.keyClicks(documents.form.widget("title"), "Rules")
    assert "公布日期" in row_problems(form)[0].message


def test_a_term_of_a_row_is_chosen_by_its_name(qtbot: QtBot) -> None:
    form = form_of(qtbot, "cleanup_decision")
    lists = rows_in(form, "lists")
    choice = lists.form.widget("opinion")
    assert isinstance(choice, QComboBox)
    assert not choice.isEnabled()

    lists.add_button.click()

    assert choice.isEnabled()
    assert choice.currentText()


def test_a_place_leads_to_row_and_field(qtbot: QtBot) -> None:
    form = form_of(qtbot, "cleanup_decision")
    lists = rows_in(form, "lists")

    go_to_place(form, "lists[2].documents[1].remark")

    documents = rows_in(lists.form, "documents")
    assert lists.list.currentRow() == 2
    assert documents.list.currentRow() == 1
    assert documents.form.widget("remark").hasFocus()


@pytest.mark.parametrize("kind_id", ["filing_receipt", "cleanup_decision", "explanation_request"])
def test_walking_through_the_rows_changes_nothing(qtbot: QtBot, kind_id: str) -> None:
    letter = sample_letter(kind_id)
    form = form_of(qtbot, kind_id)
    heard: list[object] = []
    for changed in changes(form):
        changed.connect(heard.append)
    for name in form.read():
        editor = form.widget(name)
        if isinstance(editor, RowsField):
            for row in range(editor.list.count()):
                editor.list.setCurrentRow(row)

    assert heard == []
    assert letter_from_data(kind_of(letter).kind_id, {**data_of(letter), **written(form)}) == letter
