"""Rules of the whole plan: references, methods, header."""
