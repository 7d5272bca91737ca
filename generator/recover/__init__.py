"""From a page as it came to its articles: repair, label, group, date, stitch."""
