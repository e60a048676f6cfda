//! The page in a real browser: everything there, nothing loaded, nothing run that is not its own.

mod chromium;
mod shared;

use std::path::{Path, PathBuf};

use chromium::Page;
use oxsec::experiment::{Columns, Domains, read, score};
use oxsec::report::{Report, page};
use oxsec_rules::RuleSet;
use serde_json::json;
use tempfile::TempDir;

/// The page on an experiment, its size in bytes, and the ids of the tables that it has to hold.
fn write_page(experiment: &Path, groups: &[&str], folder: &TempDir) -> (PathBuf, usize, Vec<&'static str>) {
    let experiment = read(&[experiment.to_owned()], &Columns::default(), &Domains::default());
    assert_eq!(experiment.problems, []);
    let rules = RuleSet::preset("recommended").unwrap();
    let scored = score(&experiment, &rules);
    let groups: Vec<_> = groups.iter().map(|group| group.parse().unwrap()).collect();
    let report = Report::new(&scored, &rules, &groups);
    let text = page::render(&report);
    let file = folder.path().join("report.html");
    std::fs::write(&file, &text).unwrap();
    (file, text.len(), report.tables().iter().map(|table| table.id).collect())
}

/// That the page asked for nothing and complained of nothing.
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
    // A picture is there when something is drawn, on the screen, within its own frame.
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

    let answers = "document.querySelectorAll('.view > .page > .answer').length";
    assert_eq!(page.evaluate(answers), 700);
    let broken = "[...document.querySelectorAll(\"a[href^='#']\")].filter(link => !document.getElementById(link.getAttribute('href').slice(1))).length";
    assert_eq!(page.evaluate(broken), 0, "links lead nowhere");
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

/// Tries to run, to close what it stands in, to hide and to turn around what follows.
const HOSTILE: &str = "</style></script></title></textarea>--><script>window.owned=1;document.title='owned'</script>\
                       <img src=x onerror=window.owned=1>\"'`${owned}&lt;&#60;\u{202e}\u{2066}\u{0}\u{7}\u{1b}[31m\u{200b}";

/// Two models, one of them hostile in its name, its prompts and its answers.
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
