"""Rules of step 3: measurable goals."""
