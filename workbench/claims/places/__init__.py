"""Where things are: places by name, sides, ways, fronts."""
