"""The window: Qt models, views and delegates; no rule of the domain lives here."""
