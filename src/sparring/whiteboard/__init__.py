"""Reads a drawn design into components and connections; checks estimates; simulates load."""
