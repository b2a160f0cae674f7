"""Where the register keeps which catalogue of laws it uses: three settings beside the office's."""

from enum import StrEnum


class LawCatalogueKey(StrEnum):
    """A setting that names the catalogue in use; all empty means the program's own."""

    FILE = "law_catalogue_file"  # 法律目录
    NAME = "law_catalogue_name"  # 来源文件
    AS_OF_DATE = "law_catalogue_as_of_date"  # 截至
