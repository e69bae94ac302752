"""Things told in an order of time that they cannot have had."""
