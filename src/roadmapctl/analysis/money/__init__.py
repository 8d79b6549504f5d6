"""What it costs, brings and saves, and when it is paid."""
