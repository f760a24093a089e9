"""What a shop can do: one module a use case, no Qt anywhere."""
