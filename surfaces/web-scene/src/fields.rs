//! What a form sent, as it was typed.

use crate::App;
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use web_kit::reply::bare_trouble;
use web_kit::split;
use web_kit::states::Trouble;

/// Longest form anyone may send, in bytes.
pub const FORM_BYTES_MAX: usize = 512 * 1024;
/// Longest form of a signed-in person, in bytes: the fullest section of a report, 30 paragraphs of 4,000 characters of three
/// bytes, each written as three, has 1,080,000.
pub const STAFF_FORM_BYTES_MAX: usize = 2 * 1024 * 1024;
/// Most fields of a form: the fullest directive, 25 clauses of 11 fields, has under 300.
pub const FORM_FIELDS_MAX: usize = 512;

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

    /// Reads a form from a request. A longer one, or one with more fields, is refused whole: nothing of it is dropped in
    /// silence.
    ///
    /// # Errors
    /// The page that says it is too large.
    pub(crate) async fn from_body(request: Request, bytes_max: usize) -> Result<Fields, Response> {
        let lang = request
            .extensions()
            .get()
            .copied()
            .unwrap_or_else(|| split(request.uri().path()).0);
        let too_large = || bare_trouble(lang, Trouble::TooLarge);
        let body = axum::body::to_bytes(request.into_body(), bytes_max).await;
        let body = body.map_err(|_| too_large())?;
        if form_urlencoded::parse(&body).nth(FORM_FIELDS_MAX).is_some() {
            return Err(too_large());
        }
        Ok(Fields::read(&body))
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
        Fields::from_body(request, FORM_BYTES_MAX).await
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
