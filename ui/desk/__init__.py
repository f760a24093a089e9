"""The desk: find a person, log the visit."""
