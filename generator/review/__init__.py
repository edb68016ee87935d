"""Review where one reads: under `mkdocs serve` each fact can be confirmed, rejected or corrected where it stands.

A route inside MkDocs' own server, on loopback alone; the built site has none of it. Decisions land in the facts files, in which all
other bytes stay as they are.
"""
