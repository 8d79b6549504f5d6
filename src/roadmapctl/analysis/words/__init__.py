"""What sentences and names say: numbers, times, measures, and whether they agree with the fields."""
