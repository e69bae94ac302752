"""The channel between the panes: ribbons between aligned claims, and scrolling locked by them."""
