"""Tests of the yearly figures in the window."""
