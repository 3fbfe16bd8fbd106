"""A deck as data: its model, reading it with positions, checking it, finding it."""
