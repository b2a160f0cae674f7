"""The theme can be switched, scaled, and names no colour outside its tokens."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from resources import path_of
from ui.widgets.face import paper_face, screen_face
from ui.widgets.icons import drawing, pixmap
from ui.widgets.theme import BASE_POINTS, Scheme, Theme
from ui.widgets.tokens import tokens_of


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_theme_colours_the_whole_application(theme: Theme, scheme: Scheme) -> None:
    theme.show(scheme, 100)

    ground = QApplication.palette().color(QPalette.ColorRole.Window).name().upper()
    assert ground == tokens_of(scheme.value)["ground"]


def test_text_grows_with_the_scale_and_keeps_within_bounds(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("文号")
    qtbot.addWidget(label)

    sizes = []
    for wanted in (50, 100, 150, 999):
        theme.show(Scheme.LIGHT, wanted)
        label.ensurePolished()
        sizes.append(label.font().pointSizeF() / BASE_POINTS)

    assert sizes == pytest.approx([0.9, 1.0, 1.5, 2.0], abs=0.02)
    theme.show(Scheme.LIGHT, 100)


def test_the_stylesheet_holds_no_colour_of_its_own() -> None:
    sheet = path_of("style", "style.qss").read_text(encoding="utf-8")

    assert re.findall(r"#[0-9A-Fa-f]{6}\b|rgb\(", sheet) == []


def test_the_faces_know_chinese() -> None:
    assert screen_face()
    assert paper_face() != screen_face()


@pytest.mark.parametrize("file", sorted(path_of("icons").glob("*.svg")), ids=lambda f: f.stem)
def test_every_icon_draws_something_in_the_colour_asked_for(file: Path) -> None:
    image = pixmap(file.stem, "#a3281e", 40, 1.0).toImage()

    colours = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() > 200
    }
    assert "#a3281e" in colours
    assert b"currentColor" not in drawing(file.stem, "#a3281e")
