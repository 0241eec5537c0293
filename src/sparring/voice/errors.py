"""What can go wrong in hearing somebody speak.

VoiceError
├── NotInstalled    the user: install what hears speech; a retry cannot help
├── DamagedWeights  the user: install the weights again; a retry cannot help
└── GarbledSound    the program that sends it: its bytes are no sound; a retry cannot help
"""


class VoiceError(Exception):
    """Root of the room's errors; each says in a sentence what to do."""


class NotInstalled(VoiceError):
    """Speech recognition, or its weights, are not on this machine."""


class DamagedWeights(VoiceError):
    """The weights are not the ones that were published, or cannot be read."""


class GarbledSound(VoiceError):
    """Bytes that are no 16-bit samples."""
