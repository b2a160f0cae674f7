"""``make bench``: what the program takes, beside what others take in the same run.

A subject adds a module with ``comparisons(folder) -> Iterator[Comparison]`` and its name in
``__main__.SUBJECTS``. Nothing here is a test: speed is compared, not asserted.
"""
