"""Paper: cards, statements and notices, as PDF or to a printer, all drawn by the same code as their preview."""
