"""The item of a folder import that a registration is about."""

from dataclasses import dataclass
from pathlib import Path

from review.folder_import.batch import Batch, open_batch
from review.folder_import.decisions import Decision, DecisionKind, decide


@dataclass(frozen=True)
class ImportItem:
    """Which item of which batch the form is about."""

    register_folder: str
    batch: str
    number: int

    def opened(self) -> Batch:
        """Return the batch.

        Raises:
            BatchUnknownError: it is gone.
        """
        return open_batch(Path(self.register_folder), self.batch)

    def note(self, login: str, document_id: int) -> None:
        """Write down in the batch that the item became a document."""
        decide(
            self.opened(),
            Decision(DecisionKind.REGISTERED, login, self.number, document_id),
        )
