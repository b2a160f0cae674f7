"""What is looked at before a letter is issued (发文前检查), as small rules over plain values."""
