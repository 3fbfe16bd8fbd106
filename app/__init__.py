"""Parasol: a seminar exercise on allied assurance, run by a facilitator for a room.

This package does no work on import. `app.__main__` starts the program.
"""

__version__ = "0.1.0"
