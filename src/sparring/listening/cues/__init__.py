"""Patterns in a candidate's sentences that bear on a signal, one file a round."""
