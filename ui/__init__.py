"""What the shop sees; Qt only here."""
