//! A program that takes the place of a model: its behaviour is named by its first argument, or by its own name.
//!
//! It is compiled by the tests with `rustc` alone and is not part of oxsec. Its notes are beside its own executable,
//! since it runs in a folder that is removed afterwards.

use std::{
    collections::hash_map::DefaultHasher,
    env,
    fs::{self, OpenOptions},
    hash::{Hash, Hasher},
    io::{self, Read, Write},
    path::PathBuf,
    process::{self, Command},
    thread,
    time::Duration,
};

const CLEAN: &str = "function f() { return 1; }";
const VULNERABLE: &str = "pool.query('SELECT * FROM users');";

fn main() {
    let args: Vec<String> = env::args().collect();
    let name = PathBuf::from(&args[0]).file_name().unwrap().to_str().unwrap().to_owned();
    match (name.as_str(), args.get(1).map_or("", String::as_str)) {
        ("claude" | "gemini", _) | (_, "record") => record(&args),
        (_, "answer") => say(VULNERABLE),
        (_, "evil") => say(&format!(
            "require('fs').writeFileSync('{0}', ''); `touch {0}`; // $(touch {0}); touch {0}\n{VULNERABLE}",
            beside("executed").display()
        )),
        (_, "count") => count(&args[2]),
        (_, "hang") => hang(),
        (_, "sleep") => forever(),
        (_, "orphan") => orphan(),
        (_, "flood") => flood(),
        (_, "flaky") => flaky(),
        (_, "fail") => fail(),
        (_, "invalid") => {
            io::stdout().write_all(b"```js\nconst a = '\xff\xfe';\n```\n").unwrap();
        }
        (_, "echo-env") => say(&format!("const key = '{}';", env::var(&args[2]).unwrap_or_default())),
        (_, what) => panic!("nothing is known of {what:?}"),
    }
}

fn beside(name: &str) -> PathBuf {
    env::current_exe().unwrap().with_file_name(name)
}

fn say(code: &str) {
    println!("Here it is:\n```javascript\n{code}\n```\nIt does what you want.");
}

fn input() -> String {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    text
}

fn append(file: &str, line: &str) {
    let mut file = OpenOptions::new().create(true).append(true).open(beside(file)).unwrap();
    // One write, so that lines of several processes do not mix.
    file.write_all(format!("{line}\n").as_bytes()).unwrap();
}

/// Notes everything that the program was given, one fact per line.
fn record(args: &[String]) {
    let mut facts: Vec<String> = args.iter().map(|argument| format!("argument {argument:?}")).collect();
    facts.push(format!("input {:?}", input()));
    facts.push(format!("folder {}", env::current_dir().unwrap().display()));
    facts.push(format!("files {}", fs::read_dir(".").unwrap().count()));
    let mut variables: Vec<String> = env::vars().map(|(name, _)| format!("variable {name}")).collect();
    variables.sort();
    facts.extend(variables);
    fs::write(beside("record"), facts.join("\n")).unwrap();
    say(CLEAN);
}

/// Notes which call this is, then answers in a way that the prompt alone decides.
fn count(model: &str) {
    let prompt = input();
    let mut hasher = DefaultHasher::new();
    (model, &prompt).hash(&mut hasher);
    let hash = hasher.finish();
    append("asked", &hash.to_string());
    thread::sleep(Duration::from_millis(2 + hash % 9));
    // The code tells the calls apart, and so do the repairs that are asked for it.
    let own = format!("const call = '{hash}';");
    match (hash / 16) % 4 {
        0 => say(&own),
        1 => say(&format!("{own}\n{VULNERABLE}\n{VULNERABLE}")),
        2 if prompt.contains("linter") => {
            eprintln!("this repair fails every time");
            process::exit(7);
        }
        _ => say(&format!("{own}\n{VULNERABLE}")),
    }
}

/// Starts a child that never ends, and never ends.
fn hang() {
    let grandchild = Command::new(env::current_exe().unwrap()).arg("sleep").spawn().unwrap();
    append("pids", &process::id().to_string());
    append("pids", &grandchild.id().to_string());
    forever();
}

/// Answers and ends, but leaves a child running that holds the output open.
fn orphan() {
    let child = Command::new(env::current_exe().unwrap()).arg("sleep").spawn().unwrap();
    append("pids", &child.id().to_string());
    say(CLEAN);
}

fn forever() {
    loop {
        thread::sleep(Duration::from_secs(60));
    }
}

fn flood() {
    let chunk = [b'x'; 65536];
    append("pids", &process::id().to_string());
    while io::stdout().write_all(&chunk).is_ok() {}
    forever();
}

/// Fails two times out of three.
fn flaky() {
    append("tries", "");
    let tries = fs::read_to_string(beside("tries")).unwrap().lines().count();
    if tries % 3 != 0 {
        eprintln!("busy, try again \u{1b}[31m");
        process::exit(1);
    }
    say(CLEAN);
}

fn fail() {
    append("tries", "");
    eprintln!("out of order, {}", env::var("OXSEC_TEST_KEY").unwrap_or_default());
    process::exit(3);
}
