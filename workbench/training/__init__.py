"""Exercises for courses in checking: their files, keys, papers, scores and debriefs. Knows no Qt."""
