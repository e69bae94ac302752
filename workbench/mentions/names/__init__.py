"""Names in a sentence: people, offices, organisations, places, and who is meant by them."""
