"""The library becomes files: Markdown, web pages, data."""
