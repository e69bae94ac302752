"""What two whole articles share, beyond the events that they tell of."""
