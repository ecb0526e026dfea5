"""Runs MkDocs over the staged tree. Only this room and `hooks/` import `mkdocs`."""
