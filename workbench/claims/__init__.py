"""What an article says: claims, who says them, and the events they belong to."""
