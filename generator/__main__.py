"""`python -m generator` is the same as `dossier`."""

from generator.cli import main

main()
