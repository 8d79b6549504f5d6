"""What commands say of their own work, and why they refuse: English and Chinese. The words go to stderr."""

SAID = {
    "wrote": ("wrote {path}", "已写入 {path}"),
    "kept": (
        "kept {path}, which differs from this version's (roadmapctl schema > {path} replaces it)",
        "保留原有的 {path}，它与本版本的不同（可用 roadmapctl schema > {path} 替换）",
    ),
    "next": (
        "next: roadmapctl validate {folder} && {funnel}roadmapctl report {folder} -o report.md",
        "下一步：roadmapctl validate {folder} && {funnel}roadmapctl report {folder} -o report.md",
    ),
    "ask_name": ("Name of the plan", "计划名称"),
    "ask_currency": ("Currency", "币种"),
    "ask_year": ("Year", "年份"),
    "mended_one": ("mended 1 finding in {file}", "已修复 {file} 中的 1 个问题"),
    "mended": ("mended {count} findings in {file}", "已修复 {file} 中的 {count} 个问题"),
    "would_mend_one": ("would mend 1 finding in {file}", "可修复 {file} 中的 1 个问题"),
    "would_mend": ("would mend {count} findings in {file}", "可修复 {file} 中的 {count} 个问题"),
}

REFUSED = {
    "no_folder": ("{folder}: cannot be made: {reason}", "{folder}：无法创建：{reason}"),
    "no_plan": (
        "{path}: no plan in this folder (roadmapctl init {path} writes one)",
        "{path}：此文件夹中没有计划（可用 roadmapctl init {path} 新建）",
    ),
    "no_rule": (
        "there is no rule {code}; “roadmapctl rules” lists them",
        "没有规则 {code}；用“roadmapctl rules”查看全部规则",
    ),
    "no_code": ("{flag} {code}: there is no such code; {mend}", "{flag} {code}：没有这个代码；{mend}"),
    "no_method": (
        "{flag} {name}: there is no such method; there are: {known}, or a .yaml file of your own",
        "{flag} {name}：没有这种规划方法；现有：{known}，也可以用自己的 .yaml 文件",
    ),
    "near_method": (
        "{flag} {name}: there is no such method (did you mean {near}?); there are: {known}, or a .yaml file of your own",
        "{flag} {name}：没有这种规划方法（是否想写 {near}？）；现有：{known}，也可以用自己的 .yaml 文件",
    ),
    "no_method_named": (
        "the plan names no method; choose one with --framework: {known}",
        "计划没有写明规划方法；请用 --framework 选择一种：{known}",
    ),
    "summary": (
        "the summary of the step could not be written: {reason}",
        "无法写入该步骤的摘要：{reason}",
    ),
    "quarter_stdin": (
        "name the wider plan's file, not -: the new plan has to link to it",
        "请写出上级计划的文件名，而不是 -：新计划需要链接到它",
    ),
    "which_review": (
        "say which review it is: --midpoint or --final",
        "请说明是哪种复盘：--midpoint（期中）或 --final（期末）",
    ),
    "same_file": (
        "-o and --carry-over name the same file: the review and the next plan need one each",
        "-o 和 --carry-over 是同一个文件：复盘和下一份计划需各写一个文件",
    ),
    "since_stdin": (
        "--since: name the plan's file, not -: what came on standard input has no history",
        "--since：请写出计划的文件名，而不是 -：标准输入没有历史版本",
    ),
    "two_hands": (
        "--headcount and --person-months say the same in two ways: give one of them",
        "--headcount 和 --person-months 说的是同一件事：请只给一个",
    ),
    "no_time": (
        "--headcount: the plan states no period, so nobody knows how long they work; use --person-months",
        "--headcount：计划没有写周期，无法知道投入多久；请改用 --person-months",
    ),
    "no_playbook": ("{flag} {id}: the plan has no such playbook; {mend}", "{flag} {id}：计划中没有这个剧本；{mend}"),
    "no_segment": ("{flag} {id}: the plan has no such segment; {mend}", "{flag} {id}：计划中没有这个客群；{mend}"),
    "meant": ("did you mean {near}?", "是否想写 {near}？"),
    "there_are": ("there are: {known}", "现有：{known}"),
    "there_is_none": ("there is none", "一个也没有"),
    "new_run": (
        "a new run takes a playbook and a day: --for trade-show --date 2027-05-12",
        "新的一场需要剧本和日期：--for trade-show --date 2027-05-12",
    ),
    "which_idea": (
        "say what is asked for: --idea ID, or --name with --goal, --budget, --contributes and more",
        "请说明要评估什么：--idea ID，或用 --name 加上 --goal、--budget、--contributes 等",
    ),
    "which_idea_of": (
        "say what is asked for: --idea ID (the plan's ideas: {ideas}), or --name with --goal, --budget, --contributes and more",
        "请说明要评估什么：--idea ID（计划中的想法：{ideas}），或用 --name 加上 --goal、--budget、--contributes 等",
    ),
    "unsafe_alone": ("--unsafe-fixes goes with --fix or --diff", "--unsafe-fixes 需与 --fix 或 --diff 一起使用"),
    "diff_format": (
        "--diff writes a diff, and --format has no say in it; leave one of the two out",
        "--diff 输出的是差异，--format 不起作用；请去掉其中一个",
    ),
    "fix_stdin": (
        "--fix mends files, and - is standard input; --diff shows what it would do",
        "--fix 修改的是文件，而 - 是标准输入；可用 --diff 查看会改什么",
    ),
    "two_configs": (
        "--config names a configuration and --no-config reads none; give one of the two",
        "--config 指定配置，--no-config 不读配置；请只给一个",
    ),
    "target_and_set": (
        "--target and --stage work without a plan; to change a plan's values use --set alone",
        "--target 和 --stage 用于没有计划的测算；要改计划中的值，请只用 --set",
    ),
    "seed_alone": (
        "--seed goes with --simulate: nothing is drawn otherwise",
        "--seed 需与 --simulate 一起使用：否则没有随机抽样",
    ),
    "confidence": (
        "--confidence {text}: write a share between 0 and 100%, such as 80%",
        "--confidence {text}：请写 0 到 100% 之间的比例，如 80%",
    ),
    "no_numpy": (
        "--simulate needs NumPy: pip install 'roadmapctl[simulate]'",
        "--simulate 需要 NumPy：pip install 'roadmapctl[simulate]'",
    ),
    "no_scenario": (
        "--scenario {name}: the plan has no such scenario; there are: {known}",
        "--scenario {name}：计划中没有这个情景；现有：{known}",
    ),
    "no_scenarios": (
        "--scenario {name}: the plan has no scenarios; write them under “scenarios:”",
        "--scenario {name}：计划中没有情景；请写在“scenarios:”下",
    ),
    "two_sides": (
        "--vary: a table has two sides; give one or two of them",
        "--vary：一张表只有行和列；请给一个或两个",
    ),
    "no_axis": (
        "--vary {text}: write a path and at most 25 values, such as funnel.stages.mql.rate=10%..30%/5 or …=10%,20%",
        "--vary {text}：请写路径和最多 25 个值，如 funnel.stages.mql.rate=10%..30%/5 或 …=10%,20%",
    ),
    "no_step": ("{flag}: there is no “{step}” here; there are: {known}", "{flag}：此处没有“{step}”；现有：{known}"),
    "solve_one": ("--solve works under one scenario; name one of them", "--solve 只能在一个情景下使用；请只写一个"),
    "solve_number": (
        "--solve {path}: no number that the funnel is computed from stands there; write a path such as"
        " funnel.stages.mql.rate or funnel.deal_size",
        "--solve {path}：那里没有漏斗计算用到的数字；请写路径，如 funnel.stages.mql.rate 或 funnel.deal_size",
    ),
    "not_written": ("the output could not be written: {reason}", "无法写出结果：{reason}"),
    "from_terminal": (
        "reading the plan from the terminal; end it with Ctrl-D",
        "正在从终端读取计划；按 Ctrl-D 结束",
    ),
}
"""Each follows the program's name."""
