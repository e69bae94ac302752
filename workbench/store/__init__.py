"""A project as one SQLite file: nothing lost, nothing let in. The only place that knows SQLite."""
