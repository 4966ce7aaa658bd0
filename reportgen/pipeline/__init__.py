"""The story of a build, one call per stage: load, compose, fill, write."""
