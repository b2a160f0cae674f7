"""Parts that several pages share and that know the domain: tones, words, fields."""
