"""Tests of the parts that several pages share."""
