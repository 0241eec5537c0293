"""Decides the interviewer's next move from the session so far; pure, synchronous, no clock."""
