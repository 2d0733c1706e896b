//! A form as it stands on a page, and what a browser would send of it.

use crate::markup::{Tag, plain, tags, unescaped};

/// What kind of control it is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Nobody sees it.
    Hidden,
    /// Typed: one line or many.
    Typed,
    /// One of several of a name, or on and off; whether it is chosen.
    Choice(bool),
    /// Chosen from a list: what may be chosen.
    List(Vec<String>),
    /// A file.
    File,
    /// A button with a name, sent when it is the one pressed.
    Button,
}

#[derive(Clone, Debug)]
struct Control {
    name: String,
    value: String,
    kind: Kind,
}

/// A form on a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent, with its language.
    pub action: String,
    /// Whether it is sent by POST.
    pub posts: bool,
    /// Whether it may carry files.
    pub files: bool,
    controls: Vec<Control>,
}

impl Form {
    /// Every form of a page, in order.
    pub fn all(html: &str) -> Vec<Form> {
        let tags = tags(html);
        let mut forms: Vec<Form> = Vec::new();
        let mut open = false;
        for (at, tag) in tags.iter().enumerate() {
            match (tag.name, tag.ends) {
                ("form", false) => {
                    open = true;
                    forms.push(Form {
                        action: tag.get("action").unwrap_or_default(),
                        posts: tag
                            .get("method")
                            .is_some_and(|method| method.eq_ignore_ascii_case("post")),
                        files: tag.get("enctype").as_deref() == Some("multipart/form-data"),
                        controls: Vec::new(),
                    });
                }
                ("form", true) => open = false,
                (_, false) if open => {
                    let control = control(html, tag, &tags[at + 1..]);
                    if let (Some(form), Some(control)) = (forms.last_mut(), control) {
                        form.controls.push(control);
                    }
                }
                _ => {}
            }
        }
        forms
    }

    /// Whether it has a control of this name.
    pub fn has(&self, name: &str) -> bool {
        self.controls.iter().any(|control| control.name == name)
    }

    /// What it holds under a name: what was typed, or what is chosen.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut of_name = self.controls.iter().filter(|control| control.name == name);
        let held = of_name.find(|control| !matches!(control.kind, Kind::Choice(false) | Kind::Button | Kind::File));
        held.map(|control| control.value.clone())
    }

    /// What may be chosen under a name; empty for what is typed.
    pub fn choices(&self, name: &str) -> Vec<&str> {
        let of_name = self.controls.iter().filter(|control| control.name == name);
        of_name
            .flat_map(|control| match &control.kind {
                Kind::Choice(_) => vec![control.value.as_str()],
                Kind::List(values) => values.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// Its fields that a person fills in.
    pub fn visible(&self) -> Vec<&str> {
        let seen = self
            .controls
            .iter()
            .filter(|control| !matches!(control.kind, Kind::Hidden | Kind::Button));
        let mut names: Vec<&str> = seen.map(|control| control.name.as_str()).collect();
        names.dedup();
        names
    }

    /// What a browser sends when the form is sent as it is. A file nobody chose is not among it.
    pub fn sent(&self) -> Vec<(String, String)> {
        let sent = self
            .controls
            .iter()
            .filter(|control| !matches!(control.kind, Kind::Choice(false) | Kind::Button | Kind::File));
        sent.map(|control| {
            // HTML, "constructing the entry list": every end of line is sent as CR LF.
            let value = control
                .value
                .replace("\r\n", "\n")
                .replace('\r', "\n")
                .replace('\n', "\r\n");
            (control.name.clone(), value)
        })
        .collect()
    }

    /// Fills in one field as a person can: types, chooses, ticks. `why` says what no person could do.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let choices: Vec<String> = self.choices(name).into_iter().map(str::to_owned).collect();
        let mut known = false;
        for control in self.controls.iter_mut().filter(|control| control.name == name) {
            match &mut control.kind {
                Kind::Hidden => return Err(format!("{name} is hidden: forge it")),
                Kind::File => return Err(format!("{name} takes a file")),
                Kind::Button => return Err(format!("{name} is a button: press it")),
                Kind::Typed => {
                    control.value = value.to_owned();
                    return Ok(());
                }
                Kind::List(values) if values.iter().any(|one| one == value) => {
                    control.value = value.to_owned();
                    return Ok(());
                }
                Kind::List(_) => {}
                Kind::Choice(chosen) => {
                    *chosen = control.value == value;
                    known |= *chosen;
                }
            }
        }
        if known {
            return Ok(());
        }
        Err(match choices.is_empty() {
            true => format!("no field is called {name}; there are {}", self.visible().join(", ")),
            false => format!("{name} does not offer {value:?}; it offers {}", choices.join(", ")),
        })
    }

    /// Presses a button with a name and a value.
    pub(crate) fn press(&mut self, name: &str, value: &str) -> Result<(), String> {
        let pressed = self
            .controls
            .iter_mut()
            .find(|control| control.kind == Kind::Button && control.name == name && control.value == value);
        let Some(pressed) = pressed else {
            return Err(format!("no button sends {name}={value}"));
        };
        pressed.kind = Kind::Hidden;
        Ok(())
    }

    /// Where the forms of a page are sent and what they ask, for sentences.
    pub(crate) fn listed(forms: &[Form]) -> String {
        if forms.is_empty() {
            return "the page has no form".to_owned();
        }
        let one = |form: &Form| format!("{} ({})", form.action, form.visible().join(", "));
        let all: Vec<String> = forms.iter().map(one).collect();
        format!("its forms are {}", all.join("; "))
    }
}

/// The control a tag opens; `after` are the tags that follow it.
fn control(html: &str, tag: &Tag<'_>, after: &[Tag<'_>]) -> Option<Control> {
    if tag.has("disabled") {
        return None;
    }
    let end = |name: &str| after.iter().position(|tag| tag.ends && tag.name == name);
    let name = tag.get("name").filter(|name| !name.is_empty())?;
    let value = tag.get("value");
    let (value, kind) = match tag.name {
        "input" => match tag.get("type").as_deref() {
            Some("hidden") => (value.unwrap_or_default(), Kind::Hidden),
            Some("radio" | "checkbox") => (
                value.unwrap_or_else(|| "on".to_owned()),
                Kind::Choice(tag.has("checked")),
            ),
            Some("file") => (String::new(), Kind::File),
            Some("submit" | "image" | "button") => (value.unwrap_or_default(), Kind::Button),
            _ => (value.unwrap_or_default(), Kind::Typed),
        },
        "button" => (value.unwrap_or_default(), Kind::Button),
        "textarea" => {
            let typed = unescaped(&html[tag.to..after.get(end("textarea")?)?.from]);
            // HTML: a line's end at the very beginning is not part of the value.
            (typed.strip_prefix('\n').unwrap_or(&typed).to_owned(), Kind::Typed)
        }
        "select" => {
            let options = options(html, &after[..=end("select")?]);
            let chosen = options.iter().find(|(_, chosen)| *chosen).or(options.first());
            let value = chosen.map(|(value, _)| value.clone()).unwrap_or_default();
            (value, Kind::List(options.into_iter().map(|(value, _)| value).collect()))
        }
        _ => return None,
    };
    Some(Control { name, value, kind })
}

/// Values of a list, and which is chosen.
fn options(html: &str, tags: &[Tag<'_>]) -> Vec<(String, bool)> {
    tags.windows(2)
        .filter(|two| two[0].name == "option" && !two[0].ends)
        .map(|two| {
            let words = || plain(&html[two[0].to..two[1].from]);
            (two[0].get("value").unwrap_or_else(words), two[0].has("selected"))
        })
        .collect()
}
