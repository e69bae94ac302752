"""The trainee's session, the debrief and the trainer's editor."""
