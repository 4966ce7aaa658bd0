"""The data folder → a checked ledger, with places."""
