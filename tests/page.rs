//! The page in a real browser: it is complete, loads nothing, and runs nothing but its own script.

mod chromium;
mod shared;

use std::path::{Path, PathBuf};

use chromium::Page;
use oxsec::experiment::{Columns, Domains, Reading, read, score_in};
use oxsec::report::{Report, page};
use oxsec_rules::RuleSet;
use serde_json::json;
use tempfile::TempDir;

/// Writes the page on an experiment. Returns it, its size in bytes, and the ids of the tables that it must have.
fn write_page(experiment_file: &Path, groups: &[&str], folder: &TempDir) -> (PathBuf, usize, Vec<&'static str>) {
    let experiment = read(&[experiment_file.to_owned()], &Columns::default(), &Domains::default());
    assert_eq!(experiment.problems, []);
    let rules = RuleSet::preset("recommended").unwrap();
    let scored = score_in(&experiment, &rules, Reading::PUBLISHED);
    let groups: Vec<_> = groups.iter().map(|group| group.parse().unwrap()).collect();
    let report = Report::new(&scored, &groups);
    let text = page::render(&report, &origin(experiment_file));
    let file = folder.path().join("report.html");
    std::fs::write(&file, &text).unwrap();
    (file, text.len(), report.tables().iter().map(|table| table.id).collect())
}

fn origin(file: &Path) -> page::Origin {
    page::Origin {
        date: "2026-01-02T03:04:05Z".to_owned(),
        inputs: vec![page::Input::read(file)],
        rules: "preset recommended".to_owned(),
        command: "oxsec rescore a.json --format html".to_owned(),
        everything: "oxsec rescore a.json --format json -o scored.json".to_owned(),
    }
}

/// Asserts that the page requested nothing and reported no error.
fn assert_quiet(page: &Page) {
    assert!(page.requests.is_empty(), "{:?}", page.requests);
    assert!(page.complaints.is_empty(), "{:?}", page.complaints);
}

#[test]
fn the_browser_sees_requests_and_complaints() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loud.html");
    let loud =
        "<!doctype html><img src='http://127.0.0.1:9/x.png'><script>console.error('loud'); undefined_name</script>";
    std::fs::write(&file, loud).unwrap();
    let Some(mut page) = Page::open(&file) else { return };
    page.evaluate("new Promise(resolve => setTimeout(resolve, 100))");
    assert!(page.requests.iter().any(|url| url.contains("127.0.0.1:9")), "{:?}", page.requests);
    let complaints = page.complaints.join("\n");
    assert!(complaints.contains("loud") && complaints.contains("undefined_name"), "{complaints}");
}

#[test]
fn the_stored_experiment_is_all_there() {
    let Some(stored) = shared::file("stored/overnight-7iter.json") else { return };
    let folder = tempfile::tempdir().unwrap();
    let groups = ["claude=opus*,sonnet*,haiku*", "gemini=gemini*"];
    let (file, size, tables) = write_page(&stored, &groups, &folder);
    assert!(size < 5_000_000, "{size} bytes");
    let Some(mut page) = Page::open(&file) else { return };

    for id in tables {
        let rows = page.evaluate(&format!("document.querySelectorAll('#{id} tbody tr').length"));
        assert!(rows.as_u64().unwrap() > 0, "table {id} is empty");
    }
    // A picture exists if something is drawn, on the screen, within its own frame.
    let drawn = "[...document.querySelectorAll('main figure svg')].filter(svg => {
        const frame = svg.getBoundingClientRect();
        if (frame.width === 0) return false;
        const shapes = [...svg.querySelectorAll('g > *')];
        if (shapes.length < 10) throw new Error(svg.ariaLabel + ' is empty');
        for (const shape of shapes) {
            const box = shape.getBoundingClientRect();
            if (box.left < frame.left - 24 || box.right > frame.right + 24 || box.bottom > frame.bottom + 4)
                throw new Error(svg.ariaLabel + ' is cut off: ' + shape.outerHTML);
        }
        return true;
    }).map(svg => svg.ariaLabel)";
    let expected = json!([
        "Vulnerability rate of each model, with both intervals",
        "Vulnerability rate of each model in each reading",
        "Vulnerable answers by prompt and model",
        "Vulnerability rates in database",
        "Vulnerability rates in authentication",
        "Vulnerability rates in file-io",
        "Vulnerability rates in command-execution",
        "Vulnerability rates in configuration",
        "From vulnerability rate to net rate",
        "Findings by rule and model",
    ]);
    assert_eq!(page.evaluate(drawn), expected);
    page.evaluate("document.getElementById('basis-code').click()");
    assert_eq!(page.evaluate(drawn), expected, "among code");

    let answers = "[...document.querySelectorAll('.view > .page > .answer')].reduce((sum, answer) => sum + Number(answer.dataset.count), 0)";
    assert_eq!(page.evaluate(answers), 700);
    let list = "[...document.querySelectorAll('#answer-list tbody tr')].reduce((sum, row) => sum + Number(row.cells[3].textContent), 0)";
    assert_eq!(page.evaluate(list), 700, "identical answers are counted");
    assert_eq!(page.evaluate("document.getElementById('sampled')"), json!(null));
    // The result and its picture come first; the page's foot says what was read.
    assert_eq!(
        page.evaluate("document.querySelector('main .result').getBoundingClientRect().bottom < innerHeight"),
        true
    );
    assert_eq!(
        page.evaluate("document.querySelector('main figure svg').getBoundingClientRect().top < innerHeight / 2"),
        true
    );
    let foot = page.evaluate("document.querySelector('footer').textContent");
    for expected in
        [env!("CARGO_PKG_VERSION"), "2026-01-02", "overnight-7iter.json", "preset recommended", "oxsec rescore"]
    {
        assert!(foot.as_str().unwrap().contains(expected), "{expected} is not in {foot}");
    }
    let hash = page.evaluate("document.querySelector('footer dd code').textContent");
    assert_eq!(hash.as_str().unwrap().len(), 64);
    let rule = page.evaluate("document.querySelector('.finding b a').href");
    assert!(rule.as_str().unwrap().contains("/docs/rules/"), "{rule}");
    assert!(page.evaluate("document.querySelectorAll('.code .k').length").as_u64().unwrap() > 1000);
    let broken = "[...document.querySelectorAll(\"a[href^='#']\")].filter(link => !document.getElementById(link.getAttribute('href').slice(1))).length";
    assert_eq!(page.evaluate(broken), 0, "links lead nowhere");
    assert_quiet(&page);
}

#[test]
fn nothing_is_cut_at_any_width() {
    let Some(stored) = shared::file("stored/overnight-7iter.json") else { return };
    let folder = tempfile::tempdir().unwrap();
    let (file, ..) = write_page(&stored, &[], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    // Every element that is wider than the screen must be in a frame that scrolls.
    let cut = "[...document.querySelectorAll('body *')].filter(element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > innerWidth + 1 && !element.closest('.scroll, ol.code, .skip, svg');
    }).map(element => element.outerHTML.slice(0, 200))";
    for (width, height) in [(390, 844), (768, 1024), (1440, 900)] {
        page.resize(width, height);
        for place in ["main", "m0", "m0-p0", "p0"] {
            page.evaluate(&format!("location.hash = '{place}'"));
            page.evaluate("new Promise(resolve => setTimeout(resolve, 50))");
            assert_eq!(page.evaluate(cut), json!([]), "{place} at {width}");
            let overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth");
            assert!(overflow.as_i64().unwrap() <= 0, "{place} at {width} is {overflow} pixels too wide");
        }
    }
    assert_quiet(&page);
}

#[test]
fn answers_are_searched_filtered_and_sorted() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (1..=6)
        .map(|iteration| {
            let code = match iteration {
                1 | 2 => "pool.query('SELECT * FROM users');".to_owned(),
                3 => "eval(needle)".to_owned(),
                _ => format!("const a = {iteration}; use(a);"),
            };
            let model = if iteration % 2 == 0 { "even" } else { "odd" };
            // Two of the same are folded only within a model and prompt.
            let model = if iteration == 2 { "odd" } else { model };
            format!("{}\n", json!({ "model": model, "prompt": "p", "iteration": iteration, "code": code }))
        })
        .collect();
    let experiment = folder.path().join("rows.jsonl");
    std::fs::write(&experiment, rows).unwrap();
    let (file, ..) = write_page(&experiment, &[], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    let shown = "[...document.querySelectorAll('#answer-list tbody tr')].filter(row => row.getBoundingClientRect().height > 0).map(row => Number(row.cells[2].textContent))";
    let set = |page: &mut Page, selector: &str, value: &str| {
        page.evaluate(&format!(
            "{{ const field = document.querySelector(\"{selector}\"); field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
        ));
    };
    let mut all = page.evaluate(shown).as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect::<Vec<_>>();
    all.sort_unstable();
    assert_eq!(all, [1, 3, 4, 5, 6]);
    assert_eq!(page.evaluate("document.getElementById('found').textContent"), "5 answers");

    set(&mut page, "#search", "NEEDLE eval");
    assert_eq!(page.evaluate(shown), json!([3]));
    assert_eq!(page.evaluate("document.getElementById('found').textContent"), "1 of 5 answers");
    set(&mut page, "#search", "nowhere");
    assert_eq!(page.evaluate(shown), json!([]));
    set(&mut page, "#search", "");
    set(&mut page, "[data-filter=model]", "1");
    let second = page.evaluate("document.querySelector('[data-filter=model]').selectedOptions[0].textContent");
    assert_eq!(page.evaluate(shown), if second == "even" { json!([4, 6]) } else { json!([1, 3, 5]) });
    set(&mut page, "[data-filter=fixed]", "3");
    assert_eq!(page.evaluate(shown), if second == "even" { json!([]) } else { json!([1, 3]) });
    set(&mut page, "[data-filter=fixed]", "");
    set(&mut page, "[data-filter=model]", "");

    let sort = "document.querySelectorAll('#answer-list thead button')[2].click()";
    page.evaluate(sort);
    assert_eq!(page.evaluate(shown), json!([6, 5, 4, 3, 1]));
    page.evaluate(sort);
    assert_eq!(page.evaluate(shown), json!([1, 3, 4, 5, 6]));
    assert_eq!(page.evaluate("document.querySelectorAll('#answer-list th')[2].ariaSort"), "ascending");
    let same = page.evaluate("document.querySelector('.answer[data-count=\"2\"] h3').textContent");
    assert!(same.as_str().unwrap().starts_with("Iterations 1, 22 identical answers"), "{same}");
    assert_quiet(&page);
}

#[test]
fn proofs_are_shown_and_an_answer_to_two_prompts_once() {
    let folder = tempfile::tempdir().unwrap();
    let code = "const { exec } = require('child_process');\nmodule.exports = (name) => exec('convert ' + name);\n";
    let row = |prompt: &str| format!("{}\n", json!({ "model": "m", "prompt": prompt, "iteration": 1, "code": code }));
    let experiment = folder.path().join("rows.jsonl");
    std::fs::write(&experiment, ["p", "q"].map(row).concat()).unwrap();
    let (file, ..) = write_page(&experiment, &[], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    assert_eq!(page.evaluate("document.querySelectorAll('.answer').length"), 2);
    assert_eq!(page.evaluate("document.querySelectorAll('.answer ol.code').length"), 1, "the same code once");
    let link = page.evaluate("document.querySelector('.answer[data-same] p a').hash.slice(1)");
    let shown = format!("document.getElementById({link}).querySelector('.witness').textContent");
    assert!(!page.evaluate(&shown).as_str().unwrap().is_empty(), "an input that does the damage");
    let steps = page.evaluate("document.querySelector('.steps').textContent");
    assert!(steps.as_str().unwrap().contains("line 2, parameter"), "{steps}");
    let search = "{ const field = document.querySelector('#search'); field.value = 'convert'; field.dispatchEvent(new Event('input', { bubbles: true })); }";
    page.evaluate(search);
    assert_eq!(
        page.evaluate("document.getElementById('found').textContent"),
        "2 answers",
        "what is folded is found too"
    );
    assert_quiet(&page);
}

#[test]
fn the_way_back_keeps_the_place() {
    let Some(stored) = shared::file("stored/overnight-7iter.json") else { return };
    let folder = tempfile::tempdir().unwrap();
    let (file, ..) = write_page(&stored, &[], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    let wait = "new Promise(resolve => setTimeout(resolve, 300))";
    let go = "{ const link = document.querySelector('#by-rule .wide a'); link.scrollIntoView({ block: 'center' });
        window.was = scrollY; link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); }";
    let back = [
        "history.back()",
        "document.querySelector('.view:target .path a').click()",
        "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))",
    ];
    for way in back {
        page.evaluate(go);
        page.evaluate(wait);
        assert_eq!(page.evaluate("document.querySelector('.view:target') !== null && window.was > 500"), true);
        page.evaluate(way);
        page.evaluate(wait);
        assert_eq!(page.evaluate("document.querySelector('.view:target')"), json!(null), "{way}");
        let moved = page.evaluate("Math.abs(scrollY - window.was)");
        assert!(moved.as_f64().unwrap() < 3.0, "{way} lands {moved} pixels off");
    }
    assert_quiet(&page);
}

#[test]
fn a_large_experiment_is_sampled() {
    let folder = tempfile::tempdir().unwrap();
    let mut rows = String::new();
    for prompt in 0..100 {
        for iteration in 1..=20 {
            let code = format!("pool.query('SELECT * FROM t{prompt}_{iteration}');");
            let row = json!({ "model": "m", "prompt": format!("p{prompt}"), "iteration": iteration, "code": code });
            rows += &format!("{row}\n");
        }
    }
    let experiment = folder.path().join("rows.jsonl");
    std::fs::write(&experiment, rows).unwrap();
    let (file, ..) = write_page(&experiment, &[], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    assert_eq!(page.evaluate("document.querySelectorAll('.answer').length"), 400);
    let note = page.evaluate("document.getElementById('sampled').textContent");
    let note = note.as_str().unwrap();
    assert!(note.contains("1600 are left out") && note.contains("--format json -o scored.json"), "{note}");
    let figures = page.evaluate("document.querySelector('header p').textContent");
    assert!(figures.as_str().unwrap().contains("2000 answers"), "{figures}");
    assert_quiet(&page);
}

#[test]
fn cells_lead_to_answers_by_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let (file, ..) = write_page(&hostile_experiment(&folder), &[], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    let shown = |page: &mut Page, selector: &str| {
        page.evaluate(&format!("document.querySelector(\"{selector}\").getBoundingClientRect().height > 0")) == true
    };
    let focused = "document.activeElement.getAttribute('href')";

    page.evaluate("document.querySelector('#by-prompt .wide a[data-row=\"0\"][data-column=\"0\"]').focus()");
    let first = page.evaluate(focused);
    page.press("ArrowRight");
    let second = page.evaluate(focused);
    assert_ne!(first, second);
    page.press("ArrowLeft");
    assert_eq!(page.evaluate(focused), first);

    assert!(shown(&mut page, "main"));
    page.evaluate("document.activeElement.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))");
    page.evaluate("new Promise(resolve => setTimeout(resolve, 100))");
    assert_eq!(page.evaluate("location.hash"), first);
    assert!(!shown(&mut page, "main"));
    assert!(shown(&mut page, ".view:target .answer ol.code"));
    page.press("Escape");
    page.evaluate("new Promise(resolve => setTimeout(resolve, 100))");
    assert!(shown(&mut page, "main"));

    let paper = "getComputedStyle(document.body).backgroundColor";
    let before = page.evaluate(paper);
    page.evaluate("document.getElementById('theme').click()");
    assert_ne!(page.evaluate(paper), before);
    assert_quiet(&page);
}

/// A text that tries to run, to close the element around it, to hide, and to reverse the text after it.
const HOSTILE: &str = "</style></script></title></textarea>--><script>window.owned=1;document.title='owned'</script>\
                       <img src=x onerror=window.owned=1>\"'`${owned}&lt;&#60;\u{202e}\u{2066}\u{0}\u{7}\u{1b}[31m\u{200b}";

/// Makes an experiment of two models, one of them hostile in its name, its prompts and its answers.
fn hostile_experiment(folder: &TempDir) -> PathBuf {
    let code = format!("// {HOSTILE}\npool.query('SELECT * FROM users'); // {HOSTILE}\n");
    let fixed = format!("// {HOSTILE}\npool.query('SELECT id FROM users').then(use); // {HOSTILE}\n");
    let file = folder.path().join("hostile.jsonl");
    let mut rows = String::new();
    for model in ["plain", &format!("model {HOSTILE}")] {
        for prompt in ["plain", &format!("prompt {HOSTILE}")] {
            for (iteration, code) in [(1, code.as_str()), (2, HOSTILE), (3, "")] {
                let row = json!({
                    "model": model, "prompt": prompt, "iteration": iteration, "code": code, "remediation": fixed,
                    "domain": format!("domain {HOSTILE}"),
                });
                rows += &format!("{row}\n");
            }
        }
    }
    std::fs::write(&file, rows).unwrap();
    file
}

#[test]
fn hostile_text_is_text() {
    let folder = tempfile::tempdir().unwrap();
    let (file, ..) = write_page(&hostile_experiment(&folder), &["a<script>window.owned=1</script>=*"], &folder);
    let Some(mut page) = Page::open(&file) else { return };
    assert_eq!(page.evaluate("window.owned === undefined"), true);
    assert!(page.evaluate("document.title").as_str().unwrap().starts_with("Security of generated code"));
    assert_eq!(page.evaluate("document.scripts.length + document.images.length + document.styleSheets.length"), 2);
    // The model's name as it is shown where it is not cut: everything of it is there, and nothing is hidden.
    let shown = HOSTILE
        .replace('\u{202e}', "⟨U+202E⟩")
        .replace('\u{2066}', "⟨U+2066⟩")
        .replace('\u{0}', "⟨U+0000⟩")
        .replace('\u{7}', "⟨U+0007⟩")
        .replace('\u{1b}', "⟨U+001B⟩")
        .replace('\u{200b}', "⟨U+200B⟩");
    for (selector, text) in [
        ("#leaderboard tbody th", format!("model {shown}")),
        ("#prompts tbody th", format!("prompt {shown}")),
        ("#domains tbody th", format!("domain {shown}")),
        (".view h2", format!("model {shown}")),
        (".code li", format!("// {shown}")),
        (".code li.come", format!("// {shown}")),
    ] {
        let found =
            page.evaluate(&format!("[...document.querySelectorAll('{selector}')].map(found => found.textContent)"));
        let found = found.as_array().unwrap();
        assert!(
            found.iter().any(|found| found.as_str().unwrap().contains(&text)),
            "{selector}: {text} is not in {found:?}"
        );
    }
    assert_quiet(&page);
}
