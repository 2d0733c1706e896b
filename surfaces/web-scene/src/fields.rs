//! What a form sent, as it was typed.

use crate::App;
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use web_kit::reply::bare_trouble;
use web_kit::split;
use web_kit::states::Trouble;

/// Longest form, in bytes.
pub const FORM_BYTES_MAX: usize = 512 * 1024;
/// Most fields of a form.
pub const FORM_FIELDS_MAX: usize = 256;

/// Names and values of a form, in the order they were sent. A form of another type than
/// `application/x-www-form-urlencoded` reads as fields with other names, so that the page comes back and says what is
/// missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads the body of a form.
    pub fn read(body: &[u8]) -> Fields {
        let pairs = form_urlencoded::parse(body).take(FORM_FIELDS_MAX);
        Fields(
            pairs
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        )
    }

    /// Fields with these values.
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Fields {
        let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Fields(fields.into_iter().map(pair).collect())
    }

    /// The first value of a name, as typed; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter()
    }

    /// Nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, _: &App) -> Result<Self, Response> {
        let lang = request
            .extensions()
            .get()
            .copied()
            .unwrap_or_else(|| split(request.uri().path()).0);
        match axum::body::to_bytes(request.into_body(), FORM_BYTES_MAX).await {
            Ok(body) => Ok(Fields::read(&body)),
            Err(_) => Err(bare_trouble(lang, Trouble::TooLarge)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_read_as_typed() {
        let fields = Fields::read("y_kien=C%E1%BB%95ng+ch%C3%ADnh&ky=khong&ky=co&trong".as_bytes());
        assert_eq!(fields.get("y_kien"), "Cổng chính");
        assert_eq!(fields.get("ky"), "khong");
        assert_eq!(fields.all("ky").collect::<Vec<_>>(), ["khong", "co"]);
        assert_eq!((fields.get("trong"), fields.get("khac")), ("", ""));
    }
}
