"""What a plan's numbers come to: pure functions on plans, exact where the arithmetic is, with named results."""
