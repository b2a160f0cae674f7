"""What is wrong with a record, in words; knows no Qt, the command line uses it too."""

from models.queries.record_check import RecordFault
from resources.terms import FIELDS, name_in, name_of


def record_fault_words(fault: RecordFault) -> str:
    """Say which record differs from the trail, how, and in which fields."""
    what = f"{name_of(fault.record)}第 {fault.record_id} 号{name_of(fault.kind)}"
    fields = "、".join(name_in(FIELDS, field) for field in fault.fields)
    return f"{what}：{fields}" if fields else what
