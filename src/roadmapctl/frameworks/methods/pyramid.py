"""The digital transformation pyramid: cognition, process, application, organisation, from the top to its base."""

from roadmapctl.frameworks.element import Element, Framework, Step

# fmt: off
COGNITION = Step(
    ("Cognition", "认知层"),
    ("layers", "today", "spine", "stakeholders"),
    (
        Element("executives", ("Executives who approve strategy, method and budget", "批准战略、方法与预算的高管"),
                ("Which executive approves what, and where does each stand?", "哪位高管批准什么？各持什么态度？"),
                "organization.stakeholders.*", each=("decides", "stance"), only="level=executive", asks=("RM907",)),
        Element("middle-managers", ("Middle managers who agree", "达成一致的中层"),
                ("Where do the heads of marketing, e-commerce, sales and sales excellence stand?",
                 "市场、电商、销售与销售卓越的负责人各持什么态度？"),
                "organization.stakeholders.*", each=("stance",), only="level=middle", at_least=2),
        Element("conflicts", ("Conflicts, named with their resolution", "写明冲突及其解决办法"),
                ("Who worries about what (online prices against dealers, who owns the BDR team), and how is it resolved?",
                 "谁担心什么（线上价格冲击经销商、BDR 团队归谁管）？如何解决？"),
                "organization.stakeholders.*", each=("concern", "resolution"), among="stance=concerned|opposed",
                asks=("RM906", "RM911")),
    ),
)

PROCESS = Step(
    ("Process", "流程层"),
    ("playbooks", "playbook-runs", "events"),
    (
        Element("journey", ("The customer's journey, in front and behind", "客户旅程：前台与后台"),
                ("What does the customer see at each point, and what happens behind it?",
                 "客户在每个触点看到什么？后台发生什么？"),
                "playbooks.*.touchpoints.*", each=("customer", "behind")),
        Element("systems", ("The systems, and which fields flow between them", "系统，以及系统间流转的字段"),
                ("Which systems (analytics, automation, social CRM, CRM) take part, and which fields does each send to which?",
                 "哪些系统参与（分析、自动化、社交 CRM、CRM）？各向谁传递哪些字段？"),
                "playbooks.*.systems.*", each=("does",), some=("sends",), at_least=2),
        Element("touches", ("Automated touches relative to the event", "以活动为基准的自动触达"),
                ("What is sent when: a week before, three days, one day, one hour, and after?",
                 "何时发什么：提前一周、三天、一天、一小时，以及会后？"),
                "playbooks.*.sequence.*", each=("at", "message"), at_least=4),
        Element("kpi-levels", ("One KPI scheme in three levels: educate, engage, advocate", "三级指标：教育、互动、拥护"),
                ("Which metrics tell whether people are educated, engaged, and advocates?", "用哪些指标衡量教育、互动与拥护？"),
                "playbooks.*.kpis", each=("educate", "engage", "advocate"), asks=("RM922",)),
        Element("runs", ("The playbook run for each new event or unit", "每个新活动或新单元都套用剧本"),
                ("Which tactics follow the playbook?", "哪些打法套用该剧本？"),
                "tactics.*", some=("playbook",)),
        Element("improved", ("Improved by what each run taught", "用每次执行的经验改进"),
                ("What did the last run teach, and what changed in the playbook since?",
                 "上次执行学到了什么？剧本因此改了什么？"),
                "playbooks.*", each=("learned",)),
    ),
)

APPLICATION = Step(
    ("Application", "应用层"),
    ("means", "market", "goals", "milestones", "tactics", "timeline", "budget"),
    (
        Element("audience", ("Means decided by the audience and its media habits", "由受众及其媒介习惯决定的手段"),
                ("Is the audience business or consumer, and where does it look and listen?",
                 "受众是企业还是个人？平时看什么、听什么？"),
                "strategy.means.*", each=("audience", "habits")),
        Element("objective", ("Means decided by the objective", "由目的决定的手段"),
                ("Is each means for awareness, for new customers, or for more value from existing ones?",
                 "每种手段是为了知名度、新客户，还是老客户的更多价值？"),
                "strategy.means.*", each=("objective",)),
        Element("resources", ("Means decided by the resources", "由资源决定的手段"),
                ("What does each means take, and does the money go to what returns most?",
                 "每种手段要多少资源？钱是否花在回报最高处？"),
                "strategy.means.*", each=("resources",)),
    ),
)

ORGANISATION = Step(
    ("Organisation", "组织层"),
    ("organization", "goals-by-person", "workload", "handovers", "measurement"),
    (
        Element("structure", ("A structure that fits the stage of the company", "与发展阶段匹配的架构"),
                ("Is marketing one or two roles, a department, or central, by unit, or both?",
                 "市场部是一两个岗位、一个部门，还是集中、按单元或混合？"),
                "organization.structure", asks=("RM909",)),
        Element("head", ("A head", "负责人"),
                ("Who leads it?", "谁来领导？"),
                "organization.head"),
        Element("functions", ("Duties by function", "按职能划分的职责"),
                ("Which functions does each person carry?", "每个人承担哪些职能？"),
                "organization.people.*", each=("functions",), asks=("RM903", "RM908")),
        Element("personal-goals", ("Goals broken down to each person", "目标分解到个人"),
                ("Which goals does each person answer for?", "每个人对哪些目标负责？"),
                "organization.people.*", each=("goals",), asks=("RM301", "RM603", "RM905", "RM910")),
        Element("incentives", ("Incentives", "激励"),
                ("What does reaching the goals bring each person?", "达成目标后每个人得到什么？"),
                "organization.people.*", each=("incentive",)),
        Element("bdr-quality",
                ("BDR quality by lead-to-MQL and MQL-to-SQL conversion and satisfaction",
                 "以线索到 MQL、MQL 到 SQL 的转化率与客户满意度衡量 BDR"),
                ("By what is the team that hands leads over judged, and to whom does it report?",
                 "移交线索的团队向谁汇报？用什么衡量？"),
                "organization.handovers.*", each=("reports_to", "judged_by"), asks=("RM904",)),
    ),
)

# fmt: on

METHOD = Framework(
    "pyramid",
    ("Digital transformation pyramid", "数字化转型金字塔"),
    (COGNITION, PROCESS, APPLICATION, ORGANISATION),
)
