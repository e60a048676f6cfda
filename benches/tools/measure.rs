//! Tables of the cost of an analysis: `cargo run --profile dist --example measure -- phases`.
//!
//! The works that one table compares take turns, round after round, so that a busy machine slows all of them alike; the
//! figures are medians, the ratios medians of each round's ratio.

#[path = "../support/mod.rs"]
mod support;

use std::{
    hint::black_box,
    sync::{
        Barrier,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;
use oxsec_rules::{Analyzer, RuleSet, catalogue, worker_stack};

const USAGE: &str = "usage: measure phases|rules|threads|sizes|parsing|PRESET [ROUNDS]\n       measure growth [PRESET]";

fn main() {
    let table = thread::Builder::new().stack_size(worker_stack(1)).spawn(print_table).expect("a thread can be started");
    if table.join().is_err() {
        std::process::exit(101);
    }
}

fn print_table() {
    let mut arguments = std::env::args().skip(1);
    let table = arguments.next().unwrap_or_default();
    let argument = arguments.next();
    let rounds = argument.as_ref().and_then(|rounds| rounds.parse().ok()).unwrap_or(51);
    let (path, answers) = support::answers();
    let bytes: usize = answers.iter().map(String::len).sum();
    println!("{}: {} answers, {bytes} bytes\n", path.display(), answers.len());
    match table.as_str() {
        "phases" => phases(&answers, rounds),
        "rules" => rules(&answers, rounds),
        "threads" => threads(&answers, rounds),
        "sizes" => sizes(answers, rounds),
        "growth" => growth(argument.as_deref().unwrap_or("all")),
        "parsing" => alone(parsing("parsing and semantic analysis", &answers, true), rounds),
        name if RuleSet::preset(name).is_ok() => alone(analysis(name, &answers, &preset(name)), rounds),
        _ => {
            eprintln!("{USAGE}");
            std::process::exit(2);
        }
    }
}

/// Something that is measured, with its name in the table.
struct Work<'a> {
    name: String,
    run: Box<dyn FnMut() + 'a>,
}

impl<'a> Work<'a> {
    fn new(name: impl Into<String>, run: impl FnMut() + 'a) -> Self {
        Self { name: name.into(), run: Box::new(run) }
    }
}

/// Returns the time of each work in each round.
fn measure(works: &mut [Work], rounds: usize) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::with_capacity(rounds); works.len()];
    for round in 0..=rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            let start = Instant::now();
            (work.run)();
            // The first round warms up.
            if round > 0 {
                times.push(start.elapsed());
            }
        }
    }
    times
}

fn median<T: PartialOrd + Copy>(values: impl IntoIterator<Item = T>) -> T {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort_by(|one, other| one.partial_cmp(other).expect("times and ratios are ordered"));
    values[values.len() / 2]
}

fn milliseconds(times: &[Duration]) -> f64 {
    median(times.iter().copied()).as_secs_f64() * 1e3
}

fn ratio(times: &[Duration], to: &[Duration]) -> f64 {
    median(times.iter().zip(to).map(|(time, to)| time.as_secs_f64() / to.as_secs_f64()))
}

fn parse(allocator: &mut Allocator, source: &str, semantic: bool) {
    allocator.reset();
    let options = ParseOptions { preserve_parens: false, parse_regular_expression: true, ..ParseOptions::default() };
    let parsed = Parser::new(allocator, source, SourceType::mjs()).with_options(options).parse();
    if semantic && !parsed.panicked {
        let program = allocator.alloc(parsed.program);
        black_box(SemanticBuilder::new().with_build_nodes(true).with_check_syntax_error(true).build(program));
    } else {
        black_box(parsed.program);
    }
}

fn parsing<'a>(name: &str, answers: &'a [String], semantic: bool) -> Work<'a> {
    let mut allocator = Allocator::default();
    Work::new(name, move || answers.iter().for_each(|answer| parse(&mut allocator, answer, semantic)))
}

fn analysis<'a>(name: impl Into<String>, answers: &'a [String], rules: &RuleSet) -> Work<'a> {
    let mut analyzer = Analyzer::new(rules);
    Work::new(name, move || {
        for answer in answers {
            black_box(analyzer.analyze("answer.js", answer));
        }
    })
}

fn preset(name: &str) -> RuleSet {
    RuleSet::preset(name).expect("it is a preset")
}

/// Measures parsing, parsing with semantic analysis, and the rules on top.
fn phases(answers: &[String], rounds: usize) {
    let mut works = [
        parsing("parsing", answers, false),
        parsing("parsing and semantic analysis", answers, true),
        analysis("no rules", answers, &RuleSet::new()),
        analysis("preset recommended", answers, &preset("recommended")),
        analysis("preset ecosystem", answers, &preset("ecosystem")),
        analysis("all rules", answers, &preset("all")),
    ];
    let times = measure(&mut works, rounds);
    println!("{:<32}{:>9}{:>12}{:>22}", "one thread", "ms", "to parsing", "to parsing+semantic");
    for (work, time) in works.iter().zip(&times) {
        let (to_parsing, to_semantic) = (ratio(time, &times[0]), ratio(time, &times[1]));
        println!("{:<32}{:>9.2}{to_parsing:>12.2}{to_semantic:>22.2}", work.name, milliseconds(time));
    }
}

/// Runs one work by itself, for a profiler: `perf record`, `valgrind --tool=callgrind`.
fn alone(work: Work, rounds: usize) {
    let mut works = [work];
    let times = measure(&mut works, rounds);
    println!("{:<32}{:>9.2} ms", works[0].name, milliseconds(&times[0]));
}

/// Measures each rule alone against none.
fn rules(answers: &[String], rounds: usize) {
    let mut works = vec![analysis("", answers, &RuleSet::new())];
    for entry in catalogue::entries() {
        let mut rules = RuleSet::new();
        rules.configure(entry.meta.id, Some(oxsec_rules::Severity::Error), &[]).expect("it takes no options too");
        works.push(analysis(entry.meta.id, answers, &rules));
    }
    let times = measure(&mut works, rounds);
    let mut costs: Vec<(f64, &str)> = works
        .iter()
        .zip(&times)
        .skip(1)
        .map(|(work, time)| {
            let extra = |(one, none): (&Duration, &Duration)| one.as_secs_f64() - none.as_secs_f64();
            (median(time.iter().zip(&times[0]).map(extra)) * 1e6, work.name.as_str())
        })
        .collect();
    costs.sort_by(|one, other| other.0.total_cmp(&one.0));
    println!("{:<55}{:>9}{:>14}", "rule, alone, beyond no rules", "µs", "ns an answer");
    for (cost, name) in &costs {
        println!("{name:<55}{cost:>9.0}{:>14.0}", cost * 1e3 / answers.len() as f64);
    }
    println!("{:<55}{:>9.0}", "sum", costs.iter().map(|(cost, _)| cost).sum::<f64>());
}

/// Measures the same work with more and more threads, an answer at a time.
fn threads(answers: &[String], rounds: usize) {
    let rules = preset("recommended");
    let most = thread::available_parallelism().map_or(1, usize::from);
    let mut times = vec![Vec::new(); most];
    for _ in 0..rounds {
        for (threads, times) in (1..).zip(&mut times) {
            times.push(shared_work(answers, &rules, threads));
        }
    }
    println!("{:<10}{:>9}{:>10}", "threads", "ms", "speed-up");
    for (threads, time) in (1..).zip(&times) {
        println!("{threads:<10}{:>9.2}{:>10.2}", milliseconds(time), 1.0 / ratio(time, &times[0]));
    }
}

/// Returns the time that `threads` threads take for ten times the answers.
fn shared_work(answers: &[String], rules: &RuleSet, threads: usize) -> Duration {
    let next = AtomicUsize::new(0);
    let ready = Barrier::new(threads + 1);
    let stack = worker_stack(threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let work = || {
                let mut analyzer = Analyzer::new(rules);
                answers.iter().for_each(|answer| drop(black_box(analyzer.analyze("answer.js", answer))));
                ready.wait();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= 10 * answers.len() {
                        break;
                    }
                    black_box(analyzer.analyze("answer.js", &answers[at % answers.len()]));
                }
                ready.wait();
            };
            thread::Builder::new().stack_size(stack).spawn_scoped(scope, work).expect("a thread can be started");
        }
        ready.wait();
        let start = Instant::now();
        ready.wait();
        start.elapsed()
    })
}

/// Measures the same ten megabytes of functions in files of a kilobyte, and in ever larger ones.
fn sizes(answers: Vec<String>, rounds: usize) {
    let synthesis = support::Synthesis::new(answers);
    let rules = preset("recommended");
    let texts = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(|size| synthesis.files(10_000_000, size));
    let mut works: Vec<_> =
        texts.iter().flat_map(|files| [parsing("", files, true), analysis("", files, &rules)]).collect();
    let times = measure(&mut works, rounds.min(9));
    let times_of_smallest = &times[..2];
    println!("{:<12}{:>8}{:>14}{:>8}{:>14}{:>8}", "bytes", "files", "parsing ns/B", "to 1 KB", "rules ns/B", "to 1 KB");
    for (files, times) in texts.iter().zip(times.chunks_exact(2)) {
        let bytes: usize = files.iter().map(String::len).sum();
        print!("{:<12}{:>8}", bytes / files.len(), files.len());
        for (times, smallest) in times.iter().zip(times_of_smallest) {
            print!("{:>14.2}{:>8.2}", milliseconds(times) * 1e6 / bytes as f64, ratio(times, smallest));
        }
        println!();
    }
}

/// A shape of code, made of ever more pieces, that makes rules look at much code elsewhere.
type Shape = (&'static str, fn(usize) -> String);

/// Returns the pieces of a shape, one after the other.
fn pieces(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// Returns pieces within one another, as deep as the limits allow.
fn nested(count: usize, open: &str, inside: &str, close: &str) -> String {
    let levels = count.min(3000);
    format!("{}{inside}{}", open.repeat(levels), close.repeat(levels))
}

const SHAPES: &[Shape] = &[
    ("guards of files", |n| pieces(n, |i| format!("if (!x{i}.startsWith(b)) throw 1; fs.readFile(x{i}, cb);\n"))),
    ("checks in one function", |n| {
        format!("function f() {{{}}}", pieces(n, |i| format!("if (L.includes(k{i})) fs.readFile(k{i}, cb);\n")))
    }),
    ("checked files", |n| pieces(n, |i| format!("if (fs.existsSync(f{i})) fs.readFileSync(f{i});\n"))),
    ("checks within checks", |n| nested(n, "if (fs.existsSync(b)) {", "fs.readFileSync(a);", "}")),
    ("functions in functions", |n| {
        nested(n, "function f(p) { const v = auth(); if (L.includes(p)) o[p] = 1; app.get('/', v, h); ", "", "}")
    }),
    ("routes", |n| pieces(n, |i| format!("const m{i} = requireAuth(); app.get('/a{i}', m{i}, h);\n"))),
    ("computed members", |n| pieces(n, |i| format!("if (K.includes(k{i})) o[k{i}] = p[q{i}];\n"))),
    ("variables", |n| pieces(n, |i| format!("let v{i} = fs.readFileSync(p{i}); w{i} = v{i}; JSON.parse(w{i});\n"))),
    ("loops", |n| pieces(n, |i| format!("const c{i} = req.body.n{i}; while (c{i} > x) {{ break }}\n"))),
    ("buffers", |n| {
        pieces(n, |i| format!("const buf{i} = Buffer.alloc(3); buf{i}[index{i}]; buf{i}.slice(offset{i});\n"))
    }),
    ("clients", |n| pieces(n, |i| format!("const c{i} = await pool.connect(); c{i}.release(); c{i}.release();\n"))),
    ("queries", |n| pieces(n, |i| format!("let s{i} = 'a' + b; s{i} += `x${{y}}`; db.query(s{i}, [{i}]);\n"))),
    ("templates", |n| {
        pieces(n, |i| format!("const query{i} = `query {{ a{i}(x: ${{req.body.x}}) {{ b }} }} //x[@id]`;\n"))
    }),
    ("templates in templates", |n| nested(n, "`a${", "x", "}`")),
    ("strings", |n| pieces(n, |i| format!("f('../etc/passwd {i} /tmp/x <script src= {{ {{ type x');\n"))),
    ("comments", |n| pieces(n, |i| format!("/* @safe {i} */ // eslint x\nev{i}(req.body);\n"))),
    ("directives", |n| {
        pieces(n, |i| {
            format!("/* eslint-disable pg/no-select-all */ q{i}.query('SELECT * FROM a'); /* eslint-enable */\n")
        })
    }),
    ("one line", |n| pieces(n, |i| format!("console.log(password{i});"))),
    ("one call around all", |n| {
        format!("(function (req) {{{}}})(r);", pieces(n, |i| format!("v{i} = JSON.parse(req.body.x{i});\n")))
    }),
    ("one long callee", |n| {
        let (members, values) = ("b.".repeat(n.min(9000)), pieces(n, |i| format!("JSON.parse(req.body.x{i}),\n")));
        format!("a.{members}f({values}c);")
    }),
    ("one function of many names", |n| {
        let names = pieces(n, |i| format!("p{i},"));
        format!("function f({names}q) {{{}}}", pieces(n, |i| format!("JSON.parse(p{i}); f('/' + p{i});\n")))
    }),
    ("processes", |n| pieces(n, |i| format!("const c{i} = require('child_process'); c{i}.exec(a{i});\n"))),
    ("formats", |n| pieces(n, |i| format!("const v{i} = w{i}; const m{i} = `${{v{i}}}`; console.log(v{i}, '%s');\n"))),
    ("questions to a model", |n| {
        pieces(n, |i| {
            format!("const d{i} = search(q); log(1); await generateText({{ prompt: `${{d{i}}} ${{input}}` }});\n")
        })
    }),
    ("one chain behind a model", |n| {
        format!("generateText({{ prompt: input, tools: {{}} }}){};", ".then(send)".repeat(n.min(9000)))
    }),
    ("questions in questions", |n| nested(n, "generateText({ system: f(", "req.body", "), tools: { deleteIt: {} } })")),
    ("one long prompt", |n| format!("streamText({{ prompt: a{} }});", pieces(n, |i| format!(" +\n`${{x{i}}}`")))),
    ("answers that run", |n| nested(n, "exec(function () { panel.innerHTML = ", "result.text", "; });")),
    ("embeddings in embeddings", |n| nested(n, "store.add({ vector: await embed(", "text", ") })")),
    ("answers shown", |n| {
        pieces(n, |i| format!("const t{i} = r{i}.text; res.send(t{i}, {{ a: t{i}, b: x.content }});\n"))
    }),
    ("queries of documents", |n| {
        pieces(n, |i| format!("User.find({{ a{i}: req.body.a, b: {{ $regex: `${{x}}` }} }}).populate(p{i}).sort();\n"))
    }),
    ("queries in queries", |n| nested(n, "a.findOne({ $ne: b, c: ", "req.query.x", " }).lean;").replace(".lean;", "")),
    ("operators in operators", |n| nested(n, "({ $not: ", "req.body.x", " })")),
    ("one long chain", |n| format!("User.find(){};", ".populate(req.query.a)".repeat(n.min(9000)))),
    ("schemas", |n| {
        format!("new Schema({{{}}});", pieces(n, |i| format!("f{i}: {{ type: String, password: 'x{i}' }},\n")))
    }),
    ("routes of regular expressions", |n| {
        pieces(n, |i| format!("app.get(/^\\/(a+)+{i}$/, h); app.use(cors()); res.cookie('a', b, {{ x: {i} }});\n"))
    }),
    ("handlers in handlers", |n| {
        nested(
            n,
            "exports.handler = async (event) => { const b = JSON.parse(event.body); try { fetch(event.url); ",
            "",
            "} catch (e) { return e.stack; } };",
        )
    }),
    ("keys", |n| {
        pieces(n, |i| {
            format!(
                "const key{i} = 'secret{i}'; crypto.createCipheriv(a, key{i}, iv); crypto.pbkdf2(p, 'salt', 1, 2, \
                 'md5');\n"
            )
        })
    }),
    ("addresses", |n| {
        pieces(n, |i| {
            format!("location.href = 'http://example.com/a{i}?token=' + t; localStorage.setItem('jwt', j{i});\n")
        })
    }),
    ("listeners in listeners", |n| {
        nested(n, "window.addEventListener('message', (event) => { el.innerHTML = event.data; ", "", "});")
    }),
];

/// Prints the cost of a byte of each shape as texts grow, with the rules of a preset: the best of three.
fn growth(rules: &str) {
    let mut analyzer = Analyzer::new(&preset(rules));
    println!("{:<26}{:>12}{:>12}{:>12}{:>12}", "ns a byte, of pieces:", "5,000", "10,000", "20,000", "bytes");
    for (name, make) in SHAPES {
        print!("{name:<26}");
        let mut bytes = 0;
        for count in [5_000, 10_000, 20_000] {
            let text = make(count);
            let timed = || {
                let start = Instant::now();
                black_box(analyzer.analyze("answer.js", &text));
                start.elapsed()
            };
            let best = std::iter::repeat_with(timed).take(3).min().unwrap_or_default();
            bytes = text.len();
            print!("{:>12.1}", best.as_secs_f64() * 1e9 / bytes as f64);
        }
        println!("{bytes:>12}");
    }
}
