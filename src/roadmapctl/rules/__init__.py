"""What a plan is held to. One rule, one file, found by walking this package; the module's docstring is the rule's page."""
