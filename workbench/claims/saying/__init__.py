"""What is said to have happened or not, by whose word, who did it, who is blamed."""
