"""Rules as data: what a rule is, how packs are read, what a match means, how it is found fast."""
