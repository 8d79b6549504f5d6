"""Plans that nobody would write on purpose: after accidents, and as a coverage-guided fuzzer finds them."""
