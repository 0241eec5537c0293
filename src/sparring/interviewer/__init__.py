"""Turns a move into the words a candidate hears; never sees anchors or ratings."""
