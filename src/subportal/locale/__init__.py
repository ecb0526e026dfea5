"""Interface strings, one file a language, and the texts of errors."""
