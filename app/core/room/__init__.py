"""The view function: from everything the white cell knows to what the room may see.

`picture` is the only way from a state to a `DisplayState`. It refuses what must not be shown
yet, and what it returns holds nothing hidden: bands in place of digits, no quiet move, no private
inject, no sealed answer.
"""

from app.core.room.picture import live as live
from app.core.room.picture import picture as picture
