"""Dossiers: what is told of one subject, its lists, and the indexes that lead to all names."""
