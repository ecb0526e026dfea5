"""From `content/` to a typed, immutable portal; every fault has file, line, column and a key path."""
