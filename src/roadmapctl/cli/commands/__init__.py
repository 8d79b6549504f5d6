"""The commands. NAME.py, or NAME/command.py where a command has parts of its own, holds the function NAME."""
