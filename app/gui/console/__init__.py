"""The facilitator's console: its frame, its panels by phase, and the wiring between them.

It holds no rules and no truth: it shows a `State` and asks for actions. It never imports the
room's window; what the room sees reaches it as a picture.
"""
