"""Which event a clause speaks of, and when that was."""
