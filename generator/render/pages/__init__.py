"""One module a kind of page: each gathers what the page says and hands it to its template."""
