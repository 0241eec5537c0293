"""Words that stand before a colon in notes and answers and are nobody's name."""

HEADINGS = frozenset(
    """
    note notes nb ps fyi todo tip warning caution important remember example examples eg ie
    summary conclusion overview background context introduction intro agenda transcript recording
    date time duration length location subject title topic participants attendees speakers company position role level
    team round stage phase part section step option options plan goal goals start end ended
    situation task action actions result results outcome impact learning learnings reflection problem solution approach
    requirement requirements functional non-functional nonfunctional assumption assumptions constraint constraints
    estimate estimates estimation scale storage bandwidth traffic reads writes read write latency throughput
    api apis endpoint endpoints schema table tables entity entities data model cache caching queue database db
    client server service services monitoring deployment security failure failures bottleneck bottlenecks
    pros cons pro con trade-off trade-offs tradeoff tradeoffs cost costs risk risks alternative alternatives
    complexity space input output inputs outputs case cases edge test tests expected actual code
    else try finally default lambda return class def if for while switch do http https ftp file line error info debug
    key value type name id url link source sources first second third last next then
    so also but and or because however meanwhile feedback rating score strengths weaknesses verdict decision overall
    observations follow-up follow-ups hint hints from to cc bcc re sent received
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday today yesterday
    webvtt kind language style region created updated version tags author format
    """.split()  # noqa: SIM905
)
"""In small letters. A label with one of these in it is not a speaker."""
