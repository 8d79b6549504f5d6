"""Tests and distributions."""
