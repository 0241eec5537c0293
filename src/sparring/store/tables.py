"""The tables of the log, as the newest migration leaves them."""

from sqlalchemy import Column, Double, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("started_at", String(32), nullable=False, index=True),
    Column("config", Text, nullable=False),
    # No foreign key: a take outlives the session it was forked from.
    Column("parent", String(64)),
    Column("forked_at", Double),
)

events = Table(
    "events",
    metadata,
    Column("session", String(64), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Double, nullable=False),
    Column("kind", String(100), nullable=False),
    Column("payload", Text, nullable=False),
)

debriefs = Table(
    "debriefs",
    metadata,
    Column("session", String(64), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("kind", String(40), primary_key=True),
    Column("key", String(100), primary_key=True),
    Column("value", Text, nullable=False),
)
