"""One article's pane: header, text with its marks, overview strip."""
