"""The documents people read: view models that decide what is said, and writers that lay it out."""
