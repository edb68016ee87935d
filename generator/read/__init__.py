"""Reading: from a file in `seeds/` to an `Article`. Nothing is mended in place: offsets belong to the file."""
