"""Words by what they do in a text: one module a table."""
