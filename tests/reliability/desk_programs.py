"""The programs at other desks: they speak before an act begins and after it has returned."""

from multiprocessing.connection import Connection
from pathlib import Path

from models.register import create_register
from models.settings import FolderSettings
from tests.models.office import FOUNDING
from tests.reliability.programs import Said


def found_a_register(pipe: Connection, folder: Path, settings: FolderSettings) -> None:
    """Found a register."""
    pipe.send(Said("found"))
    create_register(folder, FOUNDING, settings)
    pipe.send(Said("found", "founded"))
