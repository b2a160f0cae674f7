"""How a letter reached whom it was written to (送达)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeliveryWay(StrEnum):
    """The way a letter was delivered (送达方式)."""

    IN_PERSON = "in_person"  # 直接送达
    POST = "post"  # 邮寄送达
    EXCHANGE = "exchange"  # 公文交换
    ELECTRONIC = "electronic"  # 电子送达
    LEFT_BEHIND = "left_behind"  # 留置送达


@dataclass(frozen=True)
class DeliveryEntry:
    """One delivery: to whom, on which day, how, and who signed for it."""

    recipient: str
    delivered_date: date
    delivery_way: DeliveryWay
    received_by: str = ""
    remark: str = ""
