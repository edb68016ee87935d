"""From tagged words to phrases: word classes, Penn tags, noun phrases, verb groups and their subjects."""
