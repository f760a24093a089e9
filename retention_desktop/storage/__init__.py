"""How the shop's records are kept."""
