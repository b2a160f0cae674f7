"""Folder import (导入文件夹): a whole office's past taken in, file by file."""
