use super::*;

const CODE: &str =
    "const { exec } = require('child_process');\nfunction run(name) {\n  exec('ls ' + name);\n}\nmodule.exports = run;";

fn extract(response: &str) -> Extracted {
    Extracted::from_response(response, None)
}

/// Asserts that each of these answers holds [`CODE`], and nothing else that counts.
fn holds_the_code(responses: &[String]) {
    for response in responses {
        let extracted = extract(response);
        assert_eq!((extracted.status, extracted.code.as_str()), (Status::Code, CODE), "{response}");
        for lines in &extracted.extraction.lines {
            for index in 0..lines.count {
                let line = extracted.code.lines().nth(lines.line + index - 1).unwrap();
                let raw = response.lines().nth(lines.raw + index - 1).unwrap_or_default();
                assert!(
                    extracted.extraction.envelope.is_some() || raw.contains(line.trim()),
                    "{line} in {raw}: {response}"
                );
            }
        }
    }
}

fn quoted(code: &str, prefix: &str) -> String {
    code.lines().map(|line| format!("{prefix}{line}\n")).collect()
}

#[test]
fn other_blocks_do_not_get_in_the_way() {
    let block = format!("```js\n{CODE}\n```\n");
    holds_the_code(&[
        format!("Install it:\n\n```bash\nnpm install pg\n```\n\nThen:\n\n{block}"),
        format!("```json\n{{\"type\": \"module\"}}\n```\n\n{block}"),
        format!("```\nsrc/\n  run.js\n```\n\n{block}"),
        format!("```\n├── src\n│   └── run.js\n```\n\n{block}"),
        format!("{block}\nRun it:\n\n```\nnode run.js\n```\n"),
        format!("{block}\n```sql\nCREATE TABLE a (id INT);\n```\n"),
        format!("{block}\nOutput:\n```text\nok\n```\n"),
        format!("{block}\nOutput:\n```\n[ 1, 2 ]\n```\n"),
        format!("```env\nA=b\n```\n{block}```yaml\na: b\n```\n"),
        format!("```dockerfile\nFROM node:20\n```\n{block}"),
        format!("```python\nprint(1)\n```\n{block}"),
        format!("{block}\nWhat changed:\n```diff\n-a();\n+b();\n```\n"),
        format!("Before I answer:\n```console\n$ ls\n```\n{block}"),
    ]);
}

#[test]
fn fences_are_read_however_they_are_written() {
    holds_the_code(&[
        format!("```js\n{CODE}\n```"),
        format!("```\n{CODE}\n```"),
        format!("~~~js\n{CODE}\n~~~\n"),
        format!("~~~~\n{CODE}\n~~~~\n"),
        format!("````js\n{CODE}\n````\n"),
        format!("```javascript title=\"run.js\"\n{CODE}\n```\n"),
        format!("```js:src/run.js\n{CODE}\n```\n"),
        format!("```js {{1,2}} showLineNumbers\n{CODE}\n```\n"),
        format!("``` JavaScript\n{CODE}\n```\n"),
        format!("```src/run.js\n{CODE}\n```\n"),
        format!("``` {{.js .numberLines}}\n{CODE}\n```\n"),
        quoted(&format!("```js\n{CODE}\n```"), "> "),
        format!("1. Use this:\n\n{}", quoted(&format!("```js\n{CODE}\n```"), "   ")),
        format!("- Use this:\n{}", quoted(&format!("```js\n{CODE}\n```"), "  ")),
        quoted(&format!("```js\n{CODE}\n```"), "    "),
        format!("Put it in a ```js``` block:\n\n```js\n{CODE}\n```\n"),
        format!("Use ``` to open:\n```js\n{CODE}\n```\n"),
        format!("```markdown\n# Answer\n\n```js\n{CODE}\n```\n\nDone.\n```\n"),
        format!("````markdown\n# Answer\n\n```js\n{CODE}\n```\n````\n"),
        format!("```\n```js\n{CODE}\n```\n```\n"),
        format!("<details>\n<summary>run.js</summary>\n```js\n{CODE}\n```\n</details>\n"),
        format!("<answer>\n```js\n{CODE}\n```\n</answer>"),
        format!("<answer>{CODE}</answer>"),
        format!("```js\n{CODE}\n```<|im_end|>"),
        format!("```js\n{CODE}\n```</s>"),
        format!("```js\r\n{}\r\n```\r\n", CODE.replace('\n', "\r\n")),
    ]);
}

#[test]
fn stray_fences_are_passed_over() {
    holds_the_code(&[
        format!("{CODE}\n```"),
        format!("Here is the code:\n\n{CODE}\n```\n"),
        format!("\n\n{CODE}\n~~~"),
    ]);
    for open in [
        format!("Here:\n\n```javascript\n{CODE}\n"),
        format!("```\n{CODE}"),
        format!("````js\n{CODE}\n```\n"),
        format!("> ```js\n{}", quoted(CODE, "> ")),
    ] {
        let extracted = extract(&open);
        assert_eq!(extracted.status, Status::CutOff, "{open}");
        assert!(extracted.code.starts_with(CODE), "{open}");
    }
}

#[test]
fn fences_within_code_are_code() {
    for inner in [
        "const fence = '```';",
        "const md = `\n\\`\\`\\`js\ncode\n\\`\\`\\`\n`;",
        "/**\n * ```js\n * run('x');\n * ```\n */",
        "// ```",
        "const md = [\n'```js',\n'x',\n'```',\n].join('\\n');",
    ] {
        let code = format!("{inner}\n{CODE}");
        let extracted = extract(&format!("Here:\n\n```js\n{code}\n```\n\nIt runs."));
        assert_eq!((extracted.status, extracted.code.as_str()), (Status::Code, code.as_str()), "{inner}");
    }
    let template = format!("const md = \"a\" + `\n```js\ncode\n```\n`;\n{CODE}");
    // Back-ticks end a template, so that this is not JavaScript; but it is not clean either.
    assert_ne!(extract(&format!("```js\n{template}\n```\n")).status, Status::Code);
    // A fence on a line of its own in a template, escaped in the middle.
    let comment = format!("/*\nUse:\n```\nrun()\n```\n*/\nconst tick = `x`;\n{CODE}");
    let extracted = extract(&format!("````js\n{comment}\n````\n"));
    assert_eq!((extracted.status, extracted.code.as_str()), (Status::Code, comment.as_str()));
}

#[test]
fn reasoning_and_escapes_are_no_code() {
    let block = format!("```js\n{CODE}\n```");
    holds_the_code(&[
        format!("<think>\nA draft:\n```js\nfunction add(a, b) {{\n  return a + b;\n}}\n```\n</think>\n\n{block}\n"),
        format!("<think>\nLet me think.\n</think>\n{CODE}"),
        format!("Let me think.\n</think>\n\n{CODE}"),
        format!("<thinking>\n```js\nunfinished(\n</thinking>\n{block}"),
        format!("◁think▷maybe◁/think▷{block}"),
        format!("[THINK]maybe[/THINK]\n{block}"),
        format!(
            "<|channel|>analysis<|message|>maybe<|end|><|start|>assistant<|channel|>final<|message|>{block}<|return|>"
        ),
    ]);
    let colored = format!("```js\n\x1b[36m{CODE}\x1b[0m\n```\n");
    assert_eq!(extract(&colored).code, CODE);
    assert_eq!(extract(&format!("<think>\n{block}")).status, Status::CutOff);
    assert_eq!(extract("<think>nothing to say</think>\n").status, Status::Empty);
}

#[test]
fn unfenced_code_is_found_between_sentences() {
    holds_the_code(&[
        CODE.to_owned(),
        format!("\n\n{CODE}\n\n"),
        format!("Loaded cached credentials.\n{CODE}"),
        format!("Loaded cached credentials.\nData collection is disabled.\n\n{CODE}\n"),
        format!("Here is the code:\n\n{CODE}"),
        format!("Sure! Here's the function you asked for:\n\n{CODE}\n\nThis function lists a folder by name."),
        format!("javascript\n{CODE}"),
        format!("# run.js\n\n{CODE}"),
        format!("(node:123) ExperimentalWarning: The fetch API is an experimental feature.\n{CODE}"),
        format!("{CODE}\n\nLet me know if you need anything else!"),
    ]);
    let indented = extract(&format!("Use the code below.\n\n{}\nThat is all.", quoted(CODE, "    ")));
    assert_eq!(indented.status, Status::Code);
    assert!(indented.code.contains("exec('ls ' + name)"), "{}", indented.code);
}

#[test]
fn envelopes_are_opened() {
    let block = format!("```js\n{CODE}\n```");
    let json = |value: serde_json::Value| value.to_string();
    holds_the_code(&[
        json(serde_json::json!({"type": "result", "is_error": false, "result": block})),
        json(serde_json::json!({"response": block, "stats": {}})),
        json(serde_json::json!({"choices": [{"message": {"content": CODE}, "finish_reason": "stop"}]})),
        json(serde_json::json!({"code": CODE})),
        json(serde_json::json!({"files": [
                {"path": "run.js", "content": CODE}, {"path": "README.md", "content": "# x"}]})),
        format!(
            "{}\n{}",
            json(serde_json::json!({"type": "thread.started"})),
            json(serde_json::json!({"type": "item.completed", "item": {"type": "agent_message", "text": block}}))
        ),
    ]);
    let failed = extract("{\"type\":\"result\",\"is_error\":true,\"result\":\"Credit balance is too low\"}");
    assert_eq!(
        (failed.status, failed.extraction.failure.as_deref()),
        (Status::Failed, Some("Credit balance is too low"))
    );
    let cut =
        extract("{\"choices\":[{\"message\":{\"content\":\"```js\\nf();\\n```\"},\"finish_reason\":\"length\"}]}");
    assert_eq!((cut.status, cut.code.as_str()), (Status::CutOff, "f();"));
    assert_eq!(extract("{\"type\": \"module\"}").status, Status::OtherLanguage);
}

#[test]
fn tags_decide_the_language() {
    let typed =
        "import { exec } from 'child_process';\nexport function run(name: string): void {\n  exec('ls ' + name);\n}";
    for (tag, language) in [
        ("typescript", Language::TypeScript),
        ("ts", Language::TypeScript),
        ("tsx", Language::Tsx),
        ("", Language::TypeScript),
    ] {
        let extracted = extract(&format!("```{tag}\n{typed}\n```\n"));
        assert_eq!((extracted.status, extracted.language), (Status::Code, language), "{tag}");
    }
    assert_eq!(extract(typed).language, Language::TypeScript);
    let tags = "export const A = () => <b onClick={() => f()}>x</b>;";
    assert_eq!(extract(&format!("```jsx\n{tags}\n```")).language, Language::Jsx);
    assert_eq!(extract(&format!("```\n{tags}\n```")).language, Language::Jsx);
    assert_eq!(extract(&format!("```js\n{typed}\n```")).status, Status::Unparsable);
    let said = |word: &str| Extracted::from_response(&format!("```js\n{typed}\n```"), Said::of_word(word));
    assert_eq!(said("typescript").status, Status::Code);
    assert_eq!(said("python").status, Status::OtherLanguage);
    assert_eq!(said("").status, Status::Unparsable);
}

#[test]
fn pages_hold_scripts() {
    for page in [
        format!("```html\n<!DOCTYPE html>\n<script src=\"a.js\"></script>\n<script>\n{CODE}\n</script>\n```\n"),
        format!("<!DOCTYPE html>\n<html>\n<script type=\"module\">\n{CODE}\n</script>\n</html>"),
        format!("```vue\n<template><b/></template>\n<script setup>\n{CODE}\n</script>\n```"),
    ] {
        holds_the_code(&[page]);
    }
    assert_eq!(extract("```html\n<b>x</b>\n```").status, Status::OtherLanguage);
}

#[test]
fn later_versions_replace_earlier_ones_and_other_blocks_are_joined() {
    let bad = "function run(name) {\n  eval(name);\n}";
    let fixed = extract(&format!("Here was the problem:\n```js\n{bad}\n```\nHere is the fix:\n```js\n{CODE}\n```\n"));
    assert_eq!((fixed.status, fixed.code.as_str()), (Status::Code, CODE));
    assert_eq!(fixed.extraction.left_out, [LeftOut { block: 1, why: Why::Replaced }]);

    let add = "function add(a, b) {\n  return a + b;\n}\nmodule.exports = add;";
    let joined = extract(&format!("```js\n{add}\n```\n\nThe runner:\n\n```js\n{CODE}\n```\n"));
    assert_eq!((joined.status, joined.extraction.reading), (Status::Code, Reading::Blocks));
    assert_eq!(joined.code, format!("{add}\n{CODE}"));
    assert_eq!(
        joined.extraction.lines,
        [Lines { line: 1, count: 4, block: 1, raw: 2 }, Lines { line: 5, count: 5, block: 2, raw: 11 }]
    );

    let handlers = |query: &str| format!("app.get('/user', (req, res) => {{\n  pool.query({query});\n}});");
    let fixed = extract(&format!(
        "```js\n{}\n```\nFixed:\n```js\n{}\n```\n",
        handlers("'a' + req.query.a"),
        handlers("'a', []")
    ));
    assert_eq!(fixed.code, handlers("'a', []"));
}

#[test]
fn a_part_that_is_defined_again_is_taken_from_the_later_block() {
    let first = "const a = () => 1;\nconst b = () => eval(x);\na(b());";
    let extracted = extract(&format!("```js\n{first}\n```\nAnd mend b:\n```js\nconst b = () => 2;\n```\n"));
    assert_eq!(extracted.status, Status::Code);
    assert!(!extracted.code.contains("eval"), "{}", extracted.code);
    assert!(extracted.code.contains("const a = () => 1;") && extracted.code.contains("const b = () => 2;"));
}

#[test]
fn files_that_share_names_are_still_one_text() {
    let first = "const express = require('express');\nconst router = express.Router();\nmodule.exports = router;";
    let second = "const express = require('express');\nconst app = express();\napp.listen(3000);";
    let joined = extract(&format!("`router.js`\n```js\n{first}\n```\n`app.js`\n```js\n{second}\n```\n"));
    assert_eq!(joined.status, Status::Code, "{}", joined.code);
    let modules =
        ["import fs from 'fs';\nexport default function a() {}", "import fs from 'fs';\nexport default () => fs;"];
    let joined = extract(&format!("```js\n// a.js\n{}\n```\n```js\n// b.js\n{}\n```\n", modules[0], modules[1]));
    assert_eq!(joined.status, Status::Code, "{}", joined.code);
    let clash = "function helper() {\n  return 1;\n}\nhelper(x);";
    let joined =
        extract(&format!("```js\n// a.js\n{clash}\n```\n```js\n// b.js\n{}\n```\n", clash.replace('1', "eval(y)")));
    assert_eq!(joined.status, Status::Code, "{}", joined.code);
    assert!(joined.code.contains("eval"), "{}", joined.code);
}

#[test]
fn examples_of_use_quotes_and_tests_are_left_out() {
    let why = |rest: &str| {
        let extracted = extract(&format!("```js\n{CODE}\n```\n\n{rest}"));
        assert_eq!((extracted.status, extracted.code.as_str()), (Status::Code, CODE), "{rest}");
        extracted.extraction.left_out[0].why
    };
    assert_eq!(why("Usage:\n\n```js\nrun('a').then(console.log);\n```\n"), Why::Usage);
    assert_eq!(why("## Example\n```js\nconst run = require('./run');\nrun('.');\n```\n"), Why::Usage);
    assert_eq!(why("```js\nrun('.');\nconsole.log(run('..'));\n```\n"), Why::Usage);
    assert_eq!(why("The line in question:\n```js\nexec('ls ' + name);\n```\n"), Why::Quoted);
    assert_eq!(why("```js\n// run.test.js\ntest('x', () => run());\n```\n"), Why::Test);
    assert_eq!(why("```js\nrun(…)\n```\n"), Why::Unparsable);
    // A call of a sink is not a usage example, whatever it calls.
    let sink =
        extract("```js\nfunction build(a) { return 'SELECT ' + a; }\n```\nThen:\n```js\npool.query(build(x));\n```\n");
    assert!(sink.code.contains("pool.query"), "{}", sink.code);
}

#[test]
fn what_is_no_code_says_what_it_is() {
    for (response, status) in [
        ("", Status::Empty),
        ("  \n", Status::Empty),
        ("```js\n```", Status::Empty),
        ("```\n```\n", Status::Empty),
        ("```js\n// nothing to do\n```", Status::Empty),
        ("Sure", Status::Refused),
        ("Note: x", Status::Refused),
        ("https://example.com/x", Status::Refused),
        ("42", Status::Refused),
        ("\"I cannot help with that.\"", Status::Refused),
        ("- none", Status::Refused),
        ("safe", Status::Refused),
        ("I'm sorry, but I can't assist with that.", Status::Refused),
        ("I cannot help.\n\n```\nsorry\n```\n", Status::Refused),
        ("Which database do you use?\n\n- PostgreSQL\n- MySQL", Status::Refused),
        ("The code is already secure. No changes are needed.", Status::Refused),
        ("```diff\n-a();\n+b();\n```", Status::Patch),
        ("```\n-a();\n+b();\n```", Status::Patch),
        ("```js\n-exec(a);\n+execFile(a);\n```", Status::Patch),
        ("-exec(a);\n+execFile(a);\n", Status::Patch),
        ("Apply:\n```patch\n--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n```", Status::Patch),
        ("```python\nprint(1)\n```", Status::OtherLanguage),
        ("```bash\nnpm install pg\n```", Status::OtherLanguage),
        ("```json\n{\"a\": 1}\n```", Status::OtherLanguage),
        ("def run(name):\n    return name\n", Status::OtherLanguage),
        ("npm install pg", Status::OtherLanguage),
        ("```sql\nSELECT 1;\n```", Status::OtherLanguage),
        ("```js\nconst a = [1, 2,", Status::CutOff),
        ("```js\nfunction f() {\n```", Status::CutOff),
        ("function f() {\n  return 1;", Status::CutOff),
        ("```js\nconst a = `abc", Status::CutOff),
        ("```js\nconst = 1;\nf();\n```", Status::Unparsable),
        ("You've hit your limit · resets 1pm (Europe/Lisbon)", Status::Failed),
        ("API Error: 500 {\"type\":\"error\"}", Status::Failed),
    ] {
        assert_eq!(extract(response).status, status, "{response}");
    }
}

#[test]
fn every_answer_gets_an_answer_in_time() {
    for response in [
        "```js\nf(`\n".repeat(20_000),
        "<think>\n".repeat(50_000),
        "</think>\n".repeat(50_000),
        "```js\n<think>\n".repeat(30_000),
        "> ".repeat(100_000),
        "- ".repeat(50_000),
        "```\n".repeat(50_000),
        "`".repeat(200_000),
        "a\n\n".repeat(50_000),
        "```js\nconst a = 1;\n```\n".repeat(5_000),
        "<script>".repeat(30_000),
        "{".repeat(100_000),
        "[".repeat(100_000),
        "const a = `\n```\n".repeat(10_000),
        "\u{1b}[".repeat(100_000),
    ] {
        let started = std::time::Instant::now();
        let _ = extract(&response);
        assert!(started.elapsed().as_secs() < 20, "{}: {:?}", &response[..20], started.elapsed());
    }
}

#[test]
fn fences_that_close_on_the_last_line_or_never_end_where_the_code_ends() {
    holds_the_code(&[format!("```js\n{CODE}```"), format!("```js\n{CODE}```\n\nThis runs a command.\n")]);
    let forgotten = extract(&format!("```js\n{CODE}\n\nThis function runs a command, as you asked.\n"));
    assert_eq!((forgotten.status, forgotten.code.as_str()), (Status::CutOff, CODE));
}

#[test]
fn code_in_json_is_read_in_a_fence_too() {
    for envelope in [
        serde_json::json!({"code": CODE, "explanation": "It runs a command."}),
        serde_json::json!({"run.js": CODE, "README.md": "# Run"}),
        serde_json::json!({"files": [{"path": "run.js", "content": CODE}]}),
    ] {
        for response in [envelope.to_string(), format!("Here:\n```json\n{envelope:#}\n```\n")] {
            let extracted = extract(&response);
            assert_eq!((extracted.status, extracted.code.as_str()), (Status::Code, CODE), "{response}");
        }
    }
}

#[test]
fn settings_and_other_languages_are_not_taken_for_code() {
    holds_the_code(&[format!("```\nDB_HOST=localhost\nDB_PORT=5432\n```\n\n```\n{CODE}\n```\n")]);
    for other in [
        "import os\n\ndef run(name):\n    os.system('ls ' + name)\n",
        "<html>\n<body>\n<h1>Orders</h1>\n</body></html>",
        "PORT=3000\n",
    ] {
        assert_eq!(extract(other).status, Status::OtherLanguage, "{other}");
    }
}
