"""The ledger changed: new texts of its files, checked as a whole before anything is written."""
