"""Reading: from a file in `seeds/` to an `Article`. Nothing is mended in place: offsets belong to the file."""

from generator.read.articles import read_article
from generator.read.files import check_names, find_articles, unread_files

__all__ = ["check_names", "find_articles", "read_article", "unread_files"]
