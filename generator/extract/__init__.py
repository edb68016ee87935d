"""Extraction: from an article to the facts it states. Only this folder imports spaCy, and only when an article is new.

The door is `extract_article`; `language.py` lists the components in their order, `layers.py` what they hand on.
"""
