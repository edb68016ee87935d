"""Intake: what people have (saved pages, PDFs, mails, exports, feeds, addresses) becomes clean articles in `seeds/`.

`kinds.drafts_of` turns the bytes of a file into drafts, `adding.add` puts them into `seeds/` and tells what became of each.
"""
