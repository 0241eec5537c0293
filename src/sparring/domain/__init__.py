"""The nouns of an interview as frozen values; knows nothing else."""
