"""Playbooks put to use: their steps as dated touches, the systems behind them, how they are judged, what they taught."""
