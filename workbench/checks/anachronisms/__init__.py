"""Office-holders, bodies and states out of their time, and the deeds, words and terms that decide it."""
