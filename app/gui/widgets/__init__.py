"""Small named widgets from which the screens are assembled.

Each is handed a `Look` and redraws when that changes; each shows what a `set_…` gave it and
keeps no truth of its own. None knows the session, the room or any rule.
"""
