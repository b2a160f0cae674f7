"""The way from an item to the registration form."""

from review.folder_import.work_list import WorkItem
from ui.desk import Route


def form_route(batch: str, item: WorkItem) -> Route:
    """Return the place where an item is registered: the form, filled from its files."""
    mode = "historic" if item.is_historic else "new"
    kept = (
        ("kept", "|".join((one.part, one.sha256, one.evidence or "", one.name)))
        for one in item.files
    )
    asked = (("batch", batch), ("item", str(item.number)), ("mode", mode))
    return Route("registration", extra=(*asked, *kept))
