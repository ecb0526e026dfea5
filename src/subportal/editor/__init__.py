"""What editors do to content: stamp translations."""
