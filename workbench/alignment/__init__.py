"""Which claims of two articles speak of the same thing, and what relation they bear."""
