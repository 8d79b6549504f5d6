"""The planning methods, a file each: `METHOD` is its steps and elements."""
