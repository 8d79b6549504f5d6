"""The funnel as a terminal shows it, as data, as a spreadsheet and as Markdown: one view, one file a format."""
