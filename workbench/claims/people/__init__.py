"""What is said of people: how many of them were hurt, how old they are, who they are, what a court found."""
