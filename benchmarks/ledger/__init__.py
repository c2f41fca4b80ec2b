"""What the study of ledgers and chains is made of: links, chains, intervals, its page."""
