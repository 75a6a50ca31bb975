"""OZJ Desktop: agreements between municipality, schools and youth care in one file."""
