"""One module a revision, oldest first; none may import live tables."""
