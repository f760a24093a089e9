"""Messages: compose, preview, send."""
