"""One letter: proposed and issued, or frozen as it was issued (文书)."""
