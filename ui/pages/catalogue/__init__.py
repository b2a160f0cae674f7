"""The catalogue of the documents in force on a day (文件目录)."""
