"""What is asked of a plan: the volumes it commits to, their way down the funnel, money, time, and which rates go together."""
