//! Someone who opens pages and sends forms.

use crate::jar::Jar;
use crate::{Answer, Filling, Office};
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use http::header::{CONTENT_TYPE, COOKIE, HOST as HOST_HEADER};
use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;

/// The host every request names.
pub const HOST: &str = "langnghe.example:8080";

const URLENCODED: &str = "application/x-www-form-urlencoded";
/// What stands between the parts of a form with a file.
const BOUNDARY: &str = "----ranh-giua-cac-phan";

/// Asks an office. It follows nothing by itself, and keeps no cookie unless asked. Clones share the cookies they keep.
#[derive(Clone)]
pub struct Browser<'a> {
    office: &'a Office,
    cookies: Vec<String>,
    headers: Vec<(String, String)>,
    address: Option<SocketAddr>,
    jar: Option<Rc<RefCell<Jar>>>,
}

impl<'a> Browser<'a> {
    pub(crate) fn of(office: &'a Office) -> Browser<'a> {
        Browser {
            office,
            cookies: Vec::new(),
            headers: Vec::new(),
            address: None,
            jar: None,
        }
    }

    /// Sends this cookie with every request, whatever its path: `name=value`.
    #[must_use]
    pub fn cookie(mut self, pair: &str) -> Self {
        self.cookies.push(pair.to_owned());
        self
    }

    /// Sends this header with every request.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Asks from this address.
    #[must_use]
    pub fn from(mut self, address: SocketAddr) -> Self {
        self.address = Some(address);
        self
    }

    /// Keeps cookies and gives them back where they belong, as people's browsers do.
    #[must_use]
    pub fn keeping_cookies(mut self) -> Self {
        self.jar = Some(Rc::default());
        self
    }

    /// The cookies it would send with a request for this path, as one line.
    pub fn cookies_for(&self, path: &str) -> String {
        let mut cookies = self.cookies.clone();
        if let Some(jar) = &self.jar {
            cookies.extend(jar.borrow().give(path));
        }
        cookies.join("; ")
    }

    /// Opens a page.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, Vec::new(), "")
    }

    /// Asks by another method, with nothing in the body.
    #[track_caller]
    pub fn with(&self, method: &str, path: &str) -> Answer {
        self.send(method, path, None, Vec::new(), "")
    }

    /// Sends a form.
    #[track_caller]
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.send(
            "POST",
            path,
            Some(URLENCODED.to_owned()),
            body.into_bytes(),
            &names(fields),
        )
    }

    /// Sends a form with one file after its fields: the file's field, its name on the reader's machine, its bytes.
    #[track_caller]
    pub fn post_file(&self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Answer {
        let (field, called, bytes) = file;
        let part = |name: &str| {
            format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"",
                quoted(name)
            )
        };
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("{}\r\n\r\n{value}\r\n", part(name)).bytes());
        }
        let head = format!("{}; filename=\"{}\"", part(field), quoted(called));
        // Whoever sends a file may say anything of it; its bytes say what it is.
        body.extend(format!("{head}\r\nContent-Type: text/html\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let what = format!("{}, file {field} of {} bytes", names(fields), bytes.len());
        self.send("POST", path, Some(kind), body, &what)
    }

    /// Opens a page to fill in its form.
    #[track_caller]
    pub fn fill(&self, path: &str) -> Filling<'a> {
        Filling::open(self.clone(), path)
    }

    #[track_caller]
    fn send(&self, method: &str, path: &str, kind: Option<String>, body: Vec<u8>, what: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(HOST_HEADER, HOST);
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        let cookies = self.cookies_for(path);
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let mut request = match request.body(Body::from(body)) {
            Ok(request) => request,
            Err(why) => panic!("{method} {path} is no request: {why}"),
        };
        if let Some(address) = self.address {
            request.extensions_mut().insert(ConnectInfo(address));
        }
        let mut answer = self.office.ask(request);
        if !what.is_empty() {
            answer.asked = format!("{} ({what})", answer.asked);
        }
        if let Some(jar) = &self.jar {
            jar.borrow_mut().take(&answer.headers);
        }
        answer
    }
}

/// The names of fields, for sentences.
fn names(fields: &[(&str, &str)]) -> String {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    match names.is_empty() {
        true => "no field".to_owned(),
        false => names.join(", "),
    }
}

/// A name in a part's header, as browsers write it (HTML, "multipart/form-data encoding algorithm").
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
