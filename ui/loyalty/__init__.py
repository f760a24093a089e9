"""The loyalty room: what customers earn, what it buys, and what it would have cost."""
