"""Reads a finished session, cites evidence, rates against anchors, writes the debrief."""
