"""Traces of editing: one module a kind of trace."""
