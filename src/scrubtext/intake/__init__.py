"""Sources to text: the only place where characters change, before there are lines."""
