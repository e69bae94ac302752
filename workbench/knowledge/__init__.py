"""What is known of the world: offices and terms, organisations, people, places, calendars, lexicons."""
