"""Gambaran kabupaten."""
