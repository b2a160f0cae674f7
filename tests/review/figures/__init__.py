"""Tests of the yearly figures on paper."""
