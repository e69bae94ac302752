"""What is counted and measured: things, lengths of time, results, ranks."""
