"""The rows of a letter (审查发现、材料……): listed, added, moved, removed, put back and filled."""
