"""A clerk adds a file to a document that is in the register (补充文件)."""

from dataclasses import replace

from peewee import fn

from models.acts.document_entry import insert_file
from models.acts.import_refusals import FileAttachedError, FileRefusedError
from models.acts.lookup import fetch
from models.acts.performing import Deed, act
from models.domain.lifecycle import MakingState
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.tables.documents import Document, DocumentFile


@act(ActName.ATTACH_FILE)
def attach_file(deed: Deed, document_id: int, file: FileEntry) -> int:
    """Attach a file of the store to a document as its last one, and return the document's id.

    Raises:
        RecordMissingError: no such document.
        FileRefusedError: its registration was refused.
        FileAttachedError: it has this file already.
    """
    document = fetch(Document, document_id)
    if document.making_state == MakingState.NOT_REGISTERED:
        raise FileRefusedError(title=document.title)
    there = DocumentFile.select().where(DocumentFile.document == document_id)
    if there.where(DocumentFile.stored_file == file.sha256).exists():
        raise FileAttachedError(name=file.original_name, title=document.title)
    last = there.select(fn.MAX(DocumentFile.position)).scalar() or 0
    insert_file(deed, document_id, file, last + 1)
    Document.update(revision=Document.revision + 1).where(Document.id == document_id).execute()
    deed.record("document", document_id, attached=replace(file, text=""))
    return document_id
