"""Component `timexes`: expressions of time, resolved by tense and anchor; and which of them dates a clause."""

from generator.extract.timexes.component import find_timexes
from generator.extract.timexes.dating import date_of_clause, date_of_phrase, news_day, wording

__all__ = ["date_of_clause", "date_of_phrase", "find_timexes", "news_day", "wording"]
