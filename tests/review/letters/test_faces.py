"""The bundled faces: all there, each with its licence, named in the list of licences."""

import tomllib
from itertools import chain

from resources import path_of
from review.letters.faces import FaceRole, chain_of, face_table

LICENCE_TEXTS = {
    "OFL-NotoSerifSC.txt",
    "OFL-NotoSansSC.txt",
    "OFL-LXGWWenKai.txt",
    "FandolFang-README.txt",
    "FandolFang-COPYING.txt",
}


def test_every_face_of_every_role_is_on_the_shelf_and_in_the_list_of_licences() -> None:
    licences = path_of("LICENSES.md").read_text(encoding="utf-8")
    named = set(chain.from_iterable(faces.pdf for faces in face_table().roles.values()))

    shipped = {file.stem for file in path_of("fonts").glob("*.ttf")}
    assert shipped == named | {"LtrKai"}
    assert all(f"`{name}.ttf`" in licences for name in shipped)
    assert all(path_of("fonts", text).is_file() and text in licences for text in LICENCE_TEXTS)


def test_every_role_has_its_faces() -> None:
    assert set(face_table().roles) == set(FaceRole)


def test_a_character_comes_from_the_first_face_that_has_it() -> None:
    body = chain_of(FaceRole.BODY)

    assert body.measure("国") == ("LtrFang", 1.0)
    assert body.measure("玥")[0] == "LtrFangExt"
    assert body.measure("\U0001f600") == ("", 1.0)


def test_full_width_marks_fill_a_square_in_every_face() -> None:
    for role in FaceRole:
        for mark in "，。、；：？！（）《》〈〉〔〕【】“”‘’…—·":
            assert chain_of(role).measure(mark)[1] == 1.0, (role, mark)


def test_the_wording_and_layout_files_are_plain_data() -> None:
    for file in path_of("letters").glob("*.toml"):
        assert tomllib.loads(file.read_text(encoding="utf-8")), file.name
