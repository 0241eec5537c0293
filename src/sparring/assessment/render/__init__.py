"""The pages of a debrief: terminal, HTML, Markdown, and JSON that other programs read."""

from sparring.assessment.render.html import html
from sparring.assessment.render.label import json_line, label_json, stored_doubt
from sparring.assessment.render.markdown import markdown
from sparring.assessment.render.terminal import terminal, terminal_text

__all__ = ["html", "json_line", "label_json", "markdown", "stored_doubt", "terminal", "terminal_text"]
