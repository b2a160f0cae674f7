"""Every setting declared once: those of the office, and those of the register's folder."""

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from models.errors import InputError

FOLDER_SETTINGS = "settings.toml"


class SettingKey(StrEnum):
    """A setting of the office, kept in the register; the order is that of the settings page."""

    OFFICE_NAME = "office_name"  # 单位名称
    OFFICE_KIND = "office_kind"  # 单位性质
    PROFILE = "profile"  # 规则包
    REGION = "region"  # 区划代码字母
    LEVEL = "level"  # 层级代码
    AREA = "area"  # 地区简称
    GOVERNMENT_NAME = "government_name"  # 本级人民政府
    LETTER_CODE = "letter_code"  # 发文机关代字
    CONTACT_NAME = "contact_name"  # 联系人
    CONTACT_PHONE = "contact_phone"  # 联系电话


class StyleKey(StrEnum):
    """How the office has its papers set (文书版式), kept in the register; empty is the standard."""

    LINE_PITCH = "letter_line_pitch"  # 行距
    PAGE_NUMBER = "letter_page_number"  # 页码
    EDGE_MARKS = "letter_edge_marks"  # 行末标点
    USES_INSTALLED_FACES = "letter_uses_installed_faces"  # 先用本机字体
    TITLE_FACE = "letter_title_face"  # 标题字体
    BODY_FACE = "letter_body_face"  # 正文字体
    HEADING_FACE = "letter_heading_face"  # 一级标题字体
    SUBHEADING_FACE = "letter_subheading_face"  # 二级标题字体
    PAGE_NUMBER_FACE = "letter_page_number_face"  # 页码字体
    IMPRINT_ON_EVEN_PAGE = "letter_imprint_on_even_page"  # 版记在双页


class EvaluationKey(StrEnum):
    """What the office sets of its post-evaluations; empty is what comes with the program."""

    CRITERIA = "evaluation_criteria"  # 评分表


SettingChanges: TypeAlias = (
    Mapping[SettingKey, str] | Mapping[StyleKey, str] | Mapping[SettingKey | StyleKey, str]
)
"""New values of settings of the office, by their keys."""


class OfficeKind(StrEnum):
    """What the office is to the documents it registers."""

    JUSTICE_BUREAU = "justice_bureau"  # 司法行政部门
    ISSUING_BODY = "issuing_body"  # 制定机关
    GOVERNMENT_OFFICE = "government_office"  # 政府办公室


@dataclass(frozen=True)
class Office:
    """The office that keeps the register, from its settings."""

    office_name: str
    profile: str
    office_kind: OfficeKind = OfficeKind.JUSTICE_BUREAU
    region: str = ""
    level: str = ""
    area: str = ""
    government_name: str = ""
    letter_code: str = ""
    contact_name: str = ""
    contact_phone: str = ""

    def as_settings(self) -> dict[SettingKey, str]:
        """Return the office as one text per setting."""
        return {key: str(getattr(self, key.value)) for key in SettingKey}

    @classmethod
    def from_settings(cls, values: dict[str, str]) -> "Office":
        """Return the office these settings describe."""
        known = {key.value: values.get(key.value, "") for key in SettingKey}
        kind = OfficeKind(known.pop("office_kind") or OfficeKind.JUSTICE_BUREAU)
        return cls(office_kind=kind, **known)


class FolderSettingsError(InputError):
    """The settings file of the register's folder cannot be read."""

    code = "input.folder_settings"
    facts = ("file", "detail")


@dataclass(frozen=True)
class FolderSettings:
    """What one PC knows of its register: where the database is when it is not in the folder."""

    database_url: str = ""


def read_folder_settings(folder: Path) -> FolderSettings:
    """Read ``settings.toml`` of a register's folder.

    Raises:
        FolderSettingsError: it is not readable, not TOML, or says something unknown.
    """
    file = folder / FOLDER_SETTINGS
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FolderSettingsError(file=str(file), detail=type(error).__name__) from error
    unknown = set(values) - {"database_url"}
    if unknown:
        raise FolderSettingsError(file=str(file), detail="、".join(sorted(unknown)))
    return FolderSettings(str(values.get("database_url", "")))


def write_folder_settings(folder: Path, settings: FolderSettings) -> None:
    """Write ``settings.toml`` beside, sync it, then rename it into place."""
    text = (
        "# 数据库地址。留空表示数据库就在本文件夹（register.db）；\n"
        "# 多台电脑共用时，由管理员填写 PostgreSQL 地址。\n"
        f"database_url = {json.dumps(settings.database_url)}\n"
    )
    part = folder / f".{FOLDER_SETTINGS}.part"
    with part.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(folder / FOLDER_SETTINGS)
