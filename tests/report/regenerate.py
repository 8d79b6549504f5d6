"""Write the golden reports anew: `python -m tests.report.regenerate`. Read what has changed before you accept it."""

from tests.report.rendered import REPORTS, golden_file, rendered

if __name__ == "__main__":
    for example, language in REPORTS:
        golden_file(example, language).write_text(rendered(example, language), encoding="utf-8", newline="\n")
