"""Playbooks as people read them: every touch on its day, the journey, the systems, the KPIs, and what runs taught."""
