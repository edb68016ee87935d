"""Publishing: the pages become a site through MkDocs, for the web or for a disk without a network."""
