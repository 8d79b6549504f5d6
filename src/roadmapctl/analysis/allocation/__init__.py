"""Where the money goes: how sources answer to spend, the best split of a budget, the least spend for a target."""
