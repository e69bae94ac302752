"""Dates and clocks that disagree with themselves."""
