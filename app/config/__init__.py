"""What the program needs to know of the machine it runs on: folders, settings, log, files."""
