"""The split of a budget as people read it, as data and as a spreadsheet: one view, one file a format."""
