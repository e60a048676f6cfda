//! Endpoints that answer, refuse, break off, dawdle and talk nonsense: a real server on this machine.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::support::{Place, SENTINEL, Said, eventually};

/// A request as the server saw it.
struct Request {
    at: Instant,
    line: String,
    headers: Vec<String>,
    body: Value,
}

/// The server's reaction to one request.
enum Reaction {
    Answer(&'static str),
    Status(&'static str, &'static str, &'static str),
    /// Answers with what the request's `Authorization` said.
    Echo(&'static str),
    /// Closes the connection in the middle of the body.
    Cut,
    /// Sends the body a byte at a time and never comes to its end.
    Drip,
    /// Sends a body without end.
    Flood,
}

struct Server {
    url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Reacts to one request after the other, and to all further ones as to the last.
    fn start(reactions: Vec<Reaction>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = requests.clone();
        thread::spawn(move || {
            for (index, stream) in listener.incoming().enumerate() {
                let mut stream = stream.unwrap();
                let request = read(&stream);
                let authorization =
                    request.headers.iter().find(|header| header.to_lowercase().starts_with("authorization"));
                let authorization = authorization.cloned().unwrap_or_default();
                seen.lock().unwrap().push(request);
                // A client that has seen enough may close the connection at any time.
                let _ = react(&mut stream, &reactions[index.min(reactions.len() - 1)], &authorization);
            }
        });
        Self { url, requests }
    }

    fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }
}

fn read(stream: &TcpStream) -> Request {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    };
    let first = line();
    let headers: Vec<String> = std::iter::from_fn(|| Some(line()).filter(|line| !line.is_empty())).collect();
    let length =
        headers.iter().find_map(|header| header.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).unwrap();
    Request { at: Instant::now(), line: first, headers, body: serde_json::from_slice(&body).unwrap_or_default() }
}

fn react(stream: &mut TcpStream, reaction: &Reaction, authorization: &str) -> std::io::Result<()> {
    let completion = |content: &str| json!({ "choices": [{ "message": { "content": content } }] }).to_string();
    match reaction {
        Reaction::Answer(content) => respond(stream, "200 OK", "", &completion(content)),
        Reaction::Status(status, headers, body) => respond(stream, status, headers, body),
        Reaction::Echo("200 OK") => respond(stream, "200 OK", "", &completion(authorization)),
        Reaction::Echo(status) => {
            respond(stream, status, "", &json!({ "error": { "message": authorization } }).to_string())
        }
        Reaction::Cut => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"choices\""),
        Reaction::Drip => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")?;
            loop {
                stream.write_all(b" ")?;
                thread::sleep(Duration::from_millis(20));
            }
        }
        Reaction::Flood => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
            loop {
                stream.write_all(&vec![b' '; 65536])?;
            }
        }
    }
}

fn respond(stream: &mut TcpStream, status: &str, headers: &str, body: &str) -> std::io::Result<()> {
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n{body}")
}

fn with_server(reactions: Vec<Reaction>, further: &str) -> (Place, Server) {
    let server = Server::start(reactions);
    let place = Place::new();
    place.plan(&format!("kind = \"openai\"\nbase_url = \"{}\"\n{further}", server.url));
    (place, server)
}

/// Returns the error of the only call.
fn error(place: &Place) -> String {
    place.entries()[0]["error"].as_str().unwrap().to_owned()
}

const ANSWER: Reaction = Reaction::Answer("```js\nlet answered;\n```");

#[test]
fn one_that_answers() {
    let (place, server) = with_server(vec![ANSWER], "");
    let plan = place.read("plan.toml");
    let model = "provider = \"p\"\nmodel = \"qwen:7b\"\nparameters = { temperature = 0.25, seed = 7 }";
    place.write("plan.toml", &plan.replace("provider = \"p\"", model));
    place.complete(&[]);
    let result = place.json("result.json");
    assert_eq!(result["models"]["m"]["byPrompt"][0]["iterations"][0]["code"], "let answered;");

    let requests = server.requests.lock().unwrap();
    assert_eq!(requests[0].line, "POST /v1/chat/completions HTTP/1.1");
    assert_eq!(
        requests[0].body,
        json!({
            "model": "qwen:7b",
            "messages": [{
                "role": "user",
                "content": "the task\n\nAnswer with the JavaScript code alone, in one fenced code block.\n",
            }],
            "stream": false,
            "temperature": 0.25,
            "seed": 7,
        })
    );
    let has_key = requests[0].headers.iter().any(|header| header.to_lowercase().starts_with("authorization"));
    assert!(!has_key, "a server without a key is sent none");
}

#[test]
fn too_many_requests_are_waited_for_as_long_as_the_server_says() {
    let busy = Reaction::Status("429 Too Many Requests", "Retry-After: 1\r\n", "{}");
    let (place, server) = with_server(vec![busy, ANSWER], "");
    place.complete(&[]);
    let requests = server.requests.lock().unwrap();
    assert_eq!(requests.len(), 2);
    assert!(requests[1].at - requests[0].at >= Duration::from_secs(1));
}

#[test]
fn a_long_pause_and_an_answer_that_is_too_large_are_announced_at_once() {
    let busy = Reaction::Status("429 Too Many Requests", "Retry-After: 600\r\n", "{}");
    let (place, _server) = with_server(vec![busy], "");
    let mut run = place.start(&[]);
    eventually("the run says that it waits", || place.read("stderr").contains("429"));
    assert!(place.read("stderr").contains("asked again in 600 s"), "{}", place.read("stderr"));
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(run.id() as i32), nix::sys::signal::Signal::SIGTERM).unwrap();
    run.wait().unwrap();

    let (place, _server) = with_server(vec![Reaction::Flood, ANSWER], "attempts = 2");
    let said = place.complete(&[]).err;
    assert!(said.contains("sent more than") && said.contains("asked again in"), "{said}");
}

#[test]
fn what_may_pass_is_tried_again() {
    let passing = [
        (Reaction::Status("500 Internal Server Error", "", "oops"), "500"),
        (Reaction::Status("503 Service Unavailable", "", ""), "503"),
        (Reaction::Cut, "could not be asked"),
        (Reaction::Status("200 OK", "", "<html>busy</html>"), "is not JSON"),
        (Reaction::Status("200 OK", "", "{\"choices\": 3}"), "is JSON, but no chat completion"),
        (Reaction::Status("200 OK", "", "{\"choices\": []}"), "has no choices"),
        (Reaction::Flood, "sent more than"),
    ];
    for (reaction, said) in passing {
        let (place, server) = with_server(vec![reaction, ANSWER], "attempts = 2");
        place.complete(&[]);
        assert_eq!(server.count(), 2, "{said}");
        assert!(place.entries()[0]["answer"].is_string(), "{said}");
    }
}

#[test]
fn what_went_wrong_is_in_the_journal() {
    let wrong = [
        (Reaction::Status("500 Internal Server Error", "", "oops"), vec!["500 Internal Server Error: oops"]),
        (Reaction::Cut, vec!["could not be asked"]),
        (Reaction::Status("200 OK", "", "<html>busy</html>"), vec!["is not JSON", "<html>busy</html>"]),
        (Reaction::Status("200 OK", "", "{\"choices\": 3}"), vec!["no chat completion", "invalid type"]),
        (Reaction::Drip, vec!["did not answer within 0.5 s"]),
        (Reaction::Flood, vec!["sent more than"]),
    ];
    for (reaction, parts) in wrong {
        let (place, _server) = with_server(vec![reaction], "attempts = 1\nlimit_seconds = 0.5");
        place.complete_with_failures(&[]);
        for part in parts {
            assert!(error(&place).contains(part), "{part:?} is missing in: {}", error(&place));
        }
    }
}

#[test]
fn what_is_final_is_not_tried_again() {
    let refused = Reaction::Status("400 Bad Request", "", "{\"error\": {\"message\": \"too long\"}}");
    let empty = r#"{"choices": [{"message": {"content": null}, "finish_reason": "content_filter"}]}"#;
    for (reaction, said) in
        [(refused, "400 Bad Request: too long"), (Reaction::Status("200 OK", "", empty), "content_filter")]
    {
        let (place, server) = with_server(vec![reaction], "");
        place.complete_with_failures(&[]);
        assert_eq!(server.count(), 1);
        assert!(error(&place).contains(said), "{}", error(&place));
    }
}

#[test]
fn what_somebody_must_mend_stops_the_run() {
    let unusable = [
        ("401 Unauthorized", "", "check the key"),
        ("404 Not Found", "", "check `base_url` and the name of the model"),
        ("307 Temporary Redirect", "Location: http://127.0.0.1:9/\r\n", "redirections are not followed"),
    ];
    for (status, headers, said) in unusable {
        let (place, server) = with_server(vec![Reaction::Status(status, headers, "")], "");
        place.run(&[]).refused(&["the run is not complete", said]);
        assert_eq!(server.count(), 1);
        assert!(place.entries().is_empty(), "the call is made again when it is mended");
    }
}

#[test]
fn a_server_that_is_not_there_is_a_failed_call() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let place = Place::new();
    place.plan(&format!("kind = \"openai\"\nbase_url = \"http://{free}/v1\"\nattempts = 2"));
    place.complete_with_failures(&[]);
    assert!(error(&place).contains("could not be asked"), "{}", error(&place));
}

#[test]
fn keys_stay_out_of_everything() {
    for status in ["200 OK", "400 Bad Request", "401 Unauthorized", "500 Internal Server Error"] {
        let (place, server) = with_server(vec![Reaction::Echo(status)], "key_env = \"OXSEC_TEST_KEY\"\nattempts = 2");
        let output = place.command(&[]).env("OXSEC_TEST_KEY", SENTINEL).output().unwrap();
        let headers = server.requests.lock().unwrap()[0].headers.join("\n");
        assert!(headers.contains(&format!("Bearer {SENTINEL}")), "the server was given the key");
        let said = format!("{output:?}");
        assert!(!said.contains(SENTINEL), "{status}: {said}");
        assert!(!place.everything().contains(SENTINEL), "{status}");
        assert!(said.contains("[OXSEC_TEST_KEY]") || place.everything().contains("[OXSEC_TEST_KEY]"), "{status}");
    }
}

#[test]
fn no_key_is_in_the_process_listing_and_a_stop_does_not_wait_for_a_server() {
    let (place, server) = with_server(vec![Reaction::Drip], "key_env = \"OXSEC_TEST_KEY\"");
    let run = place.command(&[]).env("OXSEC_TEST_KEY", SENTINEL).stderr(std::process::Stdio::piped()).spawn().unwrap();
    eventually("the server is asked", || server.count() == 1);
    for entry in std::fs::read_dir("/proc").unwrap() {
        let line = std::fs::read(entry.unwrap().path().join("cmdline")).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&line).contains(SENTINEL));
    }
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(run.id().cast_signed()), nix::sys::signal::Signal::SIGTERM)
        .unwrap();
    let said = Said::of(run.wait_with_output().unwrap());
    assert_eq!(said.status, Some(143), "{said:?}");
}
