//! Atom, as RFC 4287 has it.

use super::acts::Act;
use super::words::FeedWords;
use base::time::{Date, Hour};
use web_kit::{Lang, escape, href};

/// A feed.
pub(super) struct Feed<'a> {
    /// The origin line of the log.
    pub origin: &'a str,
    /// The day the forum was announced: ids bear it.
    pub began: Date,
    /// The language.
    pub lang: Lang,
    /// Its title.
    pub title: &'a str,
    /// Who speaks: the office. Never a person.
    pub author: &'a str,
    /// What it is called in its id: its path.
    pub name: &'a str,
    /// Its own address.
    pub own: String,
    /// The address of the page it is about.
    pub page: String,
    /// The hour of its newest entry.
    pub updated: Hour,
    /// Its entries, newest first.
    pub entries: &'a [Act],
    /// Scheme and host; empty when they are not known, and addresses are relative.
    pub site: &'a str,
}

impl Feed<'_> {
    /// The bytes.
    pub(super) fn xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let lang = self.lang.code();
        xml.push_str(&format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n"
        ));
        xml.push_str(&format!(
            "<id>{}</id>\n",
            text(&self.tag(self.name.trim_start_matches('/')))
        ));
        xml.push_str(&format!("<title>{}</title>\n", text(self.title)));
        xml.push_str(&format!("<updated>{}</updated>\n", self.updated));
        let author = if self.author.is_empty() {
            FeedWords(self.lang).office()
        } else {
            self.author
        };
        xml.push_str(&format!("<author><name>{}</name></author>\n", text(author)));
        let own = text(&self.own);
        xml.push_str(&format!(
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n"
        ));
        let page = text(&self.page);
        xml.push_str(&format!(
            "<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n"
        ));
        for act in self.entries {
            self.entry(act, &mut xml);
        }
        xml.push_str("</feed>\n");
        xml
    }

    fn entry(&self, act: &Act, xml: &mut String) {
        let link = format!("{}{}", self.site, href(self.lang, &act.path));
        xml.push_str("<entry>\n");
        xml.push_str(&format!(
            "<id>{}</id>\n",
            text(&self.tag(&format!("entry/{}", act.seq)))
        ));
        xml.push_str(&format!("<title>{}</title>\n", text(&act.what)));
        xml.push_str(&format!("<updated>{0}</updated>\n<published>{0}</published>\n", act.at));
        xml.push_str(&format!(
            "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            text(&link)
        ));
        xml.push_str("</entry>\n");
    }

    /// A name that stays when the site moves: a `tag:` URI (RFC 4151) of the log's origin, which is fixed when the log is
    /// made.
    fn tag(&self, name: &str) -> String {
        let (host, rest) = self.origin.split_once('/').unwrap_or((self.origin, ""));
        let (host, port) = host.split_once(':').unwrap_or((host, ""));
        let host: String = host.to_ascii_lowercase().chars().filter(|c| is_of_a_name(*c)).collect();
        let host = if host.is_empty() { "langnghe.invalid" } else { &host };
        let steps = [port, rest, name].into_iter().filter(|step| !step.is_empty());
        let specific: Vec<String> = steps.map(in_uri).collect();
        format!("tag:{host},{}:{}", self.began, specific.join("/"))
    }
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-')
}

/// Text as it may stand in a URI (RFC 3986): everything but plain letters, digits and marks percent-encoded.
fn in_uri(text: &str) -> String {
    let mut uri = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// Text between tags or in an attribute. Control characters, which XML 1.0 can't hold, become spaces.
fn text(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') {
                ' '
            } else {
                c
            }
        })
        .collect();
    escape(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed<'a>(origin: &'a str, entries: &'a [Act]) -> Feed<'a> {
        Feed {
            origin,
            began: "2019-12-19".parse().unwrap_or(Date::MIN),
            lang: Lang::Vi,
            title: "A & B <c> \u{0}",
            author: "",
            name: "/dien-dan/2019-01",
            own: "/dien-dan/2019-01/tin.atom".to_owned(),
            page: "/dien-dan/2019-01".to_owned(),
            updated: Hour::MIN,
            entries,
            site: "",
        }
    }

    #[test]
    fn ids_are_tags_of_the_origin() {
        let plain = feed("so.example/dien dan", &[]);
        assert_eq!(plain.tag("entry/7"), "tag:so.example,2019-12-19:dien%20dan/entry/7");
        assert_eq!(
            feed("So.example:8080", &[]).tag("x"),
            "tag:so.example,2019-12-19:8080/x"
        );
        assert_eq!(feed("", &[]).tag("x"), "tag:langnghe.invalid,2019-12-19:x");
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        let xml = feed("so.example", &[]).xml();
        assert!(xml.contains("<title>A &amp; B &lt;c&gt;  </title>"), "{xml}");
    }
}
