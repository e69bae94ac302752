"""What comes in from outside: articles in file formats, answers of public databases."""
