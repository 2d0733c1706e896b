//! A form opened, filled in and sent as a person would.

use crate::{Answer, Browser, Form};

/// The forms of a page in someone's hands. Naming a field, a button or an address leaves the forms that have it.
pub struct Filling<'a> {
    browser: Browser<'a>,
    page: String,
    forms: Vec<Form>,
    file: Option<(String, String, Vec<u8>)>,
    forged: Vec<(String, String)>,
}

impl<'a> Filling<'a> {
    #[track_caller]
    pub(crate) fn open(browser: Browser<'a>, path: &str) -> Filling<'a> {
        let page = browser.get(path);
        page.is(200);
        Filling::of(browser, &page)
    }

    /// The forms of a page that came back.
    #[track_caller]
    pub fn of(browser: Browser<'a>, page: &Answer) -> Filling<'a> {
        let mut forms = page.forms();
        forms.retain(|form| form.posts);
        assert!(!forms.is_empty(), "{}: the page has no form to send", page.asked);
        Filling {
            browser,
            page: page.asked.clone(),
            forms,
            file: None,
            forged: Vec::new(),
        }
    }

    /// Takes the form that is sent to this address.
    #[track_caller]
    #[must_use]
    pub fn to(self, action: &str) -> Self {
        self.each(|form| match form.action == action {
            true => Ok(()),
            false => Err(format!("a form is sent to {}", form.action)),
        })
    }

    /// Types into a field, chooses from a list, or ticks.
    #[track_caller]
    #[must_use]
    pub fn set(self, name: &str, value: &str) -> Self {
        self.each(|form| form.set(name, value))
    }

    /// Chooses a button that sends something of its own.
    #[track_caller]
    #[must_use]
    pub fn press(self, name: &str, value: &str) -> Self {
        self.each(|form| form.press(name, value))
    }

    /// Chooses a file: its name on the reader's machine, its bytes.
    #[track_caller]
    #[must_use]
    pub fn file(self, name: &str, called: &str, bytes: &[u8]) -> Self {
        let mut filling = self.each(|form| match form.files && form.visible().contains(&name) {
            true => Ok(()),
            false => Err(format!("no field takes a file and is called {name}")),
        });
        filling.file = Some((name.to_owned(), called.to_owned(), bytes.to_vec()));
        filling
    }

    /// Sends under this name what no person could: a hidden field changed, a choice that is not offered.
    #[must_use]
    pub fn forge(mut self, name: &str, value: &str) -> Self {
        self.forged.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What the form holds under a name now.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        self.form().value(name).unwrap_or_default()
    }

    /// Sends the form that is left.
    #[track_caller]
    pub fn send(self) -> Answer {
        let form = self.form();
        let mut fields = form.sent();
        fields.retain(|(name, _)| !self.forged.iter().any(|(forged, _)| forged == name));
        fields.extend(self.forged.iter().cloned());
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let Some((name, called, bytes)) = &self.file else {
            return self.browser.post(&form.action, &fields);
        };
        self.browser.post_file(&form.action, &fields, (name, called, bytes))
    }

    #[track_caller]
    fn form(&self) -> &Form {
        match self.forms.as_slice() {
            [form] => form,
            forms => panic!("{}: which form is meant? {}", self.page, Form::listed(forms)),
        }
    }

    /// Leaves the forms with which something can be done.
    #[track_caller]
    fn each(mut self, act: impl Fn(&mut Form) -> Result<(), String>) -> Self {
        let mut problems = Vec::new();
        self.forms.retain_mut(|form| match act(form) {
            Ok(()) => true,
            Err(problem) => {
                problems.push(problem);
                false
            }
        });
        assert!(!self.forms.is_empty(), "{}: {}", self.page, problems.join("; "));
        self
    }
}
