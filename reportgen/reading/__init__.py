"""YAML files → models, every value traceable to file, line and column."""
