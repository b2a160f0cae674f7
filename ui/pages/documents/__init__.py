"""The register as a table (文件登记)."""
