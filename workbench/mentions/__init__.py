"""Stretches of text that name a number, a time, a person, an office, an organisation, a place."""
