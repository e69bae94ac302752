"""Two claims of one event held against each other: one module a kind of claim."""
