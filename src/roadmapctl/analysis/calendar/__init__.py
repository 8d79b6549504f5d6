"""The funnel in time: what must enter each stage by month, quarter or week, what is late already, and what comes of it."""
