"""Goals as growth over last year: how much, in which rhythm, by which rates of the funnel, carried by which tactics."""
