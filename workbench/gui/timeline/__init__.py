"""The timeline below the panes: events on their days, dates, terms and lifetimes over the years."""
