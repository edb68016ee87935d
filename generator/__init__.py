"""Turns news articles about a negotiation into facts, findings, pages and a site: read, extract, merge, render."""

__version__ = "0.1.0"
