"""Other libraries on the same texts, in an environment of their own."""
