"""The shop's books: what several use cases read or write inside one open transaction."""
