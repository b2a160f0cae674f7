"""Names of files as a person can read them, and as a line of the journal can hold them."""

import os
from pathlib import Path


def shown(name: str) -> str:
    """Return a name for the screen and the register.

    Names from old archives are often in GB 18030; the system hands their bytes through as signs
    that no screen and no database takes.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", errors="replace")
    return name


def reachable(place: Path) -> Path:
    """Return the path in the form in which the system opens it, however long it is."""
    if os.name == "nt" and not str(place).startswith("\\\\"):
        return Path("\\\\?\\" + str(place.absolute()))
    return place
