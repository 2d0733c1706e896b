//! What the tests of votes and of outcome ask of an answer besides what every test does.

use web_rig::Answer;
use web_rig::markup::plain;

/// Letters that would be markup if a page did not escape them.
pub const HOSTILE: &str = "Cổng <b onclick=\"x\">phụ</b> & <script>alert('x')</script> ùn tắc.";

/// Reading an answer as these tests do.
pub trait Reads {
    /// The page shows [`HOSTILE`] as words.
    fn says_no_markup(&self) -> &Self;
    /// The page as a reader reads it.
    fn read(&self) -> String;
    /// These fields with the hidden ones the page's forms carry, save those given.
    fn with<'a>(&'a self, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)>;
}

impl Reads for Answer {
    #[track_caller]
    fn says_no_markup(&self) -> &Answer {
        let text = self.text();
        let escaped = text.contains("&#60;script&#62;") || text.contains("&lt;script&gt;");
        assert!(escaped, "the words are not in {text}");
        self.says_not("<script>alert").says_not("<b onclick")
    }

    fn read(&self) -> String {
        plain(self.text())
    }

    fn with<'a>(&'a self, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let mut all = fields.to_vec();
        for input in self.text().split(r#"<input type="hidden" name=""#).skip(1) {
            let (name, rest) = input.split_once('"').unwrap();
            let value = rest.trim_start_matches(r#" value=""#).split('"').next().unwrap();
            if all.iter().all(|(known, _)| *known != name) {
                all.push((name, value));
            }
        }
        all
    }
}
