"""One file of routes for each noun."""

from fastapi import APIRouter

from sparring.server.routes import (
    about,
    data,
    debriefs,
    guides,
    own,
    practice,
    questions,
    room,
    second,
    sessions,
    stories,
    transcripts,
    voice,
)

ROUTERS: tuple[APIRouter, ...] = (
    about.router,
    questions.router,
    sessions.router,
    room.router,
    voice.router,
    debriefs.router,
    second.router,
    transcripts.router,
    practice.router,
    stories.router,
    guides.router,
    own.router,
    data.router,
)
"""Every route of the API is in one of these."""
