"""Goals as growth over last year, as people read them and as data."""
