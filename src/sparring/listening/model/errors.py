"""What can go wrong with the signal model, by who can fix it.

ModelError
├── WeightsMissing   the installation is incomplete: reinstall, or pass another folder
├── WeightsDamaged   a file does not match the model card: reinstall
└── ReadingMalformed a file of readings cannot be used: whoever made the file
"""


class ModelError(Exception):
    """The signal model cannot be used; retrying does not help."""


class WeightsMissing(ModelError):
    """A file of the weights folder is not there."""


class WeightsDamaged(ModelError):
    """A file of the weights folder is not what the model card says."""


class ReadingMalformed(ModelError):
    """A stored reading is not in the format that `ModelReading` writes."""
