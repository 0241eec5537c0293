"""Scripted candidates and scenarios that test the live interviewer."""
