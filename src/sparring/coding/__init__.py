"""Runs candidate code in isolation, judges it, measures its complexity and quality."""
