"""The door: what a reader other than the rules proposes becomes a fact only where its words stand in the article.

`answer.parse_answer` takes the text that a model or a person wrote, `door.ground_answer` turns it into facts of the article and a
list of refusals, `hands.join_hands` puts them beside what the rules found.
"""
