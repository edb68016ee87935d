"""The store: reading and writing of settings, facts files, the record and pages. Writing is atomic; a broken file is never overwritten."""
