"""The same plan under other values: scenarios side by side, tables of two values, and the value that just meets the goal."""
