"""The ledger in Excel and back: which columns there are, how cells are read, what changed, who sent what."""
