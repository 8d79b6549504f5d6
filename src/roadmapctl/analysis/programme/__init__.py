"""The event programme: what the funnel asks for, what the calendar holds, what the events say, and what they return."""
