"""The arithmetic of a plan: pure functions with named, frozen results. No I/O, no text, no YAML.

What the rules use gives named tuples, which load quickly; the rest gives frozen dataclasses.
"""
