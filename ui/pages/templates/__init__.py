"""The wording of every letter (文书模板): its text, its page, its faults, its history."""
