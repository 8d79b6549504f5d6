"""What people and teams carry: goals broken down to them, functions, load, capacity."""
