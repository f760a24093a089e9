"""The customers: the list and one person's whole story."""
