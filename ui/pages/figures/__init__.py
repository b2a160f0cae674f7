"""The yearly figures (统计): rates and counts, each with the records it counts, charts, papers."""
