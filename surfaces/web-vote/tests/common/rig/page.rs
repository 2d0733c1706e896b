//! What came back from a page, and what tests ask of it.

use http::{HeaderMap, StatusCode};

/// Letters that would be markup if a page did not escape them.
pub const HOSTILE: &str = "Cổng <b onclick=\"x\">phụ</b> & <script>alert('x')</script> ùn tắc.";

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The cookies it sets.
    pub fn cookies(&self) -> Vec<&str> {
        let all = self.headers.get_all("set-cookie").iter();
        all.map(|value| value.to_str().unwrap()).collect()
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Answer {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Answer {
        assert!(self.text().contains(words), "\"{words}\" is not in {}", self.text());
        self
    }

    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Answer {
        assert!(!self.text().contains(words), "\"{words}\" is in {}", self.text());
        self
    }

    /// The page shows [`HOSTILE`] as words.
    #[track_caller]
    pub fn says_no_markup(&self) -> &Answer {
        let text = self.text();
        let escaped = text.contains("&#60;script&#62;") || text.contains("&lt;script&gt;");
        assert!(escaped, "the words are not in {text}");
        self.says_not("<script>alert").says_not("<b onclick")
    }

    /// The page with each run of white space as one space and no tags: what a reader reads.
    pub fn read(&self) -> String {
        let text = self.text();
        let mut read = String::new();
        for part in text.split('<') {
            read.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
            read.push(' ');
        }
        read.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The value of a hidden field, of the first form that has it.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let mark = format!(r#"name="{name}" value=""#);
        let start = text.find(&mark).unwrap_or_else(|| panic!("no field {name} in {text}")) + mark.len();
        text[start..].split('"').next().unwrap().to_owned()
    }

    pub fn key(&self) -> String {
        self.hidden("khoa")
    }

    /// These fields with the hidden ones the page's form carries, save those given.
    pub fn with<'a>(&'a self, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let mut all = fields.to_vec();
        let body = std::str::from_utf8(&self.body).unwrap();
        for input in body.split(r#"<input type="hidden" name=""#).skip(1) {
            let (name, rest) = input.split_once('"').unwrap();
            let value = rest.trim_start_matches(r#" value=""#).split('"').next().unwrap();
            if all.iter().all(|(known, _)| *known != name) {
                all.push((name, value));
            }
        }
        all
    }
}

/// What is wrong with the markup of any page: headings out of order, more than one first one, ids twice, inline style.
#[track_caller]
pub fn is_sound(answer: &Answer) {
    let text = answer.text();
    assert_eq!(text.matches("<h1").count(), 1, "one h1: {text}");
    assert!(!text.contains(" style=") && !text.contains("<script>"), "{text}");
    let mut ids: Vec<&str> = text
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice in {text}");
    let main = &text[text.find("<main").unwrap()..text.find("</main>").unwrap()];
    let levels = main
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.chars().next()?.to_digit(10));
    // An error summary, of level 2, may stand before the first heading of the page itself.
    levels.fold(1, |before, level| {
        assert!(
            level <= before + 1,
            "a heading of level {level} after {before} in {main}"
        );
        level
    });
    for place in text.split(r##"href="#f-"##).skip(1) {
        let id = format!(" id=\"f-{}\"", place.split('"').next().unwrap());
        assert!(text.contains(&id), "the summary leads to {id}, which is not there");
    }
}
