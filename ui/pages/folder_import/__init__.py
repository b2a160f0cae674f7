"""Folder import (导入文件夹): a batch is read, looked through and registered."""
