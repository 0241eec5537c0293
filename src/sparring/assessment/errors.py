"""What can go wrong in assessment, by who can fix it.

AssessmentError
└── CorpusMalformed   a labelled corpus cannot be read: whoever made the files
"""


class AssessmentError(Exception):
    """Assessment cannot go on."""


class CorpusMalformed(AssessmentError):
    """A line of a labelled corpus is not in the format of sessions and labels."""
