"""What each choice of a key means, and examples of values whose form is not obvious: shown by editors, read by nothing else.

Keys are `Model.key`.
"""

from typing import Any

CHOICES: dict[str, dict[str, str]] = {
    "Plan.language": {"en": "English.", "zh": "Chinese."},
    "Segment.status": {
        "current": "They buy already.",
        "target": "They shall buy in this plan's time.",
        "emerging": "They may buy one day; we take position for them.",
    },
    "Metric.kind": {
        "stock": "A level at a date, such as subscribers.",
        "flow": "A sum over a period, such as revenue or leads.",
    },
    "Metric.better": {"up": "More is better.", "down": "Less is better, as with costs."},
    "Metric.level": {
        "educate": "Reach and attention.",
        "engage": "Answers and interest.",
        "advocate": "Purchases and recommendations.",
    },
    "Market.reviewed": {"month": "Every month.", "quarter": "Every quarter.", "year": "Once a year."},
    "Means.audience": {"b2b": "Businesses.", "b2c": "Consumers.", "both": "Both."},
    "Means.objective": {
        "awareness": "That they know us.",
        "new-customers": "That they buy for the first time.",
        "more-value": "That customers buy more.",
    },
    "Goal.split": {"quarter": "By quarter.", "month": "By month.", "week": "By week."},
    "Funnel.mix": {
        "deals": "Shares are shares of the deals to win.",
        "leads": "Shares are shares of the units that enter at the top.",
    },
    "Tactic.lever": {
        "audience": "Reach other people.",
        "activity": "Do something else with them.",
        "content": "Say something else.",
        "media": "Use other channels.",
    },
    "TacticEvent.tier": {
        "group": "Few and large, by the whole group.",
        "unit": "Many and focused, by a business unit.",
        "partner": "Many and focused, with or by a partner.",
    },
    "TacticEvent.content": {
        "hero": "A rare, large moment that many notice.",
        "hub": "A regular series for those who follow us.",
        "hygiene": "Always-on answers to what people search for.",
    },
    "TacticEvent.stage": {
        "aware": "They notice a problem.",
        "consider": "They look for ways to solve it.",
        "compare": "They compare vendors.",
        "buy": "They decide.",
        "buy-again": "They are customers and buy more.",
    },
    "TacticEvent.peaks": {
        "belonging": "One of a group.",
        "connection": "In touch with others.",
        "delight": "Surprised for the better.",
        "glory": "Seen and honoured.",
    },
    "TacticEvent.known_guests": {
        "walk-in": "They come in without a form.",
        "sign-up-again": "They fill in the form like everybody else.",
    },
    "Decision.verdict": {
        "continue": "Go on as planned.",
        "adjust": "Go on, changed.",
        "carry-over": "Take it into the next period.",
        "stop": "End it.",
    },
    "Measurement.rhythm": {"week": "Every week.", "month": "Every month.", "quarter": "Every quarter."},
    "Organization.structure": {
        "startup": "A few people who do everything.",
        "centralized": "One team for the whole company.",
        "by-unit": "A team in each business unit.",
        "hybrid": "A central team, and people in the units.",
    },
    "Stakeholder.level": {"executive": "Top management.", "middle": "Heads of teams and departments."},
    "Stakeholder.stance": {
        "agreed": "For the plan.",
        "concerned": "Has a worry that can be answered.",
        "opposed": "Against the plan.",
        "unknown": "Not asked yet.",
    },
}
CHOICES["Idea.lever"] = CHOICES["Tactic.lever"]
CHOICES["EventTier.tier"] = CHOICES["SourceEvent.tier"] = CHOICES["TacticEvent.tier"]
CHOICES["Funnel.seasonality"] = {
    **{f"Q{n}": f"Quarter {n}." for n in range(1, 5)},
    **{f"{n:02d}": f"Month {n}." for n in range(1, 13)},
}

EXAMPLES: dict[str, list[Any]] = {
    "Plan.currency": ["USD", "EUR", "CNY"],
    "Plan.framework": [["seven-step"]],
    "Plan.parent": ["../2027/roadmap.yaml"],
    "Goal.statement": ["Bring sales 500 marketing-qualified leads by 15 October 2027"],
    "Metric.unit": ["people", "rate", "EUR"],
    "Score.impact": [0.25, 1, 3],
    "TacticEvent.format": ["webinar", "trade-show", "roundtable"],
    "EventTier.format": ["online-summit", "roundtable"],
    "SourceEvent.format": ["webinar", "trade-show"],
    "Tactic.channel": ["email", "webinar", "search"],
    "Segment.channels": [["email", "webinar"]],
    "Segment.traits": [{"industry": "car repair", "employees": 12}],
    "Tactic.contributes": [{"subscribers": 800}],
    "Funnel.seasonality": [{"Q1": 1, "Q2": 2, "Q3": 1, "Q4": 2}],
}
