"""The shop's rules: pure functions and values; no clock, no input or output, no SQL."""
