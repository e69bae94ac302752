"""Offices and terms, people, places, organisations: read, checked, asked."""
