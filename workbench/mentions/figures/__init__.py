"""Numbers in a sentence, in figures and words: amounts, money, ranges, results."""
