"""A paper that takes no number (登记表、目录、封面……): looked at, completed, printed, saved."""
