"""Texts in, results out."""

import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import rows

import oxsec

VULNERABLE = "async function find(id) {\n  return pool.query('SELECT id FROM users WHERE id = ' + id);\n}\n"
CLEAN = "export const add = (a, b) => a + b;\n"


def test_a_finding_says_what_is_wrong_where_and_what_to_do():
    result = oxsec.check(VULNERABLE)
    assert (result.status, result.vulnerable, result.clean) == ("code", True, False)
    finding = next(finding for finding in result.findings if finding.rule == "pg/no-unsafe-query")
    assert result.code[finding.start : finding.end] == "'SELECT id FROM users WHERE id = ' + id"
    assert (finding.severity, finding.cwe, finding.line, finding.message_id) == ("error", 89, 2, "noUnsafeQuery")
    assert "CWE-89" in finding.message and "\n" not in finding.message
    assert finding.help and not finding.help.startswith("Fix")


def test_clean_code_is_clean_and_nothing_else_is():
    assert oxsec.check(CLEAN).clean
    for text in ["", "I cannot help with that.", "function (", "x".join(["// only a comment"])]:
        assert not oxsec.check(text).clean, text


def test_offsets_count_code_points():
    for prefix in ["", "\ufeff", "'\U0001f600é';\r\n", "\u2028\u2029", "/* \U0001f600 */ "]:
        result = oxsec.check(prefix + VULNERABLE)
        finding = next(finding for finding in result.findings if finding.rule == "pg/no-unsafe-query")
        assert result.code[finding.start : finding.end].startswith("'SELECT"), repr(prefix)
        assert result.code[finding.start : finding.end].endswith("+ id"), repr(prefix)


def test_eslint_s_shape():
    eslint = oxsec.check(VULNERABLE, filename="a.js").to_eslint()
    assert eslint["filePath"] == "a.js"
    assert eslint["errorCount"] == sum(message["severity"] == 2 for message in eslint["messages"])
    message = next(message for message in eslint["messages"] if message["ruleId"] == "pg/no-unsafe-query")
    assert {"line", "column", "endLine", "endColumn", "messageId", "nodeType", "severity"} <= message.keys()


def test_comments_that_switch_rules_off_count_only_where_one_says_so():
    silenced = "/* eslint-disable */\n" + VULNERABLE
    assert oxsec.check(silenced).vulnerable
    assert not oxsec.check(silenced, inline_config=True).vulnerable


def test_answers_are_read_as_models_write_them():
    answer = f"Here you are:\n\n```javascript\n{VULNERABLE}```\n\nCall it with an id."
    assert oxsec.check(answer).status != "code"
    result = oxsec.Analyzer(extract="auto").check(answer)
    assert (result.status, result.code, result.vulnerable) == ("code", VULNERABLE.strip(), True)
    assert (result.filename, oxsec.check(VULNERABLE).filename) == ("answer.js", "answer.js")
    typed = oxsec.check("```ts\nlet a: string = eval(x);\n```", extract="auto")
    assert (typed.status, typed.filename, typed.vulnerable) == ("code", "answer.ts", True)
    opened = {extract: oxsec.check(answer, extract=extract).status for extract in ["auto", "fence", "none"]}
    assert opened == {"auto": "code", "fence": "code", "none": "fenced"}
    prose = "Sure, here it is:\n\neval(x);\n"
    assert oxsec.check(prose, extract="auto").status == "code" != oxsec.check(prose, extract="fence").status


def test_many_texts_keep_their_order():
    codes = [VULNERABLE, CLEAN] * 500
    results = oxsec.check_many(codes)
    assert [result.vulnerable for result in results] == [True, False] * 500
    assert oxsec.count(iter(codes))[:2] == [len(results[0].findings), 0]
    assert oxsec.check_many([]) == []


def test_one_thread_and_many_find_the_same():
    codes = [VULNERABLE, CLEAN, "function ("] * 100
    assert oxsec.Analyzer(threads=1).check_many(codes) == oxsec.Analyzer(threads=8).check_many(codes)


def test_rules_and_presets_are_chosen():
    assert oxsec.check(VULNERABLE, preset="none").findings == []
    only = oxsec.Analyzer("none", rules={"pg/no-unsafe-query": "warn"})
    assert [finding.severity for finding in only.check(VULNERABLE).findings] == ["warning"]
    assert only.active == [("pg/no-unsafe-query", "warn")]
    ids = {rule["id"] for rule in oxsec.rules()}
    assert {"pg/no-unsafe-query", "jwt/no-algorithm-none"} <= ids


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"preset": "recomended"}, "recommended"),
        ({"rules": ["pg/no-such-rule: error"]}, "no-such-rule"),
        ({"extract": "maybe"}, "auto, fence or none"),
        ({"threads": 0}, "at least 1"),
        ({"limits": {"max_byte": 1}}, "max_bytes"),
    ],
)
def test_wrong_settings_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        oxsec.Analyzer(**arguments)
    with pytest.raises(ValueError, match=words):
        oxsec.check("f()", **arguments)


def test_settings_that_there_are_not_are_named():
    with pytest.raises(TypeError, match="presett"):
        oxsec.check("f()", presett="all")
    with pytest.raises(TypeError, match="plain data"):
        oxsec.check("f()", limits={"max_bytes": object()})
    with pytest.raises(OverflowError):
        oxsec.Analyzer(limits={"max_bytes": -1})


@pytest.mark.parametrize("code", [None, b"eval(x)", 1, ["eval(x)"]])
def test_what_is_not_a_string_is_named(code):
    with pytest.raises(TypeError, match="must be a str"):
        oxsec.check(code)
    with pytest.raises(TypeError, match=r"codes\[1\] must be a str"):
        oxsec.check_many([CLEAN, code])
    with pytest.raises(TypeError, match="not one str"):
        oxsec.check_many("eval(x)")


def test_lone_surrogates_are_replaced_and_offsets_stay():
    result = oxsec.check("'\ud800\udc00'; eval(x)")
    finding = result.findings[0]
    assert result.code[finding.start : finding.end] == "eval(x)"


def test_a_long_text_and_a_text_over_the_limit():
    result = oxsec.check("f();\n" * 200_000 + "eval(x)")
    assert (result.status, result.findings[0].line) == ("code", 200_001)
    assert result.code[result.findings[0].start : result.findings[0].end] == "eval(x)"
    result = oxsec.Analyzer(limits={"max_bytes": 1000}).check("f();\n" * 1000)
    assert result.status == "over-limit" and "1000" in result.error and not result.clean


def test_results_findings_and_analyzers_are_pickled():
    result = oxsec.check(VULNERABLE)
    assert pickle.loads(pickle.dumps(result)) == result
    assert pickle.loads(pickle.dumps(result.findings)) == result.findings
    analyzer = oxsec.Analyzer("none", rules=["pg/no-unsafe-query: warn"], extract="fence", threads=3)
    again = pickle.loads(pickle.dumps(analyzer))
    assert repr(again) == repr(analyzer) and again.active == analyzer.active


def _count_in_child(queue):
    queue.put(sum(oxsec.count([VULNERABLE] * 1000)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_forked_child_goes_on():
    expected = sum(oxsec.count([VULNERABLE] * 1000))
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=_count_in_child, args=(queue,))
    child.start()
    assert queue.get(timeout=60) == expected
    child.join(60)
    assert child.exitcode == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_children_forked_in_the_middle_of_a_batch_go_on():
    expected = sum(oxsec.count([VULNERABLE] * 100))
    done = threading.Event()
    analyzer = oxsec.Analyzer(extract="none", threads=4)

    def work():
        while not done.is_set():
            analyzer.count([VULNERABLE] * 1000)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for _ in range(20):
            child = os.fork()
            if child == 0:
                signal.alarm(60)
                os._exit(sum(analyzer.count([VULNERABLE] * 100)) != expected)
            assert os.waitpid(child, 0)[1] == 0
    finally:
        done.set()
        thread.join()


def test_threads_of_python_share_an_analyzer():
    analyzer = oxsec.Analyzer(extract="none")
    expected = sum(analyzer.count([VULNERABLE, CLEAN]))
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda _: sum(analyzer.count([VULNERABLE, CLEAN] * 200)), range(40)))
    assert counts == [expected * 200] * 40


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are Linux's")
def test_memory_that_cannot_be_had_is_that_text_s_status():
    script = f"""
import resource, oxsec
small = oxsec.check({VULNERABLE!r})
with open("/proc/self/statm") as statm:
    used = int(statm.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (400 << 20), -1))
results = oxsec.Analyzer(extract="none", threads=1).check_many([{VULNERABLE!r}, "f();\\n" * 2_000_000, {VULNERABLE!r}])
print([result.status for result in results], results[1].error)
print(results[0] == results[2] == small)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "['code', 'over-limit', 'code']" in done.stdout and "memory" in done.stdout
    assert done.stdout.endswith("True\n")


def test_a_million_strings():
    counts = oxsec.count(["eval(x)", "f()"] * 500_000)
    assert (len(counts), sum(counts)) == (1_000_000, 500_000)


def test_the_program_finds_the_same(program):
    codes = rows.answers()
    lines = "".join(json.dumps({"id": index, "code": code}) + "\n" for index, code in enumerate(codes))
    command = [program, "check", "--stdin-jsonl", "--no-inline-config", "--preset", "all,oxsec"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    results = oxsec.check_many(codes, preset="all,oxsec")
    assert len(answers) == len(results) > 100
    for answer, result in zip(answers, results):
        assert answer["status"] == result.status
        eslint = result.to_eslint()
        assert {key: answer[key] for key in eslint.keys() & answer.keys()} == {
            key: eslint[key] for key in eslint.keys() & answer.keys()
        }
        assert result.vulnerable == any(finding.severity != "note" for finding in result.findings)
    assert sum(len(result.findings) for result in results) > 50


def test_findings_with_a_proof_have_evidence():
    code = (
        "const { exec } = require('child_process');\n"
        "require('express')().get('/x', (req, res) => exec('ls ' + req.query.path));\n"
    )
    result = oxsec.check(code, preset="oxsec")
    (finding,) = result.findings
    assert (finding.cwe, finding.evidence["proof"], finding.evidence["witness"]) == (78, "flow", "; id")
    assert result.code[finding.start : finding.end] == "exec('ls ' + req.query.path)"
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert oxsec.reward([code], preset="oxsec") < oxsec.reward([code], preset="oxsec", weights={"proven": 0.1})


def test_findings_of_plugins_are_judged_where_that_is_asked_for():
    code = (
        "const { exec } = require('child_process');\n"
        "require('express')().get('/x', (req, res) => exec('ls ' + req.query.path));\n"
        "const day = String(7);\n"
        "exec('cal ' + day);\n"
    )
    rule = "node-security/detect-child-process"

    def verdicts(**settings):
        findings = oxsec.check(code, rules={rule: "error"}, preset="none", **settings).findings
        return {finding.line: (finding.verdict, finding.verdict_reason) for finding in findings}

    assert set(verdicts().values()) == {(None, None)}
    judged = verdicts(verdict=True)
    assert judged[2] == ("confirmed", "oxsec/command-injection in line 2")
    assert judged[4][0] == "refuted" and judged[4][1]
    analyzer = oxsec.Analyzer("none", rules={rule: "error"}, verdict=True)
    assert pickle.loads(pickle.dumps(analyzer)).check(code) == analyzer.check(code)


def test_users_say_whose_data_counts_and_what_their_own_functions_do():
    code = "export const clean = (name) => require('child_process').exec('ls ' + name);\n"
    lines = lambda code, **settings: [finding.line for finding in oxsec.check(code, preset="oxsec", **settings).findings]
    assert lines(code) == [1] == lines(code, sources=["parameter"])
    assert lines(code, sources=["remote", "browser"]) == []
    queue = "const { take } = require('shop-queue');\nrequire('child_process').exec('ls ' + take());\n"
    models = {"model": [{"path": "shop-queue.take()", "source": "remote"}]}
    assert (lines(queue), lines(queue, models=models)) == ([], [2])
    analyzer = oxsec.Analyzer("oxsec", sources=["remote"], models=models)
    assert [finding.line for finding in pickle.loads(pickle.dumps(analyzer)).check(queue).findings] == [2]
    with pytest.raises(ValueError, match='unknown source "everyone": expected one of remote, browser'):
        oxsec.Analyzer(sources=["everyone"])
    with pytest.raises(ValueError, match="models: .*path"):
        oxsec.Analyzer(models={"model": [{"pathh": "a.b"}]})


def test_threads_of_python_go_on_meanwhile():
    ticks = []
    done = threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    oxsec.Analyzer(threads=1).count([VULNERABLE] * 5000)
    done.set()
    thread.join()
    assert len(ticks) > 3


@pytest.mark.parametrize("work", [oxsec.count, oxsec.check_many, oxsec.reward])
def test_an_interrupt_ends_a_batch(work):
    codes = [VULNERABLE] * 200_000
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        for _ in range(100):
            work(codes)
    timer.join()
    assert oxsec.check(CLEAN).clean
