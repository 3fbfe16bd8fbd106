"""The six sections of the set-up page, one a file. Each reads its own fields and knows no other."""
