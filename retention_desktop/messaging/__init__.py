"""How a message reaches someone: the gateway's protocol and one module a provider."""
