"""Pictures as they are delivered and as they are published, and the cards that shared links show."""
