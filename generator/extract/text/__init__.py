"""From characters to sentences: tokens, paragraphs, quotation marks and sentence ends."""
