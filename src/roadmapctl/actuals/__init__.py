"""What really happened, read from where `measurement.actuals` says: one Protocol, one file a kind of source."""
