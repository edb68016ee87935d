"""The nouns of the dossier: values that pass from one step to the next and can be written to a file.

The model imports nothing of the project but `errors`; every step imports the model.
"""
