"""The form opens filled for what is published anew, and registers it beside the old document."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from models.domain.records import EvidenceEntry, Origin
from models.domain.terms import RelationKind
from models.queries.document_page import document_page
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids
from models.queries.office import profile, today
from tests.models.office import CLERK, GATES, add_body, past_document
from tests.ui.pages.conftest import SitDown
from ui.pages.document.renewal import way_to_renewal
from ui.pages.registration.page import RegistrationPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_renewal_is_registered_from_the_form_and_linked(qtbot: QtBot, sit_down: SitDown) -> None:
    # Given the form as the page of an old document opens it
    desk = sit_down(CLERK)
    old_id = past_document(add_body())
    old = document_page(old_id, profile(), today()).facts
    page = RegistrationPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(way_to_renewal(old))
    qtbot.waitUntil(desk.runner.is_idle)
    values = page.form.values()
    assert (values.title, values.issuing_body) == (old.title, old.issuing_body_name)
    # When the clerk adds what the new text says and registers it
    evidence = tuple(EvidenceEntry(kind) for kind in GATES)
    whole = replace(
        values, effective_date=date(2026, 12, 1), adopted_date=today(), evidence=evidence
    )
    page.view_model.register(whole)
    qtbot.waitUntil(desk.runner.is_idle)
    # Then a second document of the same title stands there, and names the first
    ids = document_ids(
        DocumentFilter(origins=frozenset({Origin.OWN})), DocumentOrder.REGISTERED_DATE, today()
    )
    relations = document_page(ids[0], profile(), today()).relations
    assert [(one.kind, one.document_id) for one in relations] == [(RelationKind.RENEWS, old_id)]
