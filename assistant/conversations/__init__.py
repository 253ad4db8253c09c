"""What was said, kept for whoever said it; what is shared, frozen."""
