"""Letters: data and a template become words, two writers put them on paper."""
