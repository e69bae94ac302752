"""One article against itself: what it tells twice and differently."""
