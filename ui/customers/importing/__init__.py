"""Bringing a list in: file, preview, progress, result."""
