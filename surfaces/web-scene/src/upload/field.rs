//! The field in which a file is chosen, and the words about it.

use super::UploadWords;
use askama::Template;
use documents::FileKind;
use web_kit::{Errors, Html, Icon, KitWords, Lang, icon, render};

/// A field for one file. The form around it is sent as `multipart/form-data`; a browser never fills such a field again.
#[derive(Clone, Debug)]
pub struct FileField<'a> {
    name: &'a str,
    label: &'a str,
    hint: String,
    kinds: &'a [FileKind],
    error: Option<&'a str>,
    is_required: bool,
}

#[derive(Template)]
#[template(path = "upload/field.html")]
struct FieldTemplate<'a> {
    f: &'a FileField<'a>,
    w: KitWords,
    alert: Html,
    accept: String,
}

impl<'a> FileField<'a> {
    /// A required field for any kind of file that is taken, with the words about them.
    pub fn new(name: &'a str, label: &'a str, lang: Lang) -> FileField<'a> {
        FileField {
            name,
            label,
            hint: UploadWords(lang).about(super::words::megabytes(documents::FILE_BYTES_MAX)),
            kinds: &FileKind::ALL,
            error: None,
            is_required: true,
        }
    }

    /// A field for these kinds alone, with its own words about them. What a browser offers is no promise: the form looks at
    /// the bytes.
    #[must_use]
    pub fn only(mut self, kinds: &'a [FileKind], hint: String) -> Self {
        self.kinds = kinds;
        self.hint = hint;
        self
    }

    /// With the error of the field.
    #[must_use]
    pub fn errors(mut self, errors: &'a Errors) -> Self {
        self.error = errors.of(self.name);
        self
    }

    /// A form that may come without a file.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.is_required = false;
        self
    }

    /// The field's markup.
    pub fn html(&self, lang: Lang) -> Html {
        let endings = self.kinds.iter().flat_map(|kind| kind.extensions());
        let accept: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
        render(&FieldTemplate {
            f: self,
            w: KitWords(lang),
            alert: icon(Icon::Alert),
            accept: accept.join(","),
        })
    }
}
