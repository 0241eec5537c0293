"""Whether a figure is of the peak or of a usual hour."""

import re

_PEAK = re.compile(r"\b(?:peaks?|busiest|bursts?|spikes?|rush|worst|times|maximum|max|at most|\d+x)\b", re.IGNORECASE)
_USUAL = re.compile(r"\b(?:average|usual(?:ly)?|normal(?:ly)?|ordinary|typical(?:ly)?)\b", re.IGNORECASE)


def of_another_hour(name: str, sentence: str) -> bool:
    """Whether a sentence speaks of the peak and a quantity, by its name, is an average; or the other way round."""
    lowered = name.lower()
    peak, usual = _PEAK.search(sentence) is not None, _USUAL.search(sentence) is not None
    return ("average" in lowered and peak and not usual) or ("peak" in lowered and usual and not peak)
