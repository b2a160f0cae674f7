"""Cleanups of documents (规范性文件清理): what leaves the house for them and what comes back."""
