"""Plans that are checked together are found what each is found alone."""

from pathlib import Path

from roadmapctl.analysis.once import PLANS, once, room_for
from roadmapctl.load import Unreachable, read_files
from roadmapctl.model import Plan
from roadmapctl.project import InHand, check_files, check_several
from tests.fuzz.accidents import EXAMPLES, damaged
from tests.plans import SMALL

PLANTED = sorted((Path(__file__).parent / "planted").glob("*/*.yaml"))


def of_file(path: Path) -> InHand:
    return InHand(read_files(path), path.parent, (), read_files)


def of_text(text: str, *methods: str) -> InHand:
    return InHand([("p.yaml", text.encode())], Path(), methods, read_files)


def test_whole_and_damaged_plans_of_all_methods() -> None:
    plans = [*map(of_file, (*EXAMPLES, *PLANTED)), *(of_text(damaged(seed), "seven-step") for seed in range(60))]
    together = check_several(plans)
    assert len(together) == len(plans)
    for plan, checked in zip(plans, together, strict=True):
        alone = check_files(plan.files, plan.folder, methods=plan.methods)
        assert not isinstance(checked, Unreachable)
        assert (checked.diagnostics, checked.usable is None) == (alone.diagnostics, alone.usable is None)


def test_what_cannot_be_reached_is_said_of_its_plan_alone() -> None:
    first, second, third = check_several([of_text(SMALL), of_text(SMALL, "./no-method.yaml"), of_text("no: plan")])
    assert not isinstance(first, Unreachable) and first.plan is not None
    assert isinstance(second, Unreachable)
    assert not isinstance(third, Unreachable) and third.diagnostics


def test_no_plans() -> None:
    assert check_several([]) == []


def test_what_is_worked_out_is_kept_for_the_plans_in_hand() -> None:
    asked: list[str] = []

    @once
    def name(plan: Plan) -> str:
        asked.append(plan.name)
        return plan.name

    plans = [Plan.model_validate({"roadmap": 1, "name": f"plan {number}"}) for number in range(6)]
    with room_for(6):
        assert [name(plan) for plan in (*plans, *plans)] == [plan.name for plan in (*plans, *plans)]
        assert len(asked) == 6
    kept = plans[-PLANS:]
    assert [name(plan) for plan in kept] == [plan.name for plan in kept]
    assert len(asked) == 6
    assert name(plans[0]) == "plan 0" and len(asked) == 7
