"""Calendars, days and the clocks of the world."""
