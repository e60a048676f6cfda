//! The provider that calls a chat-completions endpoint: Ollama, llama.cpp, vLLM, and hosted ones.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use ureq::{
    Agent, Body,
    http::{HeaderMap, Response, Uri, header},
};

use super::{Failure, MAX_ANSWER_BYTES, Provider, Question, Reply, Secrets, Stop, watch::is_exhaustion};
use crate::{answer::parts, generation::call::Details};

/// The bytes of the largest body: JSON escapes enlarge an answer by a factor of six at most.
const MAX_BODY_BYTES: u64 = 6 * MAX_ANSWER_BYTES;

/// The characters of a server's error that are passed on.
const MAX_ERROR_CHARS: usize = 500;

/// The keys of `kind = "openai"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The part of the URL before `/chat/completions`.
    pub base_url: String,
    /// The name of the environment variable with the key; `None` for servers without one.
    pub key_env: Option<String>,
}

impl Settings {
    pub(super) fn prepare(mut self) -> Result<Self, (&'static str, String)> {
        let wrong =
            |message: &str| Err(("base_url", format!("`base_url` {message}, such as http://localhost:11434/v1")));
        let Ok(uri) = self.base_url.parse::<Uri>() else {
            return wrong("is not a valid address");
        };
        let Some(authority) = uri.authority().filter(|_| matches!(uri.scheme_str(), Some("http" | "https"))) else {
            return wrong("is an address that starts with http:// or https://");
        };
        if authority.as_str().contains('@') || uri.query().is_some() {
            return wrong("is an address without user, key and query; the key goes into an environment variable");
        }
        self.base_url.truncate(self.base_url.trim_end_matches('/').len());
        Ok(self)
    }

    pub(super) fn open(&self, limit: Duration) -> Result<Endpoint, String> {
        let secrets = Secrets::from_env(self.key_env.as_deref())?;
        let authorization = match secrets.iter().next() {
            None => None,
            Some((name, key)) => {
                let mut value = header::HeaderValue::try_from(format!("Bearer {}", key.trim()))
                    .map_err(|_| format!("what the environment variable {name} holds cannot be a key"))?;
                value.set_sensitive(true);
                Some(value)
            }
        };
        let agent = Agent::config_builder()
            .timeout_global(Some(limit))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("oxsec/", env!("CARGO_PKG_VERSION")))
            .build()
            .new_agent();
        Ok(Endpoint { url: format!("{}/chat/completions", self.base_url), authorization, secrets, limit, agent })
    }
}

/// An endpoint and the key for it.
pub struct Endpoint {
    url: String,
    authorization: Option<header::HeaderValue>,
    secrets: Secrets,
    limit: Duration,
    agent: Agent,
}

/// The part of a chat completion that is read.
#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
    model: Option<String>,
    usage: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    /// The text, or a list of parts.
    #[serde(default)]
    content: Value,
    refusal: Option<String>,
}

impl Provider for Endpoint {
    fn ask(&self, question: &Question, _stop: &Stop) -> Result<Reply, Failure> {
        let started = Instant::now();
        let mut request = self.agent.post(&self.url);
        if let Some(authorization) = &self.authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        let mut response = request.send_json(body(question)).map_err(|error| self.transport(&error))?;
        let bytes = response
            .body_mut()
            .with_config()
            .limit(MAX_BODY_BYTES)
            .read_to_vec()
            .map_err(|error| self.transport(&error))?;
        // Before anything is cut out of it.
        let bytes = self.secrets.redact(String::from_utf8_lossy(&bytes).into_owned()).into_bytes();
        if !response.status().is_success() {
            return Err(self.refused(&response, &bytes));
        }
        let (text, details) = self.content(&bytes)?;
        Ok(Reply::new(self.secrets.redact(text), started.elapsed(), details))
    }
}

fn body(question: &Question) -> Value {
    let mut body = Map::new();
    body.insert("model".to_owned(), json!(question.model.id));
    body.insert("messages".to_owned(), json!([{ "role": "user", "content": question.text }]));
    body.insert("stream".to_owned(), json!(false));
    body.extend(question.model.parameters.clone());
    Value::Object(body)
}

impl Endpoint {
    fn content(&self, body: &[u8]) -> Result<(String, Details), Failure> {
        let completion: Completion = serde_json::from_slice(body).map_err(|error| {
            let reason = match error.classify() {
                serde_json::error::Category::Data if has_error(body) => {
                    return self.passing(format!("{} answered with an error: {}", self.url, error_message(body)));
                }
                serde_json::error::Category::Data => "is JSON, but no chat completion",
                _ => "is not JSON",
            };
            self.passing(format!("the body that {} sent {reason}: {error}: {}", self.url, excerpt(body)))
        })?;
        let Completion { choices, model, usage } = completion;
        let Some(Choice { message: Message { content, refusal }, finish_reason }) = choices.into_iter().next() else {
            return Err(self.passing(format!("the chat completion that {} sent has no choices", self.url)));
        };
        let text = parts(&content).filter(|text| !text.trim().is_empty()).or(refusal);
        let why = finish_reason.as_deref().unwrap_or("not given");
        match (text, why) {
            (_, "content_filter") => {
                Err(self.give_up_call(format!("the model answered with no text; finish_reason: {why}")))
            }
            (_, "error") => Err(self.passing(format!("the answer of {} broke off; finish_reason: {why}", self.url))),
            // The allowed tokens were spent on reasoning: the next attempt would end in the same way.
            (None, "length") => {
                Err(self.give_up_call(format!("the model answered with no text; finish_reason: {why}")))
            }
            (None, _) => Err(self.passing(format!("the model answered with no text; finish_reason: {why}"))),
            (Some(text), _) => Ok((text, Details { finish_reason, answered_by: model, usage })),
        }
    }

    /// Returns the failure that a status other than success means.
    fn refused(&self, response: &Response<Body>, body: &[u8]) -> Failure {
        let status = response.status();
        let said = self.secrets.redact(format!("{} answered {status}: {}", self.url, error_message(body)));
        match status.as_u16() {
            408 | 409 | 425 | 429 | 500..=599 => {
                let retry_after = retry_after(response.headers(), Utc::now());
                Failure::Passing { reason: said, retry_after, is_costly: false }
            }
            300..=399 => Failure::Unusable(format!("{said}; redirections are not followed, so correct `base_url`")),
            401 | 403 => Failure::Unusable(format!("{said}; check the key in the variable that `key_env` names")),
            402 => Failure::Unusable(said),
            404 => Failure::Unusable(format!("{said}; check `base_url` and the name of the model")),
            _ => Failure::Final(said),
        }
    }

    fn transport(&self, error: &ureq::Error) -> Failure {
        match error {
            ureq::Error::Timeout(_) => {
                self.passing(format!("{} did not answer within {} s", self.url, self.limit.as_secs_f64()))
            }
            ureq::Error::BodyExceedsLimit(limit) => Failure::Passing {
                reason: self.secrets.redact(format!("{} sent more than {limit} bytes", self.url)),
                retry_after: None,
                is_costly: true,
            },
            ureq::Error::Io(error) if is_exhaustion(error) => {
                Failure::Unusable(format!("{} could not be asked: {error}", self.url))
            }
            _ => self.passing(format!("{} could not be asked: {error}", self.url)),
        }
    }

    fn give_up_call(&self, reason: String) -> Failure {
        Failure::Final(self.secrets.redact(reason))
    }

    fn passing(&self, reason: String) -> Failure {
        Failure::passing(self.secrets.redact(reason))
    }
}

/// Returns whether a body reports an error.
fn has_error(body: &[u8]) -> bool {
    serde_json::from_slice::<Value>(body).is_ok_and(|body| body.get("error").is_some_and(|error| !error.is_null()))
}

/// Returns the server's error message: `error.message`, `error` or `message` of a JSON body, else its beginning.
fn error_message(body: &[u8]) -> String {
    let json: Value = serde_json::from_slice(body).unwrap_or_default();
    let message = ["/error/message", "/error", "/message"].iter().find_map(|pointer| json.pointer(pointer)?.as_str());
    message.map_or_else(|| excerpt(body), |message| excerpt(message.as_bytes()))
}

fn excerpt(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    match text.char_indices().nth(MAX_ERROR_CHARS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.into_owned(),
    }
}

/// Returns the pause that a server asks for: `retry-after-ms`, or `Retry-After` (RFC 9110, 10.2.3), seconds or a date.
/// Some servers send fractions of seconds.
fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<Duration> {
    let text = |name: &str| Some(headers.get(name)?.to_str().ok()?.trim());
    let pause = |number: &str, unit: f64| Duration::try_from_secs_f64(number.parse::<f64>().ok()? * unit).ok();
    if let Some(pause) = text("retry-after-ms").and_then(|milliseconds| pause(milliseconds, 1e-3)) {
        return Some(pause);
    }
    let value = text(header::RETRY_AFTER.as_str())?;
    if let Some(pause) = pause(value.strip_suffix('s').unwrap_or(value), 1.0) {
        return Some(pause);
    }
    let date = DateTime::parse_from_rfc2822(value).ok()?;
    // A past date means now.
    Some((date.to_utc() - now).to_std().unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pause(value: &str) -> Option<Duration> {
        let headers = HeaderMap::from_iter([(header::RETRY_AFTER, value.parse().unwrap())]);
        retry_after(&headers, "2026-03-01T12:00:00Z".parse().unwrap())
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        assert_eq!(pause("7"), Some(Duration::from_secs(7)));
        assert_eq!(pause("Sun, 01 Mar 2026 12:01:30 GMT"), Some(Duration::from_secs(90)));
        assert_eq!(pause("Sun, 01 Mar 2026 11:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(pause("1.5"), Some(Duration::from_millis(1500)));
        assert_eq!(pause("0.25"), Some(Duration::from_millis(250)));
        assert_eq!(pause("20s"), Some(Duration::from_secs(20)));
        for odd in ["soon", "-1", "NaN", "inf", "1e300", ""] {
            assert_eq!(pause(odd), None, "{odd}");
        }
    }

    #[test]
    fn milliseconds_go_before_seconds() {
        let headers = HeaderMap::from_iter([
            (header::RETRY_AFTER, "3".parse().unwrap()),
            (header::HeaderName::from_static("retry-after-ms"), "2500".parse().unwrap()),
        ]);
        let pause = retry_after(&headers, "2026-03-01T12:00:00Z".parse().unwrap());
        assert_eq!(pause, Some(Duration::from_millis(2500)));
    }

    #[test]
    fn addresses() {
        let prepare = |url: &str| {
            let settings = Settings { base_url: url.to_owned(), key_env: None };
            settings.prepare().map(|settings| settings.base_url)
        };
        assert_eq!(prepare("http://localhost:1/v1/").as_deref(), Ok("http://localhost:1/v1"));
        for url in ["localhost:11434/v1", "ftp://h/v1", "https://user:key@h/v1", "https://h/v1?key=k", "", "http://"] {
            assert!(prepare(url).is_err(), "{url}");
        }
    }
}
