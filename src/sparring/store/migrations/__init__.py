"""Steps from one schema of the log to the next; a published step never changes."""
