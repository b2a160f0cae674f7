"""The register in the keys by which doubles are found, on both databases."""

import pytest

from models.acts.register_document import refuse_registration
from models.domain.document_number import normalise
from models.domain.titles import title_key
from models.queries.known_documents import known_documents
from models.register import Register
from tests.models.office import (
    PAPER,
    add_body,
    another,
    changed,
    order,
    parking_measures,
    past_document,
)


@pytest.mark.usefixtures("register")
def test_documents_are_known_by_title_number_and_file() -> None:
    document_id = past_document(add_body())

    known = known_documents()

    (one,) = known.documents
    assert one.id == document_id
    assert one.title_key == title_key("云溪县第1类事项管理办法")
    assert one.document_number_key == normalise("云政发〔2026〕101号")
    assert not one.has_file
    assert known.by_file == {}


def test_a_refused_registration_is_not_known(register: Register) -> None:  # noqa: ARG001
    entry = changed(another(parking_measures(add_body()), 1), files=(PAPER,))
    refuse_registration(order(), entry, "不是规范性文件")

    known = known_documents()

    assert known.documents == ()
    assert known.by_file == {}
