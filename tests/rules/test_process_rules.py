"""What the rules of playbooks and of the organisation do beyond their pages: one fault told once, and no false alarm."""

from pathlib import Path
from typing import Any

import pytest

from roadmapctl.diagnostics import dotted
from roadmapctl.model import Plan
from roadmapctl.project import check
from roadmapctl.rules.engine import catalogue
from roadmapctl.rules.organization.rm904_handover_judged_by_sales_mood import how_content_sales_is
from roadmapctl.rules.rule import Finding
from tests.plans import checked, found, mend, sentence

RULES = catalogue()
HEAD = """\
roadmap: 1
name: Fairs
period: 2027
playbooks:
  fair: {sequence: [{at: -70d, message: invitation}, {at: -7d, message: reminder}, {at: +30d, message: the next one}]}
tactics:
"""


def plan(**parts: Any) -> Plan:
    return Plan.model_validate({"roadmap": 1, "name": "X", "period": 2027, **parts})


def places(code: str, subject: Plan) -> list[str]:
    return [dotted(finding.path) for finding in findings(code, subject)]


def findings(code: str, subject: Plan) -> list[Finding]:
    check = RULES[code].check
    assert check is not None
    return list(check(subject))


def fair(id: str, start: str, event: str, end: str = "2027-12-31") -> str:
    return f"  {id}: {{start: {start}, end: {end}, playbook: fair, event: {{date: {event}}}}}\n"


def test_a_step_before_the_plan_names_the_step_the_event_and_the_day() -> None:
    result = checked(HEAD + fair("winter", "2027-01-04", "2027-02-10"))
    [early] = result.diagnostics
    assert (early.code, early.span.line, dotted(early.path)) == ("RM660", 7, "tactics.winter.event.date")
    assert sentence(early) == (
        "the step -70d of the playbook fair falls on 2026-12-02 for winter, before the plan begins on 2027-01-01"
    )
    assert "早于计划开始日 2027-01-01" in sentence(early, "zh")
    assert mend(early) == "move the event of winter, or let the step come later"
    assert [related.span.line for related in early.related] == [5]


def test_a_step_that_is_wrong_for_every_run_is_told_once_where_it_stands() -> None:
    result = checked(HEAD + fair("spring", "2027-04-05", "2027-05-12") + fair("autumn", "2027-08-30", "2027-10-06"))
    [wrong] = result.diagnostics
    assert (wrong.code, dotted(wrong.path)) == ("RM661", "playbooks.fair.sequence.0.at")
    assert [sentence_of.en.format(**sentence_of.fields) for sentence_of in (r.message for r in wrong.related)] == [
        "for spring: 2027-03-03",
        "for autumn: 2027-07-28",
    ]


def test_a_step_that_is_early_for_most_runs_is_told_once_whichever_bound_it_breaks() -> None:
    fairs = (
        fair("winter", "2027-01-04", "2027-02-10"),
        fair("spring", "2027-04-05", "2027-05-12"),
        fair("autumn", "2027-06-01", "2027-10-06"),
    )
    result = checked(HEAD + "".join(fairs))
    [wrong] = result.diagnostics
    assert (wrong.code, dotted(wrong.path)) == ("RM660", "playbooks.fair.sequence.0.at")
    assert [r.message.fields["tactic"] for r in wrong.related] == ["winter", "spring"]
    two_apart = HEAD + fairs[0] + fairs[2] + fair("next", "2027-06-01", "2027-10-07")
    assert [finding[0] for finding in found(two_apart)] == ["RM660"]


def test_a_step_in_the_parents_time_is_sent_by_the_quarter_before(tmp_path: Path) -> None:
    (tmp_path / "year.yaml").write_text("roadmap: 1\nname: Year\nperiod: 2027\n")
    quarter = (HEAD + fair("summer", "2027-07-01", "2027-07-09", "2027-09-30")).replace(
        "period: 2027", "period: 2027-Q3"
    )
    plan = tmp_path / "q3.yaml"
    plan.write_text(quarter)
    assert "RM660" in {d.code for d in check(plan).diagnostics}
    plan.write_text(quarter.replace("name: Fairs", "name: Fairs\nparent: year.yaml"))
    assert not {d.code for d in check(plan).diagnostics} & {"RM660", "RM661", "RM662"}


def test_a_misspelt_goal_is_not_also_somebody_elses() -> None:
    parts: dict[str, Any] = {
        "milestones": {"m": {"goal": "leads"}},
        "tactics": {"a": {"owner": "lin", "milestone": "m"}},
        "organization": {"people": {"lin": {"goals": ["own"]}, "ana": {"goals": ["leads"]}}},
    }
    assert places("RM910", plan(**parts, goals={"own": {}, "leads": {}})) == ["organization.people.lin.goals"]
    assert places("RM910", plan(**parts, goals={"own": {}, "laeds": {}})) == []


def test_a_wrong_day_of_an_event_or_a_tactic_is_told_by_its_own_rule_alone() -> None:
    for text, code in (
        (fair("spring", "2027-01-04", "2026-05-12"), "RM621"),
        (fair("spring", "2027-05-20", "2027-05-12"), "RM621"),
        (fair("spring", "2026-03-01", "2027-05-12"), "RM607"),
        (fair("spring", "2027-06-01", "2027-05-12", "2027-05-01"), "RM608"),
    ):
        assert [finding[0] for finding in found(HEAD + text)] == [code]


def test_before_the_plan_and_before_the_tactic_is_one_fault() -> None:
    assert [finding[0] for finding in found(HEAD + fair("winter", "2027-02-08", "2027-02-10"))] == ["RM660"]


def test_a_roll_out_warms_up_before_its_first_day_without_a_fault() -> None:
    assert found(HEAD + "  unit-asia: {start: 2027-05-03, end: 2027-06-30, playbook: fair}\n") == []
    result = checked(HEAD + "  unit-asia: {start: 2027-02-01, end: 2027-06-30, playbook: fair}\n")
    [early] = result.diagnostics
    assert (early.code, dotted(early.path)) == ("RM660", "tactics.unit-asia.start")
    assert mend(early) == (
        "steps of unit-asia are counted from its first day; if it is an event, write its day (event: {date: …})"
    )


def test_events_that_are_not_dated_or_not_run_are_no_fault() -> None:
    assert found(HEAD + "  a: {start: 2027-01-04, end: 2027-01-29, playbook: fair, event: {format: fair}}\n") == []
    assert found(HEAD + "  a: {start: 2027-01-04, end: 2027-01-29}\n") == []


def test_touches_that_meet_are_told_once_for_a_segment_and_channel() -> None:
    sequence = [{"at": f"-{n}d", "channel": "email"} for n in (1, 7, 14)]
    tactics = {
        f"t{n}": {"playbook": "p", "segment": "s", "event": {"date": f"2027-06-{2 + 7 * n:02d}"}} for n in range(4)
    }
    subject = plan(playbooks={"p": {"sequence": sequence}}, tactics=tactics)
    [told] = findings("RM663", subject)
    assert dotted(told.path) == "tactics.t1.event.date"
    # t0 −7d = 26 May = t1 −14d; t1 −7d = t2 −14d; t2 −7d = t3 −14d
    assert (str(told.fields["day"]), told.fields["days"]) == ("2027-05-26", 3)
    apart = {id: {**one, "segment": id} for id, one in tactics.items()}
    assert findings("RM663", plan(playbooks={"p": {"sequence": sequence}}, tactics=apart)) == []


@pytest.mark.parametrize(
    "measure",
    [
        "sales satisfaction", "how content sales is", "Sales-Satisfaction", "happiness of the sales team", "feedback from sales",
        "account executive rating", "销售满意度", "销售评分", "销售团队的口碑", "业务部门满意度", "销售反馈",
    ],
)  # fmt: skip
def test_asking_sales_how_it_feels_is_told(measure: str) -> None:
    assert how_content_sales_is(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "lead-to-mql", "mql-to-sql", "customer satisfaction", "customer-satisfaction", "sales accepted leads", "sales cycle",
        "content downloads handed to sales", "after-sales satisfaction", "customer feedback on sales", "客户满意度", "售后满意度",
        "客户对销售的评价", "线索转MQL", "销售接受率", "销售周期",
    ],
)  # fmt: skip
def test_measures_of_quality_are_no_fault(measure: str) -> None:
    assert not how_content_sales_is(measure)


def test_a_metric_that_asks_sales_is_told_by_its_name() -> None:
    handovers = {"bdr": {"judged_by": ["mood", "mql-to-sql"]}}
    subject = plan(metrics={"mood": {"name": "销售满意度"}}, organization={"handovers": handovers})
    assert places("RM904", subject) == ["organization.handovers.bdr.judged_by.0"]


@pytest.mark.parametrize(
    ("stakeholders", "told"),
    [
        ({"md": {"level": "executive", "decides": "strategy"}}, True),
        ({"md": {"level": "executive", "decides": "战略"}}, True),
        ({"md": {"level": "executive", "decides": "战略与预算"}}, False),
        ({"md": {"level": "executive", "decides": "Strategy, method and budget"}}, False),
        ({"cfo": {"level": "executive", "decides": "marketing spend"}}, False),
        ({"md": {"level": "executive", "decides": "strategy"}, "cfo": {"level": "executive"}}, False),
        ({"sales": {"level": "middle", "decides": "leads"}}, False),
        ({}, False),
    ],
)
def test_who_decides_the_budget(stakeholders: dict[str, Any], told: bool) -> None:
    assert bool(findings("RM907", plan(organization={"stakeholders": stakeholders}))) == told


def test_a_concern_is_resolved_or_told() -> None:
    people = {
        "a": {"stance": "opposed"},
        "b": {"stance": "concerned", "concern": "x", "resolution": "y"},
        "c": {"stance": "agreed", "concern": "x"},
        "d": {"stance": "unknown"},
        "e": {},
    }
    assert places("RM906", plan(organization={"stakeholders": people})) == ["organization.stakeholders.a.stance"]


def test_a_function_that_is_nearly_called_the_same_is_guessed() -> None:
    text = "roadmap: 1\nname: X\norganization:\n  functions: [content, events]\n  people: {a: {functions: [contents, Events]}}\n"
    [told] = checked(text).diagnostics
    assert (told.code, told.span.line) == ("RM908", 4)
    assert mend(told) == "somebody carries “contents”: write both the same way"
    assert found(text.replace("{functions: [contents, Events]}", "{role: Head}")) == []


def test_a_goal_that_supports_theirs_or_that_theirs_supports_is_theirs() -> None:
    parts: dict[str, Any] = {
        "goals": {"wide": {}, "own": {"supports": "wide"}, "other": {}},
        "milestones": {"m": {"goal": "wide"}, "n": {"goal": "other"}},
        "tactics": {"a": {"owner": "lin", "milestone": "m"}, "b": {"owner": "lin", "milestone": "n"}},
    }
    people = {"lin": {"goals": ["own"]}, "ana": {"goals": ["wide", "other"]}}
    assert places("RM910", plan(**parts, organization={"people": people})) == ["organization.people.lin.goals"]
    people = {"lin": {"goals": ["own"]}, "ana": {"goals": ["wide"]}}
    assert places("RM910", plan(**parts, organization={"people": people})) == []
    assert (
        places("RM910", plan(**parts, organization={"people": {"lin": {}, "ana": {"goals": ["wide", "other"]}}})) == []
    )


def test_a_misspelt_system_is_told_once_and_the_one_that_is_meant_is_not_called_idle() -> None:
    systems = {"automation": {"sends": {"crmm": ["email"]}}, "crm": {"does": "holds the deal"}}
    points = [{"system": "crmm"}, {"system": "automation"}]
    subject = plan(playbooks={"p": {"systems": systems, "touchpoints": points}})
    [told] = findings("RM920", subject)
    assert (dotted(told.path), told.key) == ("playbooks.p.touchpoints.0.system", False)
    assert told.help is not None and told.help.fields == {"likely": "crm"}
    assert findings("RM921", subject) == []
    assert findings("RM920", plan(playbooks={"p": {"touchpoints": points}})) == []


def test_a_kpi_at_two_levels_of_one_playbook_is_told_at_the_second() -> None:
    kpis = {"educate": ["leads"], "engage": ["leads"]}
    subject = plan(metrics={"leads": {}}, playbooks={"p": {"kpis": kpis}})
    assert places("RM922", subject) == ["playbooks.p.kpis.engage.0"]
