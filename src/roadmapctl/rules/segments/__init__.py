"""RM2xx: how segments are told apart and combined."""
