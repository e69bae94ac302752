"""Figures that do not add up: one module a kind of calculation."""
