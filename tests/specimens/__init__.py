"""The specimen book: every paper in both formats with sample data, pictured and measured."""
