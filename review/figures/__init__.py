"""The yearly figures as files to send and to reckon with."""
