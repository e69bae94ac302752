"""What a person does with a check's result: decisions, notes, hand alignments, the rows that are looked at. No Qt."""
