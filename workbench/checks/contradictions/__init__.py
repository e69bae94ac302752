"""Two statements about the same thing that cannot both be true, between articles and inside one."""
