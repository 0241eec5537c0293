"""Hears what one candidate turn contains: acts, topics, quantities, evidence; the local signal model lives here."""

from sparring.listening.listener import Listener

__all__ = ["Listener"]
