"""Keeps the learner: history, confidence, what to train next and when, story bank."""
