"""LKjIP."""
