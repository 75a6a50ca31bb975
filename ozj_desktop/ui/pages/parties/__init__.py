"""What only the page of parties has: pasting a list, making two one, and who is missing."""
