"""Whether a reader is told who says so, and whether anybody could ask them."""
