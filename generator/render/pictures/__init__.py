"""Pictures: inline SVG made at build time, coloured by the theme's variables, each with its data as a table beneath."""
