"""The recorded exercise through the real windows, by real key and mouse events.

Nothing here reaches past what a person can touch: it clicks widgets that are visible and types
where the keyboard is. What it did stands in the library; what it saw, in the pictures.
"""

from app.gui.demo.play import play_demo as play_demo
