"""Files of any supported format to plain text with places and a fidelity report."""
