"""Documents in files: which inputs there are, how they are read, and how they are written."""
