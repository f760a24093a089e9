"""Settings: shop, sender, language, look, data."""
