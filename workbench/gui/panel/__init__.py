"""The judging panel: findings with their details and decisions, claims, to-do, sources."""
