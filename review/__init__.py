"""The reading desk: reads documents, judges them, writes letters."""
