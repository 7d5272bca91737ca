"""Banmian: takes newspaper pages apart and binds them into a book, and never forgets where a word stood."""

__version__ = "0.1.0"
