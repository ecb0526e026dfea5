"""Judges of the built portal that take longer than tests may, and what they and the tests have in common."""
