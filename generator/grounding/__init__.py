"""The door: what a reader other than the rules proposes becomes a fact only where its words stand in the article.

`parse_answer` takes the text that a model or a person wrote, `ground_answer` turns it into facts of the article and a list of
refusals, `join_hands` puts them beside what the rules found.
"""

from generator.grounding.answer import Answer, parse_answer
from generator.grounding.door import Grounded, ground_answer
from generator.grounding.hands import join_hands
from generator.grounding.view import ArticleView, view_of

__all__ = ["Answer", "ArticleView", "Grounded", "ground_answer", "join_hands", "parse_answer", "view_of"]
