"""Times in a sentence: what they say by themselves, and the days and minutes that they cover."""
