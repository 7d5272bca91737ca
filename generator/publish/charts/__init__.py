"""Charts as SVG, drawn from values when the site is made: pure functions, no script, the same bytes on every run.

A chart never stands alone: the table of the same stands beside it. What it draws is escaped here.
"""
