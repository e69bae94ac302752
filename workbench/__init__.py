"""Fact-Check Workbench: reads news articles, aligns what they claim, shows what cannot both be true."""

__version__ = "0.1.0"
