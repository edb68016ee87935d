"""Measurements: speed, growth and accuracy on outside corpora. They are no tests."""
